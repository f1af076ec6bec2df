import type { DeliverySlot } from './scheme.ts'

/** A delivery's day and hours: `03.08, 15:00–16:00`; the year goes without saying. */
export function slotWords({ date, from, to }: DeliverySlot): string {
  const hours = [from, to].filter(time => time !== '').join('–')
  return [date.slice(0, 'dd.mm'.length), hours].filter(part => part !== '').join(', ')
}
