import type { View } from '../../../shared/view/view.ts'
import type { QueueRow } from '../../../shared/contract/order-methods.ts'
import type { Person } from './person.ts'
import type { Breach } from './promises.ts'
import type { World } from './world.ts'

/** So many looks at the screen a person takes at the most until all is done. */
const LOOKS = 2500
const WAIT_MS = 5000
/** After so many looks that changed nothing the lists beside the table are looked into. */
const PATIENCE = 6
const PAGE = { offset: 0, limit: 200 } as const
const PACKED: readonly string[] = [
  'complete',
  'deliver',
  'prepare',
  'receive',
  'reject',
  'cancel',
  'cancel_missed_call'
]

interface Rest {
  readonly world: World
  readonly person: Person
  readonly revive: () => Promise<void>
  readonly scan: (text: string) => Promise<View | null>
}

/** With nothing in the way any more a person packs what there is, closes what is packed and ends what waits for one; what can't be done so. */
export async function finish(rest: Rest): Promise<readonly Breach[]> {
  const { world, person, scan, revive } = rest
  putRight(world)
  await revive()
  let still = 0
  for (let looks = 0; looks < LOOKS; looks += 1) {
    if (await isOver(world)) return []
    const view = world.view()
    const text = view === null ? null : person.next(view, looks)
    const before = JSON.stringify([view?.feedback, view?.order, view?.batch])
    if (text === null || still > 1) await world.pass(WAIT_MS)
    if (text !== null) await scan(text)
    await revive()
    const after = world.view()
    still = before === JSON.stringify([after?.feedback, after?.order, after?.batch]) ? still + 1 : 0
    if (still >= PATIENCE || looks % 60 === 59) await lookIntoLists(world)
  }
  return [{ promise: 'P8', what: await describe(world) }]
}

function putRight({ wire, own, disk, devices }: World): void {
  wire.weather.isUp = true
  wire.weather.tripMs = 60
  wire.weather.late = 0
  own.control.setFaults({ dropReplyAfterCommit: 0, dropBeforeCommit: 0, refuse5xx: 0, refuseWrites: 0 })
  own.control.setStrangers([])
  disk.why = null
  devices.plug(true)
  devices.printer.setFault(null)
  devices.printer.setSilent(false)
}

/** All orders are on their way or over, all supplies that hold some are delivered, and nothing waits here. */
async function isOver(world: World): Promise<boolean> {
  const { left, open } = stuckThere(shopOf(world))
  if (left.length > 0 || open.length > 0) return false
  const queue = await world.call('queue.list', { pending: true, ...PAGE })
  return queue !== null && queue.length === 0 && world.view()?.order === null && world.view()?.question === null
}

interface Ending {
  readonly supplierStatus: string
  readonly wbStatus: string
}

/** What a marketplace still waits for: orders that live and have not left, supplies with orders that were not delivered. */
export function stuckThere<
  Order extends Ending,
  Supply extends { readonly done: boolean; readonly orderIds: readonly number[] }
>(shop: {
  readonly orders: readonly Order[]
  readonly supplies: readonly Supply[]
}): {
  readonly left: readonly Order[]
  readonly open: readonly Supply[]
} {
  return {
    left: shop.orders.filter(({ supplierStatus, wbStatus }) => !PACKED.includes(supplierStatus) && !isDead(wbStatus)),
    open: shop.supplies.filter(({ done, orderIds }) => !done && orderIds.length > 0)
  }
}

function shopOf({ own }: World) {
  const { orders, dbsOrders, pickupOrders, supplies } = own.control.state()
  return { orders: [...orders, ...dbsOrders, ...pickupOrders], supplies }
}

function isDead(wbStatus: string): boolean {
  return wbStatus !== 'waiting' && wbStatus !== 'sorted' && wbStatus !== 'ready_for_pickup'
}

/** What a shift lead does: takes orders from the problem shelf, or calls them off; ends what the queue can't end. */
async function lookIntoLists(world: World): Promise<void> {
  const problems = await world.call('orders.list', { lives: ['shelved'], supplyId: null, search: '', ...PAGE })
  for (const { id, shelf } of problems?.rows ?? []) {
    if (shelf?.why.kind === 'packer') await world.call('orders.unshelve', { orderId: id })
    else if (shelf?.why.kind !== 'cancelling') await world.call('orders.cancel', { orderId: id })
  }
  for (const row of (await world.call('queue.list', { pending: true, ...PAGE })) ?? []) await settle(world, row)
  await world.call('queue.retry', { id: '' })
  await world.pass(WAIT_MS)
}

async function settle(world: World, { id, state }: QueueRow): Promise<void> {
  if (state.kind === 'parked') {
    await world.call('queue.retry', { id })
    return
  }
  if (state.kind === 'refused') await world.call('queue.settle', { id, as: 'dropped', reason: 'seen' })
}

async function describe(world: World): Promise<string> {
  const { left, open } = stuckThere(shopOf(world))
  const queue = await world.call('queue.list', { pending: true, ...PAGE })
  const { feedback, order, question, batch, network, counts } = world.view() ?? {}
  return JSON.stringify({
    left: left.map(({ id, supplierStatus, wbStatus, article }) => ({ id, supplierStatus, wbStatus, article })),
    open: open.map(({ id }) => id),
    queue: queue?.map(({ body, state }) => ({ body, state })),
    view: { feedback, order: order?.id, steps: order?.steps, question, batch, network, counts }
  })
}
