import type { Page } from 'playwright-core'
import { parcelBarcode, placeBarcode } from '../../shared/domain/scanning/commands.ts'
import { SIZES } from './picture-taker.ts'
import type { TakePicture } from './picture-taker.ts'
import { awaitView, call, choosePoint, marketplaceOf } from './practice-page.ts'
import { until } from './until.ts'
import { createWedgeScanner } from './wedge-scanner.ts'

const PLAIN = { requiredMeta: [], optionalMeta: [] }
const COURIER = { scheme: 'dbs', toPickupPoint: false, ...PLAIN }
/** A cargo type whose practice warehouse asks for a pass. */
const BULKY = 2

/** Pictures of the screens beside the packing table, each with some work on it, from one practice shift. */
export async function takeDesks(page: Page, folder: string, take: TakePicture): Promise<void> {
  const { scan } = await createWedgeScanner(page)
  const marketplace = await marketplaceOf(folder)
  await awaitView(page, 'fresh orders', view => view.counts.fresh > 0)
  await call(page, 'settings.set', { wedgeGapMs: 500, repeatMs: 0, pollSeconds: 5, language: 'ru' })
  // The practice table takes room that a real table has.
  await page.locator('.practice [aria-expanded=true]').click()
  await scan('VRSTK-P-1')
  await marketplace.post('orders', { count: 3, ...COURIER })
  await marketplace.post('orders', { count: 1, ...COURIER, isExpress: true })
  await marketplace.post('orders', { count: 3, scheme: 'pickup', ...PLAIN })
  await marketplace.post('orders', { count: 5, cargoType: 1, ...PLAIN })
  await marketplace.post('orders', { count: 1, cargoType: BULKY, ...PLAIN })
  const state = await marketplace.state()
  const courier = state.dbsOrders.slice(-4)
  const counter = state.pickupOrders.slice(-3)
  const supply = state.orders.slice(-6, -1).map(({ id }) => id)
  const bulky = state.orders.at(-1)?.id ?? 0
  const courierIds = courier.map(({ id }) => id)
  const counterIds = counter.map(({ id }) => id)
  for (const orderId of [...courierIds, ...counterIds, ...supply, bulky]) {
    await until('the order', async () => (await call(page, 'orders.get', { orderId })) !== null)
  }
  const shown = async (hash: string, inside: string) => {
    await page.evaluate(to => void (location.hash = to), hash)
    await page.locator(inside).first().waitFor()
  }
  const picture = (name: string) => take(page, name, { sizes: SIZES.slice(0, 1) })

  const claim = (orderIds: readonly number[]) =>
    call(page, 'orders.claim', { orderIds: [...orderIds], supply: { kind: 'new', name: '' } })
  const pack = async (orderIds: readonly number[]) => {
    for (const orderId of orderIds) {
      const sticker = async () => (await call(page, 'orders.get', { orderId }))?.sticker ?? null
      await until('its sticker', async () => (await sticker()) !== null)
      const things = await call(page, 'practice.things', undefined)
      await scan(things.find(thing => thing.orderId === orderId)?.codes[0]?.text ?? '')
      const { order } = await awaitView(page, 'a label', view => view.feedback.message.code === 'scanStickerBack')
      await scan(order?.sticker?.barcode ?? '')
      await awaitView(page, 'a packed order', view => view.order === null)
    }
  }
  const reach = async (orderId: number, status: string) => {
    await until(`${orderId} to be ${status}`, async () => {
      const found = await call(page, 'orders.get', { orderId })
      return found?.order.supplierStatus === status
    })
  }

  // The seller's own courier: two parcels are out, one is being loaded, one delivery was moved.
  await claim(courierIds)
  await pack(courierIds)
  for (const orderId of courierIds) await reach(orderId, 'confirm')
  await shown('#/courier', '.courier-row')
  for (const orderId of courierIds.slice(0, 2)) await scan(parcelBarcode(orderId))
  await page.keyboard.press('F8')
  for (const orderId of courierIds.slice(0, 2)) await reach(orderId, 'deliver')
  await call(page, 'practice.moveDelivery', { orderId: courierIds[2] ?? 0 })
  await scan(parcelBarcode(courierIds[3] ?? 0))
  await picture('courier')

  // The counter: three parcels on the shelf, one buyer with the right passcode.
  await shown('#/pack', '.stage')
  await claim(counterIds)
  await pack(counterIds)
  for (const orderId of counterIds) await reach(orderId, 'prepare')
  for (const [index, orderId] of counterIds.slice(0, 2).entries()) {
    await scan(parcelBarcode(orderId))
    await awaitView(page, 'the parcel', view => view.feedback.message.code === 'pickupWaits')
    await scan(placeBarcode(`A${index + 1}`))
    await awaitView(page, 'its place', view => view.feedback.message.code === 'placed')
  }
  await shown('#/shelf', '.row-list li')
  await picture('shelf')
  await shown('#/handover', '.handover')
  await scan(counter[0]?.orderCode ?? '')
  await page.locator('.handover').getByRole('textbox').nth(1).and(page.locator(':focus')).waitFor()
  await scan(counter[0]?.passcode ?? '')
  await page.locator('.handover-parcel').first().waitFor()
  await picture('handover')

  // A supply with two packed of five, two on the problem shelf.
  await shown('#/pack', '.stage')
  await claim(supply)
  await awaitView(page, 'an open supply', view => view.batch !== null)
  await choosePoint(page, scan)
  await pack(supply.slice(0, 2))
  await call(page, 'orders.shelve', { orderId: supply[2] ?? 0, reason: 'damaged' })
  await call(page, 'orders.shelve', { orderId: supply[3] ?? 0, reason: 'missing' })
  await shown('#/supplies', '.supplies-row')
  await page.locator('.supplies-row').first().click()
  await page.locator('.supply-content').first().waitFor()
  await picture('supplies')
  await shown(`#/problems/${supply[2] ?? 0}`, '.problems-row')
  await picture('problems')
  await shown('#/orders', '.list-screen')
  await shown(`#/orders/${supply[0] ?? 0}`, '.side')
  await picture('orders')

  await call(page, 'passes.save', {
    passId: null,
    officeId: state.orders.at(-1)?.officeId ?? 0,
    firstName: 'Пример',
    lastName: 'Водитель',
    carModel: 'ГАЗель',
    carNumber: 'А123ВС'
  })
  await shown('#/passes', '.passes-row')
  await page.locator('.passes-row').first().click()
  await picture('passes')

  // No network: what was done meanwhile waits.
  await call(page, 'practice.setNetwork', { up: false })
  await claim([bulky])
  await call(page, 'orders.cancel', { orderId: supply[4] ?? 0 })
  await shown('#/queue', '.queue-row')
  await awaitView(page, 'no network', view => view.network.kind === 'offline')
  await picture('queue')
  await call(page, 'practice.setNetwork', { up: true })
  await awaitView(page, 'an empty queue', view => view.network.waiting === 0)

  await shown('#/history', '.who-packed, [type=search]')
  await page.getByRole('group').getByRole('button').nth(1).click()
  await page.locator('.shift-table').waitFor()
  await picture('shift')
  await shown('#board', '.board section')
  await picture('board')
}
