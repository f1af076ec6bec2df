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

/** The moment of a day `dd.mm.yyyy` and a time `hh:mm` in Moscow (Unix ms); null: there is no such day or time. */
export function moscowTime(date: string, time: string): number | null {
  const [, dd, mm, yyyy] = /^(\d{2})\.(\d{2})\.(\d{4})$/.exec(date) ?? []
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? []
  if (dd === undefined || hours === undefined) return null
  const at = Date.UTC(Number(yyyy), Number(mm) - 1, Number(dd), Number(hours), Number(minutes))
  // A day that the month has not would roll over into the next.
  return new Date(at).getUTCDate() === Number(dd) ? at - MOSCOW_MS : null
}
