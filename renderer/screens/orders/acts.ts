import type { OrderRow } from '../../../shared/contract/contract.ts'
import type { SupplierStatus } from '../../../shared/domain/orders/orders.ts'
import { rulesOf } from '../../../shared/domain/schemes/schemes.ts'

/** Whether the order can be set aside: it is in work, and has not left. */
export function mayShelve({ life }: OrderRow): boolean {
  return life === 'claimed' || life === 'coded' || life === 'stickered' || life === 'packed'
}

/** Whether the seller may still call the order off, as far as is known here; the marketplace has the last word. */
export function mayCancel({ life, scheme, shelf, supplierStatus }: OrderRow): boolean {
  const isDead = life === 'cancelled' || life === 'handed' || life === 'returned'
  if (isDead || shelf?.why.kind === 'cancelling') return false
  const from: readonly string[] = rulesOf(scheme.kind).cancellable satisfies readonly SupplierStatus[]
  return from.includes(supplierStatus)
}
