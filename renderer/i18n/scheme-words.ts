import type { OrderScheme } from '../../shared/domain/schemes/scheme.ts'
import { slotWords } from '../../shared/domain/schemes/slot-words.ts'
import type { Texts } from './texts.ts'

/** An order's scheme as a packer names it, and when its buyer expects the courier: `DBS · 03.08, 15:00–16:00`. */
export function schemeWords({ names }: Texts, scheme: OrderScheme): string {
  if (scheme.kind !== 'dbs') return names.schemes[scheme.kind]
  return [scheme.deliveryType === 'edbs' ? names.express : names.schemes.dbs, slotWords(scheme.slot)]
    .filter(part => part !== '')
    .join(' · ')
}
