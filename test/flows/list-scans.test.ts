import { expect, onTestFinished, test, vi } from 'vitest'
import { followDesk } from '../../renderer/effects.ts'
import { showScanned } from '../../renderer/screens/scan-list.ts'
import { commandBarcode } from '../../shared/domain/scanning/commands.ts'
import { deskPage } from '../support/desk-page.ts'
import { createPtyCable } from '../support/pty.ts'
import { startRig } from '../support/station-rig.ts'
import { until } from '../support/until.ts'

/* A scan on the lists shows what it names; what names nothing there is the packing table's. */

const NOBODYS = '4006381333931'

/** Three orders, the first two in a supply, with their stickers. */
async function threeOrders() {
  const rig = await startRig({ orders: 3 })
  const fresh = { lives: null, supplyId: null, search: '', offset: 0, limit: 10 } as const
  await rig.refresh('the orders', ({ counts }) => counts.fresh === 3)
  const { rows } = await rig.call('orders.list', fresh)
  const [one, two, three] = rows
  if (one === undefined || two === undefined || three === undefined) throw new Error('few')
  await rig.call('orders.claim', { orderIds: [one.id], supply: { kind: 'new', name: 'first' } })
  await rig.stickered(1)
  await rig.drained()
  const sticker = (await rig.call('orders.get', { orderId: one.id }))?.sticker?.barcode ?? ''
  const [supply] = await rig.call('supplies.list')
  if (supply === undefined || sticker === '') throw new Error('no supply with a sticker')
  return { rig, one, three, sticker, supply, page: deskPage(rig, '#/orders') }
}

test('a sticker shows its order, a supply’s QR and a box their supply; commands, badges and strange codes are the table’s', async () => {
  const { rig, one, sticker, supply, page } = await threeOrders()
  expect(await showScanned(page, 'orders', sticker)).toEqual({ screen: 'orders', orderId: one.id })
  expect(await showScanned(page, 'history', sticker)).toEqual({ screen: 'history', orderId: one.id })
  const shown = { screen: 'supplies', orderId: null, thing: supply.id }
  expect(await showScanned(page, 'supplies', sticker)).toEqual(shown)
  for (const screen of ['orders', 'supplies', 'history'] as const) {
    expect(await showScanned(page, screen, supply.remoteId ?? '')).toEqual(shown)
    for (const text of [commandBarcode('skip'), 'VRSTK-P-7', 'WB-GI-1', '!nobody00', NOBODYS, '12345678-0001']) {
      expect(await showScanned(page, screen, text)).toBeNull()
    }
  }
  await rig.call('supplies.addBoxes', { supplyId: supply.id, amount: 1 })
  const box = await until('the box', async () => (await rig.call('supplies.list'))[0]?.boxes.ids[0])
  expect(await showScanned(page, 'orders', box)).toEqual(shown)
  expect(rig.view().notes).toEqual([])
})

test('a product narrows the orders to it: beside what narrows them already if any is left then', async () => {
  const { one, three, page } = await threeOrders()
  expect(page.store.getState().orderFilter.lives).toEqual(['fresh'])
  expect(await showScanned(page, 'orders', three.barcode)).toEqual({ screen: 'orders', orderId: null })
  expect(page.store.getState().orderFilter).toMatchObject({ lives: ['fresh'], search: three.barcode })

  page.store.setState(({ orderFilter }) => ({ orderFilter: { ...orderFilter, lives: ['packed'], search: '' } }))
  await showScanned(page, 'orders', `0${one.barcode}`)
  expect(page.store.getState().orderFilter).toMatchObject({ lives: null, search: one.barcode })
  expect(await showScanned(page, 'supplies', one.barcode)).toBeNull()
})

test('what is about the order on the table is the table’s, whatever list is open', async () => {
  const { rig, one, sticker, three, page } = await threeOrders()
  await rig.scan(one.barcode)
  await rig.when('the order on the table', ({ order }) => order?.id === one.id)
  expect(await showScanned(page, 'orders', sticker)).toBeNull()
  expect(await showScanned(page, 'orders', three.barcode)).toBeNull()
})

test('a scanner on a port works on a list as one that types does', async () => {
  const cable = await createPtyCable()
  onTestFinished(() => cable.close())
  const { rig, one, sticker, page } = await threeOrders()
  await rig.call('settings.set', { scanners: [{ kind: 'serial', name: 'left hand', path: cable.path }] })
  await rig.when('the scanner', ({ scanners }) => scanners[0]?.state === 'ready')
  const address = { hash: '#/orders' }
  vi.stubGlobal('location', address)
  onTestFinished(() => void vi.unstubAllGlobals())
  onTestFinished(followDesk(page, rig.bridge, Object.assign(new EventTarget(), { name: '' })))
  await page.calls.ask('view.get', undefined)
  const scan = (text: string) => cable.send(new TextEncoder().encode(`${text}\r`))
  await scan(sticker)
  await until('the order', () => address.hash === `#/orders/${one.id}`)
  expect(page.heard).toEqual(['goOn'])
  expect(rig.view().notes).toEqual([])
  await scan(NOBODYS)
  await rig.when('the scan on the table', ({ notes }) => notes[0]?.text === NOBODYS)
  expect(address.hash).toBe('#/pack')
})
