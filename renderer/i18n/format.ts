import { currencyOf } from '../../shared/domain/orders/currencies.ts'

export type Language = 'ru' | 'en'

/** Word forms by plural rule; `other` serves every rule that has no form of its own. */
export type Forms = { readonly [rule in Intl.LDMLPluralRule]?: string } & { readonly other: string }

/** Numbers, money, dates and durations as one language writes them. */
export interface Format {
  readonly language: Language
  number(value: number): string
  /** The form that fits the number, without the number. */
  plural(count: number, forms: Forms): string
  /** The number and the form that fits it: `3 заказа`. */
  count(count: number, forms: Forms): string
  /** Groups of three with narrow no-break spaces, whatever the language: `13 833 711`. */
  orderId(id: number): string
  /** `hundredths` of the currency with this ISO 4217 numeric code. */
  money(hundredths: number, currencyCode: number): string
  time(at: number): string
  date(at: number): string
  dateTime(at: number): string
  /** The largest unit of a duration in ms: `5 ч`. */
  roughly(ms: number): string
  /** Two largest units of a duration in ms: `5 ч 12 мин`; never less than a minute. */
  duration(ms: number): string
}

const LOCALES: { readonly [language in Language]: string } = { ru: 'ru-RU', en: 'en-GB' }
const UNITS: { readonly [language in Language]: readonly [day: Forms, hour: string, minute: string] } = {
  ru: [{ one: 'день', few: 'дня', other: 'дней' }, 'ч', 'мин'],
  en: [{ one: 'day', other: 'days' }, 'h', 'min']
}
const MINUTE = 60_000
const NO_BREAK = '\u00a0'

/** Makes the formats of one language; times are in the PC's own time zone. */
export function makeFormat(language: Language): Format {
  const locale = LOCALES[language]
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const rules = new Intl.PluralRules(locale)
  const times = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' })
  const dates = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' })
  const dateTimes = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit'
  })
  const plural = (count: number, forms: Forms): string => forms[rules.select(count)] ?? forms.other
  const [day, hour, minute] = UNITS[language]
  /** The two largest units that are not zero. */
  function durationParts(ms: number): readonly string[] {
    const minutes = Math.max(1, Math.floor(ms / MINUTE))
    const days = Math.floor(minutes / 1440)
    const hours = Math.floor((minutes % 1440) / 60)
    const rest = minutes % 60
    return [
      days > 0 ? `${days}${NO_BREAK}${plural(days, day)}` : '',
      hours > 0 ? `${hours}${NO_BREAK}${hour}` : '',
      days === 0 && rest > 0 ? `${rest}${NO_BREAK}${minute}` : ''
    ].filter(part => part !== '')
  }
  return {
    language,
    number: value => numbers.format(value),
    plural,
    count: (count, forms) => `${numbers.format(count)}${NO_BREAK}${plural(count, forms)}`,
    orderId: groupedInThrees,
    money: (hundredths, currencyCode) => money(locale, hundredths, currencyCode),
    time: at => times.format(at),
    date: at => dates.format(at),
    dateTime: at => dateTimes.format(at),
    roughly: ms => durationParts(ms)[0] ?? '',
    duration: ms => durationParts(ms).join(' ')
  }
}

/** An order's number in groups of three, parted by narrow no-break spaces. */
function groupedInThrees(id: number): string {
  return String(id).replace(/\B(?=(?:\d{3})+$)/g, '\u202f')
}

function money(locale: string, hundredths: number, currencyCode: number): string {
  const value = hundredths / 100
  const digits = hundredths % 100 === 0 ? 0 : 2
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits }
  const currency = currencyOf(currencyCode)
  if (currency === null) return `${new Intl.NumberFormat(locale, options).format(value)} (${currencyCode})`
  const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol', ...options } as const
  return new Intl.NumberFormat(locale, style).format(value)
}
