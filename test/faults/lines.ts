import type { MetaKey, OrderLife } from '../../shared/domain/orders/orders.ts'
import type { View } from '../../shared/view/view.ts'

/** What the station says of an order at its start. */
export interface Told {
  readonly id: number
  readonly life: OrderLife
  readonly codes: readonly { readonly key: MetaKey; readonly value: string }[]
}

/** A line of the child's output. */
export type Line =
  /** Ready to start at once. */
  | { readonly kind: 'loaded' }
  | { readonly kind: 'start'; readonly orders: readonly Told[]; readonly view: View }
  | { readonly kind: 'view'; readonly view: View }
