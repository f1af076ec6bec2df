/** Moscow keeps UTC+3 all year; the marketplace's days are its days. */
const MOSCOW_MS = 3 * 60 * 60 * 1000
const DAY_MS = 24 * 60 * 60 * 1000

/** The day in Moscow as `yyyy-mm-dd`; `now` in Unix ms. */
export function moscowDay(now: number): string {
  return new Date(now + MOSCOW_MS).toISOString().slice(0, 10)
}

/** The day after a day, both `yyyy-mm-dd`. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10)
}
