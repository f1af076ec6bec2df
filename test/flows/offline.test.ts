import { expect, test } from 'vitest'
import { META_KEYS } from '../../shared/domain/orders/orders.ts'
import { labelText } from '../support/packer.ts'
import { startRig } from '../support/station-rig.ts'
import type { StationRig } from '../support/station-rig.ts'
import { overruns, repeatedWrites, writesOf } from '../support/write-log.ts'

/** The codes that a supply's orders ask for, as the writes that bring them. */
async function wantedWrites(rig: StationRig, supplyId: string): Promise<readonly string[]> {
  const rows = await rig.ordersOf(supplyId)
  return rows.flatMap(({ id, requiredMeta }) =>
    META_KEYS.filter(key => requiredMeta.includes(key)).map(key => `PUT ${id}/meta/${key}`)
  )
}

/** Every code once, the codes of one order in the order of their birth, nothing else sent again, no limit overrun. */
function expectSentOnce(rig: StationRig, wanted: readonly string[]): void {
  const { control } = rig.marketplace
  const writes = writesOf(control)
  const names = writes.filter(({ isCommitted }) => isCommitted).map(({ name }) => name)
  const codes = names.filter(name => name.startsWith('PUT'))
  expect(codes.toSorted()).toEqual(wanted.toSorted())
  const byOrder = (list: readonly string[]) => Object.groupBy(list, name => name.split('/')[0] ?? '')
  expect(byOrder(codes)).toEqual(byOrder(wanted))
  expect(repeatedWrites(writes)).toEqual([])
  expect(overruns(control)).toEqual([])
  expect(rig.errors()).toEqual([])
}

const vouch = { answer: () => 'VRSTK-YES' }

test('without network packing goes on, the banner counts, and all of it is sent once when the network is back', async () => {
  const rig = await startRig()
  const supplyId = (await rig.scan('VRSTK-NEW-SUPPLY')).batch?.id ?? ''
  const rows = await rig.ordersOf(supplyId)
  await rig.stickered(rows.length)
  await rig.drained()
  const wanted = await wantedWrites(rig, supplyId)
  await rig.network.cut()
  const since = Date.now()
  let firstAt: number | null = null
  for (const { id } of rows) {
    await rig.pack(rig.thing(id), vouch)
    if (rig.view().network.waiting > 0) firstAt ??= Date.now()
  }

  const offline = await rig.when('the banner', ({ network }) => network.kind === 'offline')
  expect(offline.network).toMatchObject({ waiting: wanted.length, attention: 0, block: null })
  expect(offline.network.oldestAt).toBeGreaterThanOrEqual(since)
  expect(offline.network.oldestAt).toBeLessThanOrEqual(firstAt ?? 0)
  expect(offline.packedToday).toBe(rows.length)
  expect(rig.printer.labels).toHaveLength(rows.length)
  expect(writesOf(rig.marketplace.control).filter(({ name }) => name.startsWith('PUT'))).toEqual([])

  // The queue is on disk: a start without network shows it and loses nothing.
  await rig.stop()
  await rig.start()
  expect(rig.view().network.waiting).toBe(wanted.length)
  await rig.network.mend()
  await rig.call('queue.retry', { id: '' })
  await rig.drained()
  expect(rig.view().network).toMatchObject({ kind: 'online', waiting: 0, oldestAt: null, attention: 0 })
  expectSentOnce(rig, wanted)
  expect(rig.printer.labels).toHaveLength(rows.length)
})

test('a supply begun without network is made, filled and packed when the network is back', async () => {
  const rig = await startRig({ orders: 0 })
  rig.marketplace.control.addOrders(3, { article: 'vitamin-d3-60' })
  await rig.refresh('three orders', ({ counts }) => counts.fresh === 3)
  await rig.network.cut()
  const opened = await rig.scan('VRSTK-NEW-SUPPLY')
  const rows = await rig.ordersOf(opened.batch?.id ?? '')
  expect(opened.batch).toMatchObject({ remoteId: null, total: 3 })
  for (const { id } of rows) {
    const unit = rig.thing(id)
    for (const text of [unit.barcode, unit.markingCode, unit.expiration]) await rig.scan(text ?? '')
    // The codes are kept; the sticker can't be had yet, so the unit is put aside.
    expect(rig.view().feedback.message).toEqual({ code: 'waitSticker' })
    if (id !== rows.at(-1)?.id) await rig.scan('VRSTK-SKIP')
  }
  // A supply, its orders, two codes of each.
  await rig.when('the banner', ({ network }) => network.kind === 'offline' && network.waiting === 8)
  await rig.network.mend()
  await rig.call('queue.retry', { id: '' })

  // The unit that lies on the table goes on by itself.
  await rig.when('the last label', ({ feedback }) => feedback.message.code === 'scanStickerBack')
  await rig.pack(rig.thing(rows[2]?.id ?? 0))
  for (const { id } of rows.slice(0, 2)) await rig.pack(rig.thing(id))
  await rig.drained()
  expectSentOnce(rig, await wantedWrites(rig, opened.batch?.id ?? ''))
  const names = writesOf(rig.marketplace.control).filter(({ isCommitted }) => isCommitted)
  expect(names.map(({ name }) => name.replace(/WB-GI-\d+/, '…')).slice(0, 2)).toEqual([
    'POST supplies',
    'PATCH supplies/…/orders'
  ])
  expect(rig.printer.labels.map(labelText).toSorted()).toEqual(
    rig.marketplace.control
      .state()
      .orders.map(({ sticker }) => sticker.barcode)
      .toSorted()
  )
})

test('a network that comes and goes in the middle of requests costs nothing and doubles nothing', async () => {
  const rig = await startRig()
  const supplyId = (await rig.scan('VRSTK-NEW-SUPPLY')).batch?.id ?? ''
  const wanted = await wantedWrites(rig, supplyId)
  const shift = { isOver: false }
  let cuts = 0
  async function shake(): Promise<void> {
    while (!shift.isOver) {
      // A cut at the next change of the screen: in the middle of whatever it set off.
      const { revision } = rig.view()
      await rig.when('something happens', view => view.revision > revision + 3, 30_000).catch(() => undefined)
      await rig.network.cut()
      cuts += 1
      await rig.network.mend()
      if (rig.view().network.kind === 'offline') await rig.call('queue.retry', { id: '' })
    }
  }
  const shaking = shake()
  for (const { id } of await rig.ordersOf(supplyId)) await rig.pack(rig.thing(id), vouch)
  shift.isOver = true
  await rig.call('queue.retry', { id: '' })
  await rig.drained()
  await shaking
  expect(cuts).toBeGreaterThan(20)
  expectSentOnce(rig, wanted)
})

test('an account that is not paid up stops the queue, says so, and goes on when it is paid', async () => {
  const rig = await startRig({ orders: 0 })
  const { control } = rig.marketplace
  control.addOrders(1, { article: 'one-ring-7548' })
  await rig.refresh('an order', ({ counts }) => counts.fresh === 1)
  const opened = await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.stickered(1)
  control.setFaults({ unpaid: true })
  const [row] = await rig.ordersOf(opened.batch?.id ?? '')
  await rig.pack(rig.thing(row?.id ?? 0))
  const blocked = await rig.when('the banner', ({ network }) => network.kind === 'blocked')
  expect(blocked.network).toMatchObject({ block: 'payment', waiting: 1 })
  control.setFaults({ unpaid: false })
  await rig.call('queue.retry', { id: '' })
  await rig.drained()
  expect(rig.view().network).toMatchObject({ kind: 'online', block: null })
  expectSentOnce(rig, await wantedWrites(rig, opened.batch?.id ?? ''))
})
