import { expect, test } from 'vitest'
import { codeOf } from '../support/packer.ts'
import { startRig } from '../support/station-rig.ts'
import { writesOf } from '../support/write-log.ts'

/** A supply of these articles, in this order of age, with all stickers here; nothing packed. */
async function supplyOf(...articles: readonly string[]) {
  const rig = await startRig({ orders: 0 })
  for (const article of articles) rig.marketplace.control.addOrders(1, { article })
  await rig.refresh('the orders', ({ counts }) => counts.fresh === articles.length)
  const supplyId = (await rig.scan('VRSTK-NEW-SUPPLY')).batch?.id ?? ''
  await rig.stickered(articles.length)
  await rig.drained()
  const ids = rig.marketplace.control.things().map(({ orderId }) => orderId)
  const { control } = rig.marketplace
  const codeWrites = () =>
    writesOf(control)
      .map(({ name }) => name)
      .filter(name => name.includes('/meta'))
  const held = (id: number) => control.state().orders.find(order => order.id === id)?.meta
  return { rig, control, supplyId, ids, codeWrites, held }
}

test('a code taken back before all are in never reaches the marketplace and is free again', async () => {
  const { rig, ids, codeWrites, held } = await supplyOf('vitamin-d3-60', 'vitamin-d3-60')
  const [first = 0, second = 0] = ids
  const unit = rig.thing(first)
  await rig.scan(unit.barcode)
  await rig.scan(codeOf(unit, 'sgtin'))
  expect((await rig.scan('VRSTK-UNDO')).feedback.message).toEqual({ code: 'undone', what: 'sgtin' })
  const other = codeOf(rig.thing(second), 'sgtin')
  await rig.scan(other)
  expect(await rig.pack(unit)).toBe(first)
  // The code that was taken back belongs to nobody: the next order may have it.
  expect(await rig.pack({ ...rig.thing(second), markingCode: codeOf(unit, 'sgtin') })).toBe(second)
  await rig.drained()
  expect(held(first)).toMatchObject({ sgtin: [other] })
  expect(held(second)).toMatchObject({ sgtin: [codeOf(unit, 'sgtin')] })
  expect(codeWrites().toSorted()).toEqual(
    [first, second].flatMap(id => [`PUT ${id}/meta/expiration`, `PUT ${id}/meta/sgtin`]).toSorted()
  )
})

test('a code taken back before the network was there is never sent', async () => {
  const { rig, ids, codeWrites, held } = await supplyOf('tshirt-basic-m-white', 'tshirt-basic-m-white')
  const [first = 0, second = 0] = ids
  // The first write tells that the network is gone; it is of unknown fate. The second one never leaves.
  await rig.network.cut()
  await rig.pack(rig.thing(first))
  await rig.when('the banner', ({ network }) => network.kind === 'offline')
  await rig.pack(rig.thing(second))
  await rig.call('orders.deleteCode', { orderId: second, key: 'sgtin' })
  expect(rig.view().network.waiting).toBe(1)
  await rig.network.mend()
  await rig.call('queue.retry', { id: '' })
  await rig.drained()
  expect(held(first)).toEqual({ sgtin: [codeOf(rig.thing(first), 'sgtin')] })
  expect(held(second)).toEqual({})
  expect(codeWrites()).toEqual([`PUT ${first}/meta/sgtin`])
  expect((await rig.call('orders.get', { orderId: second }))?.order.life).toBe('claimed')
})

test('a code taken back after it was sent is deleted at the marketplace, and the next one is set', async () => {
  const { rig, ids, codeWrites, held } = await supplyOf('phone-nova-128', 'phone-nova-128')
  const [first = 0, second = 0] = ids
  const unit = rig.thing(first)
  await rig.scan(unit.barcode)
  await rig.scan(codeOf(unit, 'imei'))
  await rig.when('the label', ({ feedback }) => feedback.message.code === 'scanStickerBack')
  await rig.drained()
  expect(held(first)).toEqual({ imei: [codeOf(unit, 'imei')] })
  await rig.scan('VRSTK-UNDO')
  await rig.drained()
  expect(held(first)).toEqual({})
  const other = codeOf(rig.thing(second), 'imei')
  expect(await rig.pack({ ...unit, imei: other })).toBe(first)
  await rig.drained()
  expect(held(first)).toEqual({ imei: [other] })
  expect(codeWrites()).toEqual([`PUT ${first}/meta/imei`, `DELETE ${first}/meta?key=imei`, `PUT ${first}/meta/imei`])
  // The label that is out is still the right one: no second came.
  expect(rig.printer.labels).toHaveLength(1)
})

test('of a set every marking code is asked for, one by one, and all of them travel', async () => {
  const rig = await startRig({ orders: 0 })
  const { control } = rig.marketplace
  control.addOrders(2, { article: 'tshirt-basic-m-white', markingCodes: 3 })
  await rig.refresh('the orders', ({ counts }) => counts.fresh === 2)
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.stickered(2)
  const units = control.things().map(({ orderId }) => rig.thing(orderId))
  const codesOf = (unit: (typeof units)[number]) => [codeOf(unit, 'sgtin'), ...(unit.moreMarkingCodes ?? [])]
  const [first, second] = units
  if (first === undefined || second === undefined) throw new Error('two orders were made')

  const [one = '', two = '', three = ''] = codesOf(first)
  await rig.scan(first.barcode)
  await rig.scan(one)
  expect((await rig.scan(two)).feedback.message).toMatchObject({ code: 'replaceCode', key: 'sgtin' })
  expect(rig.view().answers.map(({ code }) => code)).toEqual(['yes', 'oneMore', 'no'])
  await rig.scan('VRSTK-ONE-MORE')
  // Told before it is scanned.
  expect((await rig.scan('VRSTK-ONE-MORE')).feedback.message).toEqual({
    code: 'scanCode',
    key: 'sgtin',
    place: 3,
    of: 3
  })
  await rig.scan(three)
  await rig.when('the label', ({ feedback }) => feedback.message.code === 'scanStickerBack')
  await rig.scan(rig.view().order?.sticker?.barcode ?? '')
  expect(rig.view().feedback.message.code).toBe('packed')
  expect(await rig.call('sets.all')).toMatchObject([{ article: 'tshirt-basic-m-white', codes: 3 }])

  // The next one is known as a set, and so it is after a restart.
  await rig.stop()
  await rig.start()
  await rig.scan(second.barcode)
  const asked = []
  for (const code of codesOf(second)) asked.push((await rig.scan(code)).feedback.message)
  expect(asked.slice(0, 2)).toEqual([2, 3].map(place => ({ code: 'scanCode', key: 'sgtin', place, of: 3 })))
  await rig.when('the label', ({ feedback }) => feedback.message.code === 'scanStickerBack')
  await rig.drained()
  for (const unit of units) {
    const held = control.state().orders.find(order => order.id === unit.orderId)?.meta
    expect(held).toEqual({ sgtin: codesOf(unit) })
  }
})

test('a date is overwritten, never deleted', async () => {
  const { rig, ids, codeWrites, held } = await supplyOf('tea-ivan-100')
  const [id = 0] = ids
  const unit = rig.thing(id)
  await rig.scan(unit.barcode)
  expect((await rig.scan('01.02.2020')).feedback.message).toMatchObject({
    code: 'badCode',
    key: 'expiration',
    problem: { code: 'expirationTooSoon' }
  })
  await rig.scan(codeOf(unit, 'expiration'))
  await rig.when('the label', ({ feedback }) => feedback.message.code === 'scanStickerBack')
  await rig.drained()
  expect((await rig.scan('VRSTK-UNDO')).feedback.message).toEqual({ code: 'expirationStays' })
  expect((await rig.scan('31.12.2099')).feedback.message).toMatchObject({ code: 'replaceCode', value: '31.12.2099' })
  await rig.scan('VRSTK-YES')
  expect(await rig.pack(unit)).toBe(id)
  await rig.drained()
  expect(held(id)).toEqual({ expiration: ['31.12.2099'] })
  expect(codeWrites()).toEqual([`PUT ${id}/meta/expiration`, `PUT ${id}/meta/expiration`])
})

test('a code that the marketplace turns down puts its order on the problem shelf with the reason, and is not tried again', async () => {
  const { rig, control, ids, codeWrites } = await supplyOf('tshirt-basic-m-white', 'tshirt-basic-m-white')
  const [first = 0, second = 0] = ids
  // Somebody at another station has used the unit's code already.
  const taken = codeOf(rig.thing(first), 'sgtin')
  const reply = await fetch(`${rig.marketplace.url}/api/v3/orders/${second}/meta/sgtin`, {
    method: 'PUT',
    headers: { Authorization: rig.marketplace.token },
    body: JSON.stringify({ sgtins: [taken] })
  })
  expect(reply.status).toBe(204)
  control.clearRequests()
  await rig.scan(rig.thing(first).barcode)
  await rig.scan(taken)
  const shelved = await rig.when('the shelf', ({ counts }) => counts.problems === 1)
  expect(shelved.feedback).toMatchObject({
    face: 'refused',
    message: { code: 'codeRefusedAtMarketplace', orderId: first, key: 'sgtin', decision: 'FailedToUpdateMeta' }
  })
  expect(shelved.order).toBeNull()
  const page = await rig.call('orders.get', { orderId: first })
  expect(page?.order.shelf?.why).toMatchObject({ kind: 'writeRefused', what: 'sgtin', code: 'FailedToUpdateMeta' })
  await rig.refresh('news', ({ network }) => network.waiting === 0)
  expect(codeWrites()).toEqual([`PUT ${first}/meta/sgtin`])
  const open = await rig.call('queue.list', { pending: true, offset: 0, limit: 10 })
  expect(open.map(({ state }) => state.kind)).toEqual(['refused'])
  expect(rig.view().network.attention).toBe(1)
  const settled = { id: open[0]?.id ?? '', reason: 'Взят другой код' } as const
  // It was refused: it can't have taken place.
  expect(await rig.call('queue.settle', { ...settled, as: 'done' })).toBe(false)
  expect(await rig.call('queue.settle', { ...settled, as: 'dropped' })).toBe(true)
  const [line] = await rig.call('history.list', { offset: 0, limit: 1 })
  expect(line).toMatchObject({ kind: 'queueSettled', orderId: first })
  expect(line?.facts).toContain('Взят другой код')
  expect(rig.view().network.attention).toBe(0)
  expect(rig.errors()).toEqual([])
})
