import type { OrderRow } from '../../../shared/contract/contract.ts'
import { decodeScan } from '../../../shared/domain/scanning/scan.ts'
import type { Page } from '../../page.ts'
import { routeHash } from '../../route.ts'

/** What stands on the problem shelf. */
export const PROBLEMS = { lives: null, problems: true, supplyId: null, search: '' } as const

/**
 * A scan on the problem shelf: the thing, sticker or number of an order that stands there shows it; the same once more takes
 * it off. False: it is of none of them, and means what it means on the packing table.
 */
export async function scanProblem({ store, calls, sounds }: Page, text: string): Promise<boolean> {
  const scan = decodeScan(text)
  if (scan.kind === 'command' || scan.kind === 'operator') return false
  const search = scan.raw.trim().slice(0, 150)
  const found = await calls.ask('orders.list', { ...PROBLEMS, search, offset: 0, limit: 20 })
  const { orderId } = store.getState().route
  const order = found?.rows.find(({ id }) => id === orderId) ?? found?.rows[0]
  // The parcel of a cancelled order is taken out by its sticker, as on the packing table.
  if (order === undefined || order.life === 'cancelled') return false
  if (order.id === orderId && mayLeave(order)) await calls.act('orders.unshelve', { orderId })
  else location.hash = routeHash({ screen: 'problems', orderId: order.id })
  sounds.play('goOn', store.getState().view?.settings.volume ?? 0)
  return true
}

/** Whether a person can take the order off the shelf: what is being cancelled waits for the marketplace. */
export function mayLeave({ life, shelf }: OrderRow): boolean {
  return life === 'shelved' && shelf?.why.kind !== 'cancelling'
}
