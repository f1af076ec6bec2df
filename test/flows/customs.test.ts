import { expect, test } from 'vitest'
import { codeOf } from '../support/packer.ts'
import { startRig } from '../support/station-rig.ts'
import { repeatedWrites, writesOf } from '../support/write-log.ts'

const ABROAD = { article: 'mug-enamel-350', requiredMeta: ['customsDeclaration'] } as const

test('an order that needs a customs declaration asks for it, and its sticker is asked for only when it is in', async () => {
  const rig = await startRig({ orders: 0 })
  const { control } = rig.marketplace
  const [abroad = 0] = control.addOrders(1, ABROAD)
  const [plain = 0] = control.addOrders(1, { article: 'notebook-a5-dots' })
  await rig.refresh('the orders', ({ counts }) => counts.fresh === 2)
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.stickered(1)
  await rig.drained()
  const stickersAsked = () =>
    control
      .requests()
      .filter(({ path }) => path.includes('/stickers'))
      .flatMap(({ orderIds }) => orderIds)
  expect(stickersAsked()).not.toContain(abroad)

  const unit = rig.thing(abroad)
  const onTable = await rig.scan(unit.barcode)
  expect(onTable.feedback.message).toEqual({ code: 'scanCode', key: 'customsDeclaration' })
  expect((await rig.scan('10704010/0106')).feedback.message).toMatchObject({
    code: 'badCode',
    key: 'customsDeclaration'
  })
  // Fifteen digits and two strokes: no IMEI here.
  const number = codeOf(unit, 'customsDeclaration')
  await rig.scan(` ${number.replaceAll('/', ' / ')} `)
  expect(await rig.pack(unit)).toBe(abroad)
  expect(await rig.pack(rig.thing(plain))).toBe(plain)
  await rig.drained()
  expect(stickersAsked()).toContain(abroad)
  expect(control.state().orders.find(({ id }) => id === abroad)?.meta).toEqual({ customsDeclaration: [number] })
  expect(rig.view().counts.problems).toBe(0)

  await rig.call('orders.deleteCode', { orderId: abroad, key: 'customsDeclaration' })
  await rig.drained()
  expect(control.state().orders.find(({ id }) => id === abroad)?.meta).toEqual({})
  expect(repeatedWrites(writesOf(control))).toEqual([])
  expect(rig.errors()).toEqual([])
})

test('the older edition has no such key: the order is on the shelf, and told what to change', async () => {
  const rig = await startRig({ orders: 0, marketplace: { edition: 'seed' }, edition: 'seed' })
  const { control } = rig.marketplace
  const [abroad = 0] = control.addOrders(1, ABROAD)
  await rig.refresh('the order', ({ counts }) => counts.fresh === 1)
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.drained()
  await rig.scan(rig.thing(abroad).barcode)
  await rig.scan(codeOf(rig.thing(abroad), 'customsDeclaration'))
  const shelved = await rig.when('the shelf', ({ counts }) => counts.problems === 1)
  expect(shelved.feedback.message).toMatchObject({ code: 'codeRefusedAtMarketplace', decision: 'NotInEdition' })
  expect(writesOf(control).filter(({ name }) => name.includes('/meta'))).toEqual([])
  expect(rig.errors()).toEqual([])
})
