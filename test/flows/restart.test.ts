import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { codeOf } from '../support/packer.ts'
import { startRig } from '../support/station-rig.ts'
import { until } from '../support/until.ts'
import { repeatedWrites, writesOf } from '../support/write-log.ts'

test('a restart in the middle of a unit goes on where the packer stood, whoever was signed in', async () => {
  const rig = await startRig({ orders: 0 })
  const [id = 0] = rig.marketplace.control.addOrders(1, { article: 'vitamin-d3-60' })
  await rig.refresh('the order', ({ counts }) => counts.fresh === 1)
  await rig.call('packers.save', { id: '7', name: 'Сборщик 7' })
  await rig.scan('VRSTK-P-7')
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.stickered(1)
  await rig.drained()
  const unit = rig.thing(id)
  const moves = [unit.barcode, codeOf(unit, 'sgtin'), codeOf(unit, 'expiration')]
  for (const text of moves) {
    const { feedback, order } = await rig.scan(text)
    await rig.stop()
    const { revision } = rig.view()
    await rig.start()
    expect(rig.view()).toMatchObject({ packer: { name: 'Сборщик 7' }, notes: expect.anything() })
    expect(rig.view().notes[0]?.feedback).toEqual(feedback)
    // The label may have come out in between; nothing else has changed.
    expect(rig.view().order?.steps.slice(0, 3)).toEqual(order?.steps.slice(0, 3))
    expect(revision).toBeGreaterThan(0)
  }
  expect(await rig.pack(unit, { answer: () => 'VRSTK-YES' })).toBe(id)
  await rig.drained()
  expect(rig.printer.labels).toHaveLength(1)
  expect(repeatedWrites(writesOf(rig.marketplace.control))).toEqual([])
  const page = await rig.call('orders.get', { orderId: id })
  expect(page).toMatchObject({ packedBy: 'Сборщик 7', order: { life: 'packed' } })
  const kinds = page?.history.map(({ kind, packer }) => `${kind} ${packer}`)
  expect(kinds?.filter(kind => kind === 'scan Сборщик 7').length).toBeGreaterThanOrEqual(4)
  expect(rig.errors()).toEqual([])
})

test('what was lacking before a restart is fetched after it, though nothing else happens', async () => {
  const rig = await startRig({ orders: 0 })
  const { control } = rig.marketplace
  control.addOrders(1, { article: 'one-ring-7548' })
  await rig.refresh('the order', ({ counts }) => counts.fresh === 1)
  control.setLateStickers({ oneIn: 1, times: 1 })
  await rig.scan('VRSTK-NEW-SUPPLY')
  const asks = () => control.requests().filter(({ path }) => path.includes('/stickers')).length
  await until('the first look, in vain', () => asks() === 1)
  await rig.stop()
  await rig.start()
  await rig.stickered(1)
  expect(asks()).toBe(2)
})

test('a station closes in a few seconds though the marketplace has fallen silent, and loses nothing', async () => {
  const rig = await startRig({ orders: 0 })
  const { control } = rig.marketplace
  const [id = 0] = control.addOrders(1, { article: 'one-ring-7548' })
  await rig.refresh('the order', ({ counts }) => counts.fresh === 1)
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.stickered(1)
  await rig.drained()
  control.setFaults({ latencyMs: 15_000 })
  await rig.pack(rig.thing(id))
  let isClosed = false
  const closing = rig.stop().then(() => (isClosed = true))
  await until('the end', () => isClosed, 6000)
  await closing
  control.setFaults({ latencyMs: 0 })
  await rig.start()
  expect(rig.view().network.waiting).toBe(1)
  await rig.drained()
  expect(writesOf(control).filter(({ name, isCommitted }) => isCommitted && name.startsWith('PUT'))).toHaveLength(1)
})

test('the log of a shift is written and says nothing at the level of errors', async () => {
  const rig = await startRig({ orders: 1 })
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.drained()
  await rig.stop()
  const log = await until('the log', () => readFileSync(`${rig.dataDirectory}/logs/verstak.log`, 'utf8') || null)
  expect(
    log
      .trim()
      .split('\n')
      .every(line => typeof JSON.parse(line) === 'object')
  ).toBe(true)
  expect(rig.errors()).toEqual([])
})

test('a packed order is opened again from its page and packed by somebody else; its page tells who did which', async () => {
  const rig = await startRig({ orders: 0 })
  const [id = 0] = rig.marketplace.control.addOrders(1, { article: 'mug-enamel-350' })
  await rig.refresh('the order', ({ counts }) => counts.fresh === 1)
  for (const badge of ['7', '8']) await rig.call('packers.save', { id: badge, name: `Сборщик ${badge}` })
  await rig.scan('VRSTK-P-7')
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.stickered(1)
  expect(await rig.pack(rig.thing(id))).toBe(id)
  await rig.scan('VRSTK-P-8')
  await rig.call('bench.reopenOrder', { orderId: id })
  expect(rig.view().feedback.message).toMatchObject({ code: 'reopened', orderId: id })
  await rig.scan(rig.view().order?.sticker?.barcode ?? '')
  const page = await rig.call('orders.get', { orderId: id })
  expect(page).toMatchObject({ packedBy: 'Сборщик 8', order: { life: 'packed' } })
  expect(page?.history.filter(({ kind }) => kind === 'reopenOrder')).toMatchObject([{ packer: 'Сборщик 8' }])
  expect(rig.printer.labels).toHaveLength(1)
})
