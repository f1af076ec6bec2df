import type { OrderRow } from '../../../shared/contract/contract.ts'
import { moveAfter } from '../../../shared/domain/codes/decisions.ts'
import { META_KEYS } from '../../../shared/domain/orders/orders.ts'

/** Whose move a problem is; `wait`: nobody's, the marketplace has to answer. */
export const MOVERS = ['packer', 'lead', 'supplier', 'wait'] as const
export type ShelfMover = (typeof MOVERS)[number]

/** How an order gets off the shelf. */
export type WayOff = 'thing' | 'found' | 'code' | 'lead' | 'update' | 'wait' | 'takeOut'

/** Whose move it is. */
export function moverOf({ life, shelf }: OrderRow): ShelfMover {
  if (shelf === null || life === 'cancelled') return 'packer'
  const { why } = shelf
  switch (why.kind) {
    case 'packer':
      return 'packer'
    case 'codeRefused':
      return moveAfter(why.key, why.decision)?.mover ?? 'lead'
    case 'writeRefused': {
      const key = META_KEYS.find(known => known === why.what)
      return (key === undefined ? undefined : moveAfter(key, why.code)?.mover) ?? 'lead'
    }
    case 'unknownMeta':
      return 'lead'
    case 'cancelling':
      return 'wait'
  }
}

/** What takes it off, by scans wherever a scan can. */
export function wayOff({ life, shelf }: OrderRow): WayOff {
  if (shelf === null || life === 'cancelled') return 'takeOut'
  const { why } = shelf
  switch (why.kind) {
    case 'packer':
      return why.reason === 'missing' ? 'found' : why.reason === 'noCode' ? 'code' : 'thing'
    case 'codeRefused':
      return 'code'
    case 'writeRefused':
      return META_KEYS.some(known => known === why.what) ? 'code' : 'lead'
    case 'unknownMeta':
      return 'update'
    case 'cancelling':
      return 'wait'
  }
}
