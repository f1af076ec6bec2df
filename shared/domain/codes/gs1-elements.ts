import { hasValidCheckDigit } from './identifiers.ts'
import { formatDay, parseGs1Expiry } from './expiration.ts'
import { GS } from './marking-structure.ts'

/** One element of a GS1 symbol: its application identifier and what follows it. */
export interface Gs1Element {
  readonly ai: string
  readonly value: string
}

/** What a GS1 symbol without a serial number says of an item. */
export interface Gs1Item {
  /** AI 01, 14 digits with a right check digit. */
  readonly gtin: string
  /** AI 17 as dd.mm.yyyy; null: none, or no day of the calendar. */
  readonly expiration: string | null
}

/** AIM identifiers that say "FNC1 comes first", so that the content is GS1 elements (GS1 General Specifications, 5.1.3). */
const GS1_AIMS: readonly string[] = [']C1', ']d2', ']Q3', ']e0', ']e1', ']e2', ']J1']

/** Identifiers by their first two digits: how many digits they have (GS1 General Specifications, 3.2); 2 where nothing is said. */
const LONGER: { readonly [start: string]: number } = {
  '23': 3,
  '24': 3,
  '25': 3,
  '31': 4,
  '32': 4,
  '33': 4,
  '34': 4,
  '35': 4,
  '36': 4,
  '39': 4,
  '40': 3,
  '41': 3,
  '42': 3,
  '43': 4,
  '70': 4,
  '71': 3,
  '72': 4,
  '80': 4,
  '81': 4,
  '82': 4
}
/** The same: digits of value where no separator has to follow (GS1 General Specifications, 7.8.5). */
const FIXED: { readonly [start: string]: number } = {
  '00': 18,
  '01': 14,
  '02': 14,
  '03': 14,
  '04': 16,
  '11': 6,
  '12': 6,
  '13': 6,
  '14': 6,
  '15': 6,
  '16': 6,
  '17': 6,
  '18': 6,
  '19': 6,
  '20': 2,
  '31': 6,
  '32': 6,
  '33': 6,
  '34': 6,
  '35': 6,
  '36': 6,
  '41': 13
}
const ASSIGNED = /^(?:0[0-4]|1[0-9]|2[0-5]|3[0-79]|4[0-3]|7[0-2]|8[0-2]|9[0-9])/
/** The longest value of an element (AI 8200, a web address), in characters. */
const VALUE_MAXIMUM = 90
/** AI 10 and AI 21 take at most this many characters. */
const LOT_MAXIMUM = 20
/** The 82 characters that a value may have (GS1 General Specifications, figure 7.11-1). */
const VALUE = /^[!"%-?A-Z_a-z]+$/

/** True for the AIM identifier of a symbol whose content is GS1 elements. */
export function isGs1Aim(aim: string | null): boolean {
  return aim !== null && GS1_AIMS.includes(aim)
}

/** Takes GS1 elements apart, GS being the real character; null if something in the text is none. */
export function parseGs1Elements(text: string): readonly Gs1Element[] | null {
  const elements: Gs1Element[] = []
  let rest = text
  while (rest !== '') {
    const element = firstElement(rest)
    if (element === null) return null
    elements.push(element)
    rest = rest.slice(element.ai.length + element.value.length)
    // Some writers put a separator where none has to be.
    if (rest.startsWith(GS)) rest = rest.slice(1)
  }
  return elements
}

/** The elements as a symbol holds them: a separator only where one has to be. */
export function writeGs1Elements(elements: readonly Gs1Element[]): string {
  const isOpen = ({ ai }: Gs1Element) => FIXED[ai.slice(0, 2)] === undefined
  return elements
    .map((element, index) => {
      const separator = isOpen(element) && index < elements.length - 1 ? GS : ''
      return element.ai + element.value + separator
    })
    .join('')
}

function firstElement(text: string): Gs1Element | null {
  const start = text.slice(0, 2)
  if (!ASSIGNED.test(start)) return null
  const ai = /^[0-9]+$/.exec(text.slice(0, LONGER[start] ?? 2))?.[0]
  if (ai === undefined || ai.length < (LONGER[start] ?? 2)) return null
  const length = FIXED[start]
  const end = length === undefined ? text.indexOf(GS) : ai.length + length
  const value = text.slice(ai.length, end < 0 ? undefined : end)
  if (length !== undefined) return value.length === length && /^[0-9]+$/.test(value) ? { ai, value } : null
  const maximum = ai === '10' || ai === '21' ? LOT_MAXIMUM : VALUE_MAXIMUM
  return value.length <= maximum && VALUE.test(value) ? { ai, value } : null
}

/**
 * The item that GS1 elements name by AI 01; null if they name none. `isSaid`: an AIM identifier says that these are GS1
 * elements, so that AI 01 counts whatever follows it; else everything has to fit, and AI 01 alone is not enough.
 */
export function readGs1Item(text: string, isSaid: boolean): Gs1Item | null {
  const elements = parseGs1Elements(text)
  const gtin = elements?.find(({ ai }) => ai === '01')?.value ?? (isSaid ? /^01([0-9]{14})/.exec(text)?.[1] : undefined)
  if (gtin === undefined || !hasValidCheckDigit(gtin)) return null
  if (!isSaid && (elements?.[0]?.ai !== '01' || elements.length < 2 || !haveRealDays(elements))) return null
  const expiry = elements?.find(({ ai }) => ai === '17')
  const day = expiry === undefined ? null : parseGs1Expiry(`17${expiry.value}`)
  return { gtin, expiration: day === null ? null : formatDay(day) }
}

/** Whether every day in the elements is one: AI 11 produced, 12 due, 13 packed, 15 best before, 16 sell by, 17 expires. */
export function haveRealDays(elements: readonly Gs1Element[]): boolean {
  return elements.every(({ ai, value }) => !/^1[1-35-7]$/.test(ai) || parseGs1Expiry(`17${value}`) !== null)
}
