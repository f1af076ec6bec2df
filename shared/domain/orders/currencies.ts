/** ISO 4217 numeric → letters, for the countries where the marketplace sells or buys. */
const CURRENCIES: ReadonlyMap<number, string> = new Map([
  [51, 'AMD'],
  [156, 'CNY'],
  [398, 'KZT'],
  [417, 'KGS'],
  [643, 'RUB'],
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

/** The letter code of a currency by its ISO 4217 number; null for one not listed here. */
export function currencyOf(numericCode: number): string | null {
  return CURRENCIES.get(numericCode) ?? null
}
