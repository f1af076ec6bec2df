import type { OrderScheme } from '../../shared/domain/schemes/scheme.ts'
import type { Texts } from './texts.ts'

/** An order's scheme as a packer names it, and when its buyer expects the courier: `DBS · 03.08, 15:00–16:00`. */
export function schemeWords({ names }: Texts, scheme: OrderScheme): string {
  if (scheme.kind !== 'dbs') return names.schemes[scheme.kind]
  const { date, from, to } = scheme.slot
  const hours = [from, to].filter(time => time !== '').join('–')
  const when = [date.slice(0, 'dd.mm'.length), hours].filter(part => part !== '').join(', ')
  return [scheme.deliveryType === 'edbs' ? names.express : names.schemes.dbs, when]
    .filter(part => part !== '')
    .join(' · ')
}
