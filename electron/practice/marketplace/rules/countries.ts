/** Some of the countries of the world by their OKSM digits, as the marketplace's dictionary writes them. */
export const COUNTRIES = [
  { code: '031', name: 'Азербайджан' },
  { code: '036', name: 'Австралия' },
  { code: '051', name: 'Армения' },
  { code: '112', name: 'Беларусь' },
  { code: '156', name: 'Китай' },
  { code: '276', name: 'Германия' },
  { code: '356', name: 'Индия' },
  { code: '380', name: 'Италия' },
  { code: '398', name: 'Казахстан' },
  { code: '417', name: 'Киргизия' },
  { code: '643', name: 'Россия' },
  { code: '792', name: 'Турция' },
  { code: '860', name: 'Узбекистан' }
] as const

/** Whether these digits, with or without their leading zeros, name one of the countries. */
export function isCountry(digits: string): boolean {
  return COUNTRIES.some(({ code }) => code === digits.padStart(3, '0'))
}
