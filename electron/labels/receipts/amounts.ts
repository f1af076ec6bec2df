import { NO_BREAK } from './wrap.ts'

/**
 * ISO 4217 numeric → what a receipt calls the currency, where the marketplace sells. Signs like ₽ are in no printer's
 * Cyrillic page.
 */
const CURRENCIES: ReadonlyMap<number, string> = new Map([
  [51, 'AMD'],
  [156, 'CNY'],
  [398, 'KZT'],
  [417, 'KGS'],
  [643, 'руб.'],
  [784, 'AED'],
  [840, 'USD'],
  [860, 'UZS'],
  [933, 'BYN'],
  [944, 'AZN'],
  [949, 'TRY'],
  [972, 'TJS'],
  [978, 'EUR'],
  [981, 'GEL']
])

/** Hundredths in the Russian way, the hundredths only where there are any: `1 014 руб.`, `1 014,50 руб.`. */
export function money(hundredths: number, currencyCode: number): string {
  const currency = CURRENCIES.get(currencyCode) ?? `(${currencyCode})`
  const amount = Math.abs(hundredths)
  const rest = amount % 100
  const fraction = rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`
  return `${hundredths < 0 ? '-' : ''}${inThrees((amount - rest) / 100)}${fraction}${NO_BREAK}${currency}`
}

/** 13833711 → `13 833 711`, in one piece. */
export function inThrees(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, NO_BREAK)
}

/** Unix ms as the clock on the wall of this PC shows it: `26.11.2026 18:41`. */
export function dayAndTime(at: number): string {
  const date = new Date(at)
  const day = [date.getDate(), date.getMonth() + 1].map(twoDigits).join('.')
  const time = [date.getHours(), date.getMinutes()].map(twoDigits).join(':')
  return `${day}.${date.getFullYear()}${NO_BREAK}${time}`
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
