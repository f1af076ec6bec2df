import type { Format } from './format.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE

/** How long before `now` something was, `5 минут назад`; beyond a day its date and time. Both in Unix ms. */
export function ago(format: Format, at: number, now: number): string {
  const passed = Math.max(0, now - at)
  if (passed >= DAY) return format.dateTime(at)
  const relative = new Intl.RelativeTimeFormat(format.language, { numeric: 'auto' })
  if (passed < MINUTE) return format.language === 'ru' ? 'только что' : 'just now'
  return passed < 60 * MINUTE
    ? relative.format(-Math.floor(passed / MINUTE), 'minute')
    : relative.format(-Math.floor(passed / (60 * MINUTE)), 'hour')
}
