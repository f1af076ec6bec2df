import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { followDesk } from '../../renderer/effects.ts'
import { BOARD_NAME } from '../../renderer/screens/board/board-window.ts'
import { commandBarcode, parcelBarcode } from '../../shared/domain/scanning/commands.ts'
import { deskPage } from '../support/desk-page.ts'
import { createPtyCable } from '../support/pty.ts'
import { claimRound, statusesOf } from '../support/scheme-rig.ts'
import { startRig } from '../support/station-rig.ts'
import { until } from '../support/until.ts'

/* A scanner on a port, and the page at one of its desks. */

const MUG = 'mug-enamel-350'
/** Nothing else here has these digits. */
const CODE = '73519264'

/** A page's window by this name. */
const pageWindow = (name: string) => Object.assign(new EventTarget(), { name })

/** Two packed parcels of an open round, the courier's desk open, and a scanner that the program opened itself. */
async function atCourier() {
  const cable = await createPtyCable()
  onTestFinished(() => cable.close())
  const { rig, ids } = await claimRound('seed', 'dbs', MUG, MUG)
  for (const id of ids) await rig.pack(rig.thing(id))
  await rig.drained()
  await rig.call('settings.set', { scanners: [{ kind: 'serial', name: 'left hand', path: cable.path }] })
  await rig.when('the scanner', ({ scanners }) => scanners[0]?.state === 'ready')
  const page = deskPage(rig, '#/courier')
  const window = pageWindow('')
  onTestFinished(followDesk(page, rig.bridge, window))
  const [first = 0, second = 0] = ids
  const scan = (text: string) => cable.send(new TextEncoder().encode(`${text}\r`))
  return { rig, ids, first, second, page, window, scan, desk: () => page.store.getState().courier }
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesUnder(path) : [path]
  })
}

test('whoever clicks the board in its own window leaves the desk of the other page open', async () => {
  const { rig, first, scan, desk } = await atCourier()
  const board = deskPage(rig, '#/board')
  const boardWindow = pageWindow(BOARD_NAME)
  onTestFinished(followDesk(board, { ...rig.bridge, on: () => () => undefined }, boardWindow))
  boardWindow.dispatchEvent(new Event('focus'))
  const { notes } = rig.view()
  await scan(parcelBarcode(first))
  await until('the pile', () => desk().loading.length === 1)
  expect(rig.view().notes).toEqual(notes)
})

test('a scan at the desk is the desk’s alone: the packing table does nothing, and a buyer’s code stands in no file', async () => {
  const { rig, ids, first, page, scan, desk } = await atCourier()
  const { notes, feedback } = rig.view()
  await scan(parcelBarcode(first))
  await until('the pile', () => desk().loading.length === 1)
  // At once after the page's own act: none is lost.
  await page.calls.act('handovers.refused', undefined)
  await scan(commandBarcode('supplyDone'))
  await until('the empty pile', () => desk().loading.length === 0)
  await until('the courier', () => statusesOf(rig, [first]).join() === 'deliver')
  await rig.drained()
  expect(statusesOf(rig, ids)).toEqual(['deliver', 'confirm'])
  expect(await rig.call('rounds.list')).toMatchObject([{ state: 'open' }])

  await scan(parcelBarcode(first))
  await until('the parcel', () => desk().atId === first)
  await scan(CODE)
  await until('the code', () => desk().back[0]?.code === CODE)
  expect(rig.view().notes).toEqual(notes)
  expect(rig.view().feedback.message.code).not.toBe('supplyClosing')
  expect(feedback.face).not.toBe('refused')
  await rig.stop()
  const holding = filesUnder(rig.dataDirectory).filter(path => readFileSync(path).includes(CODE))
  expect(holding).toEqual([])
})

test('back at the packing table, and when the page is gone, scans are the table’s again; who comes back to the window has the desk', async () => {
  const { rig, first, page, window, scan, desk } = await atCourier()
  const table = '4006381333931'
  page.store.setState({ route: { screen: 'pack', orderId: null } })
  await page.calls.ask('view.get', undefined)
  await scan(table)
  await rig.when('the scan', ({ notes }) => notes[0]?.text === table)

  page.store.setState({ route: { screen: 'courier', orderId: null } })
  await page.calls.ask('view.get', undefined)
  const before = rig.view().notes[0]?.id
  rig.leavePage()
  await scan('2222222222222')
  await rig.when('the next', ({ notes }) => notes[0]?.id !== before)

  window.dispatchEvent(new Event('focus'))
  await page.calls.ask('view.get', undefined)
  await scan(parcelBarcode(first))
  await until('the pile', () => desk().loading.length === 1)
})

test('a scan that was on its way to a page whose connection broke is told as lost, and one that came is not', async () => {
  const cable = await createPtyCable()
  onTestFinished(() => cable.close())
  const rig = await startRig({ orders: 1 })
  await rig.call('settings.set', { scanners: [{ kind: 'serial', name: 'left hand', path: cable.path }] })
  await rig.when('the scanner', ({ scanners }) => scanners[0]?.state === 'ready')
  const sent: string[] = []
  onTestFinished(rig.bridge.on('deskScan', ({ id }) => sent.push(id)))
  const send = async (text: string) => {
    const before = sent.length
    await cable.send(new TextEncoder().encode(`${text}\r`))
    await until('the scan', () => sent.length > before)
  }
  await rig.bridge.invoke('desk.open', { desk: 'courier' })
  await send('4006381333931')
  await rig.bridge.invoke('desk.took', { id: sent[0] ?? '' })
  rig.leavePage()
  expect(rig.view().feedback.message.code).not.toBe('deskScanLost')

  await rig.bridge.invoke('desk.open', { desk: 'courier' })
  await send('2222222222222')
  rig.leavePage()
  expect(rig.view().feedback).toMatchObject({ face: 'refused', message: { code: 'deskScanLost' } })
})
