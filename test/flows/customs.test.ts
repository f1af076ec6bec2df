import { expect, test } from 'vitest'
import { codeOf } from '../support/packer.ts'
import { claimAll, expectClean, lifeOf, schemeRig, stateOf, statusesOf } from '../support/scheme-rig.ts'
import { startRig } from '../support/station-rig.ts'
import { until } from '../support/until.ts'
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

const ABROAD_B2B = { ...ABROAD, isB2b: true }

test.each(['dbs', 'pickup'] as const)(
  'a %s order of an organisation asks for the goods’ country behind the declaration, and both are at the marketplace',
  async scheme => {
    const rig = await schemeRig('successor')
    const { control } = rig.marketplace
    const ids = control.addOrders(2, { scheme, ...ABROAD_B2B })
    await rig.refresh('the orders', ({ counts }) => counts.fresh === 2)
    await claimAll(rig, ids)
    await rig.drained()
    for (const id of ids) {
      const unit = rig.thing(id)
      await rig.scan(unit.barcode)
      const asked = await rig.scan(codeOf(unit, 'customsDeclaration'))
      expect(asked.feedback.message).toEqual({ code: 'scanCode', key: 'customsDeclaration', place: 2, of: 2 })
      expect((await rig.scan('999')).feedback.message).toMatchObject({
        code: 'badCode',
        problem: { code: 'noSuchCountry' }
      })
      // Undone, and typed once more without its leading zero.
      await rig.scan('792')
      expect((await rig.scan('VRSTK-UNDO')).feedback.message).toMatchObject({ code: 'undone' })
      await rig.scan('51')
      expect(await rig.pack(unit)).toBe(id)
    }
    if (scheme === 'dbs') await rig.scan('VRSTK-SUPPLY-DONE')
    await rig.drained()
    const leaves = scheme === 'dbs' ? 'deliver' : 'prepare'
    await until('both on their way', () => statusesOf(rig, ids).every(status => status === leaves))
    for (const id of ids) {
      expect(stateOf(rig, id)).toMatchObject({
        meta: { customsDeclaration: [codeOf(rig.thing(id), 'customsDeclaration')] },
        originCountryCode: '051'
      })
    }
    expectClean(rig, ids)
  }
)

test('no declaration can be given for a buyer who is no organisation: the order is on the shelf, and its key is named', async () => {
  const rig = await schemeRig('successor')
  const [id = 0] = rig.marketplace.control.addOrders(1, { scheme: 'dbs', ...ABROAD })
  await rig.refresh('the order', ({ counts }) => counts.fresh === 1)
  await claimAll(rig, [id])
  await rig.when('the shelf', ({ counts }) => counts.problems === 1)
  expect((await rig.call('orders.get', { orderId: id }))?.order.shelf?.why).toEqual({
    kind: 'unknownMeta',
    keys: ['customsDeclaration']
  })
  expect(await lifeOf(rig, id)).toBe('shelved')
})
