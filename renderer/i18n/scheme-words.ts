import type { DeliverySlot, OrderScheme } from '../../shared/domain/schemes/scheme.ts'
import type { Texts } from './texts.ts'

/** An order's scheme as a packer names it, and when its buyer expects the courier: `DBS · 03.08, 15:00–16:00`. */
export function schemeWords({ names }: Texts, scheme: OrderScheme): string {
  if (scheme.kind !== 'dbs') return names.schemes[scheme.kind]
  return [scheme.deliveryType === 'edbs' ? names.express : names.schemes.dbs, slotWords(scheme.slot)]
    .filter(part => part !== '')
    .join(' · ')
}

/** A delivery's day and hours: `03.08, 15:00–16:00`; the year goes without saying. */
export function slotWords({ date, from, to }: DeliverySlot): string {
  const hours = [from, to].filter(time => time !== '').join('–')
  return [date.slice(0, 'dd.mm'.length), hours].filter(part => part !== '').join(', ')
}
