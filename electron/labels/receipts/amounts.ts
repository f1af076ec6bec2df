import { currencyOf } from '../../../shared/domain/orders/currencies.ts'
import { NO_BREAK } from './wrap.ts'

/** The sign ₽ is in no printer's Cyrillic page; the other currencies go by their letters. */
function currencyWord(code: number): string {
  return code === RUBLE ? 'руб.' : (currencyOf(code) ?? `(${code})`)
}

const RUBLE = 643

/** Hundredths in the Russian way, the hundredths only where there are any: `1 014 руб.`, `1 014,50 руб.`. */
export function money(hundredths: number, currencyCode: number): string {
  const amount = Math.abs(hundredths)
  const rest = amount % 100
  const fraction = rest === 0 ? '' : `,${String(rest).padStart(2, '0')}`
  return `${hundredths < 0 ? '-' : ''}${inThrees((amount - rest) / 100)}${fraction}${NO_BREAK}${currencyWord(currencyCode)}`
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
