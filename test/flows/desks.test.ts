import { expect, test } from 'vitest'
import { handOut, scanAtCourier, tellEnds } from '../../renderer/screens/courier/desk.ts'
import { ask, leaveBuyer, scanAtCounter, setBuyer, tellEnd } from '../../renderer/screens/handover/handover.ts'
import { badgeBarcode, parcelBarcode } from '../../shared/domain/scanning/commands.ts'
import { deskPage } from '../support/desk-page.ts'
import { claimAll, claimRound, newOrders, schemeRig, stateOf, statusesOf } from '../support/scheme-rig.ts'
import type { StationRig } from '../support/station-rig.ts'
import { until } from '../support/until.ts'

/* What the page's desks do with what the station says of their acts: its own code over a whole station. */

const MUG = 'mug-enamel-350'

/** From here on nobody is signed in, and somebody has to be. */
async function askForBadge(rig: StationRig): Promise<void> {
  await rig.call('settings.set', { signIn: true })
  await rig.call('packers.save', { id: '7', name: 'Packer 7' })
}

async function packed(scheme: 'dbs' | 'pickup', ...articles: readonly string[]) {
  const { rig, ids } = await claimRound('seed', scheme, ...articles)
  for (const id of ids) await rig.pack(rig.thing(id))
  await rig.drained()
  return { rig, ids }
}

test('with nobody signed in no pile and no code is lost, and the desk says why; a badge scanned there is enough', async () => {
  const { rig, ids } = await packed('dbs', MUG, MUG)
  await askForBadge(rig)
  const page = deskPage(rig, '#/courier')
  const desk = () => page.store.getState().courier
  for (const id of ids) await scanAtCourier(page, parcelBarcode(id))
  await handOut(page)
  expect(desk()).toMatchObject({ loading: ids, said: { kind: 'notTaken', why: { code: 'badgeFirst' } } })
  expect(statusesOf(rig, ids)).toEqual(['confirm', 'confirm'])

  await scanAtCourier(page, badgeBarcode('7'))
  await handOut(page)
  expect(desk()).toMatchObject({ loading: [], said: null })
  await until('the courier', () => statusesOf(rig, ids).every(status => status === 'deliver'))
})

test('only a code is noted as the buyer’s, and it stays until the station took it', async () => {
  const { rig, ids } = await packed('dbs', MUG)
  const page = deskPage(rig, '#/courier')
  const desk = () => page.store.getState().courier
  const [orderId = 0] = ids
  await scanAtCourier(page, parcelBarcode(orderId))
  await handOut(page)
  await until('the courier', () => statusesOf(rig, ids).join() === 'deliver')
  await rig.drained()
  await askForBadge(rig)
  const state = stateOf(rig, orderId)
  const code = 'code' in state ? state.code : ''
  await scanAtCourier(page, parcelBarcode(orderId))
  await scanAtCourier(page, code)
  // A product's barcodes, long and short, a place, a word: nothing that a buyer says.
  for (const text of ['4006381333931', '46009333', 'VRSTK-PLACE-A1', 'abcdef']) {
    await scanAtCourier(page, text)
    expect(desk()).toMatchObject({ back: [{ orderId, code }], said: { kind: 'notCode' } })
  }
  await tellEnds(page)
  expect(desk()).toMatchObject({ back: [{ orderId, code }], said: { kind: 'notTaken', why: { code: 'badgeFirst' } } })
  await scanAtCourier(page, badgeBarcode('7'))
  await tellEnds(page)
  expect(desk().back).toEqual([])
  await until('the end', () => statusesOf(rig, ids).join() === 'receive')
})

test('a parcel that was called off while it lay on the pile does not leave: it stays there, and is named', async () => {
  const { rig, ids } = await packed('dbs', MUG, MUG)
  const [gone = 0, dead = 0] = ids
  const page = deskPage(rig, '#/courier')
  for (const id of ids) await scanAtCourier(page, parcelBarcode(id))
  await rig.call('orders.cancel', { orderId: dead })
  await handOut(page)
  expect(page.store.getState().courier).toMatchObject({ loading: [dead], said: { kind: 'stay', orderIds: [dead] } })
  expect(page.heard.at(-1)).toBe('refused')
  await until('the courier', () => statusesOf(rig, [gone]).join() === 'deliver')
})

test('the counter says "taken" only when the station took it, and a passcode is good for its own code alone, while its buyer is there', async () => {
  const { rig, ids } = await packed('pickup', MUG)
  await until('the store', () => statusesOf(rig, ids).join() === 'prepare')
  await rig.drained()
  const [orderId = 0] = ids
  const state = stateOf(rig, orderId)
  const { orderCode, passcode } = 'passcode' in state ? state : { orderCode: '', passcode: '' }
  const page = deskPage(rig, '#/handover')
  const buyer = () => {
    const [one] = page.store.getState().handover.buyers
    if (one === undefined) throw new Error('nobody')
    return one
  }
  await tellEnd(page, buyer().id, orderId, 'receive')
  expect(buyer().said).toEqual({ kind: 'notTaken', why: { code: 'identityFirst', orderId } })

  // The code is changed while the marketplace is asked.
  setBuyer(page.store, buyer().id, { orderCode, passcode })
  const asking = ask(page, buyer().id)
  setBuyer(page.store, buyer().id, { orderCode: '999999999-0001' })
  await asking
  expect(buyer()).toMatchObject({ isKnown: false, said: null })
  await tellEnd(page, buyer().id, orderId, 'receive')
  expect(buyer().said).toEqual({ kind: 'notTaken', why: { code: 'identityFirst', orderId } })

  // The right one, and gone before the parcel was found.
  await scanAtCounter(page, orderCode)
  await scanAtCounter(page, '46009333')
  expect(buyer()).toMatchObject({ passcode: '', said: { kind: 'notScanned' } })
  await scanAtCounter(page, passcode)
  expect(buyer().isKnown).toBe(true)
  leaveBuyer(page, buyer().id)
  await tellEnd(page, buyer().id, orderId, 'receive')
  expect(buyer().said).toEqual({ kind: 'notTaken', why: { code: 'identityFirst', orderId } })

  await scanAtCounter(page, orderCode)
  await scanAtCounter(page, passcode)
  await tellEnd(page, buyer().id, orderId, 'receive')
  expect(buyer().said).toEqual({ kind: 'told', outcome: 'receive' })
  await until('the end', () => statusesOf(rig, ids).join() === 'receive')
})

test('a pile with a former time on a label asks before it leaves: F8 once more sends it, new labels end the asking', async () => {
  const { rig, ids } = await claimRound('successor', 'dbs', MUG, MUG)
  for (const id of ids) await rig.pack(rig.thing(id))
  await rig.drained()
  const [first = 0] = ids
  const state = stateOf(rig, first)
  const day = 'delivery' in state ? state.delivery.day + 30 * 86_400_000 : 0
  rig.marketplace.control.moveDelivery(first, { day, timeFrom: '18:00', timeTo: '20:00' })
  await rig.call('queue.retry', { id: '' })
  const page = deskPage(rig, '#/courier')
  const desk = () => page.store.getState().courier
  await until('the former time', async () =>
    (await rig.call('courier.desk')).some(({ id, hasOldLabel }) => id === first && hasOldLabel)
  )
  for (const id of ids) await scanAtCourier(page, parcelBarcode(id))
  await handOut(page)
  expect(desk()).toMatchObject({ loading: ids, said: { kind: 'oldLabels', orderIds: [first] } })
  expect(page.heard.at(-1)).toBe('ask')
  // Another scan in between: the question is put anew.
  await scanAtCourier(page, parcelBarcode(first))
  await handOut(page)
  expect(desk().said).toMatchObject({ kind: 'oldLabels' })
  await rig.drained()
  expect(statusesOf(rig, ids)).toEqual(['confirm', 'confirm'])
  await handOut(page)
  expect(desk()).toMatchObject({ loading: [], said: null })
  await until('the courier', () => statusesOf(rig, ids).every(status => status === 'deliver'))
})

test('a route sheet is a look at each buyer on it, and at nobody else', async () => {
  const rig = await schemeRig('successor')
  const ids = await newOrders(rig, 'dbs', MUG, MUG)
  const [elsewhere = 0] = await newOrders(rig, 'pickup', MUG)
  await claimAll(rig, ids)
  await rig.call('courier.route', { orderIds: [...ids, elsewhere, 987_654] })
  await rig.call('labels.print', { kind: 'routeSheet', orderIds: [...ids, 987_654] })
  const looks = (await rig.call('history.list', { offset: 0, limit: 50 })).filter(({ kind }) => kind === 'buyerShown')
  expect(looks.map(({ orderId }) => orderId).toSorted()).toEqual([...ids, ...ids].toSorted())
})
