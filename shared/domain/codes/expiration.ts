import { bad, ok, type Check } from './check.ts'

/** A day of the calendar; month 1–12. */
export interface CalendarDay {
  readonly year: number
  readonly month: number
  readonly day: number
}

export type ExpirationProblem =
  | { readonly code: 'expirationFormat' }
  | { readonly code: 'expirationNoSuchDay' }
  /** `days` from today to the date, negative if it is past. */
  | { readonly code: 'expirationTooSoon'; readonly days: number; readonly minimum: number }

/** The API takes no date nearer than this many days from today. */
const EXPIRATION_MINIMUM_DAYS = 30

const DAY_FIRST = /^([0-9]{1,2})([./-])([0-9]{1,2})\2([0-9]{4})$/
const YEAR_FIRST = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/
const RUN_TOGETHER = /^([0-9]{2})([0-9]{2})([0-9]{4})$/
const GS1_EXPIRY = /^17([0-9]{2})([0-9]{2})([0-9]{2})$/
const MILLISECONDS_A_DAY = 86_400_000

function calendarDay(year: string | undefined, month: string | undefined, day: string | undefined): CalendarDay {
  return { year: Number(year), month: Number(month), day: Number(day) }
}

/** Reads d.m.yyyy, d/m/yyyy, d-m-yyyy and yyyy-mm-dd, whether or not the calendar has such a day; null for other text. */
export function parseSeparatedDate(text: string): CalendarDay | null {
  const dayFirst = DAY_FIRST.exec(text)
  if (dayFirst) return calendarDay(dayFirst[4], dayFirst[3], dayFirst[1])
  const yearFirst = YEAR_FIRST.exec(text)
  return yearFirst ? calendarDay(yearFirst[1], yearFirst[2], yearFirst[3]) : null
}

/** Reads eight digits as ddmmyyyy, whether or not the calendar has such a day; null for other text. */
export function parseRunTogetherDate(text: string): CalendarDay | null {
  const match = RUN_TOGETHER.exec(text)
  return match ? calendarDay(match[3], match[2], match[1]) : null
}

/** Reads GS1 AI 17, `17yymmdd`, as a day of 2000–2099; day 00 is the month's last (GS1 General Specifications, 3.4.7). Null if there is no such day. */
export function parseGs1Expiry(text: string): CalendarDay | null {
  const match = GS1_EXPIRY.exec(text)
  if (!match) return null
  const { year, month, day } = calendarDay(`20${match[1]}`, match[2], match[3])
  const date = { year, month, day: day === 0 ? daysInMonth(year, month) : day }
  return isRealDay(date) ? date : null
}

/** True if the Gregorian calendar has this day, in the years 1000–9999. */
export function isRealDay({ year, month, day }: CalendarDay): boolean {
  if (year < 1000 || year > 9999 || month < 1 || month > 12) return false
  return day >= 1 && day <= daysInMonth(year, month)
}

/** A day in the form the API takes: dd.mm.yyyy. */
export function formatDay({ year, month, day }: CalendarDay): string {
  return `${String(day).padStart(2, '0')}.${String(month).padStart(2, '0')}.${String(year).padStart(4, '0')}`
}

/** An expiry date as the API takes it, dd.mm.yyyy: a real day, at least 30 days after today (by the caller's calendar). */
export function checkExpiration(text: string, today: CalendarDay): Check<ExpirationProblem> {
  const date = parseSeparatedDate(text) ?? parseRunTogetherDate(text)
  if (!date) return bad({ code: 'expirationFormat' })
  if (!isRealDay(date)) return bad({ code: 'expirationNoSuchDay' })
  const left = dayNumber(date) - dayNumber(today)
  return left >= EXPIRATION_MINIMUM_DAYS
    ? ok(formatDay(date))
    : bad({ code: 'expirationTooSoon', days: left, minimum: EXPIRATION_MINIMUM_DAYS })
}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function dayNumber({ year, month, day }: CalendarDay): number {
  return Date.UTC(year, month - 1, day) / MILLISECONDS_A_DAY
}
