import type { ProblemTexts } from '../texts.ts'
import { makeFormat } from '../format.ts'

const format = makeFormat('en')
const digits = (count: number) => format.count(count, { one: 'digit', other: 'digits' })
const characters = (count: number) => format.count(count, { one: 'character', other: 'characters' })
const days = (count: number) => format.count(count, { one: 'day', other: 'days' })
const WHOLE = 'Scan the square marking code once more'

/** What is wrong with a code, and what to do. */
export const problemsEn: ProblemTexts = {
  markingStructure: () => ({ title: 'Not a marking code', remedy: 'Scan the square Chestny ZNAK code' }),
  markingNoGs: () => ({
    title: 'The scanner drops part of the code',
    remedy: 'The GS separator is missing. Turn on GS (FNC1) in the scanner and repeat'
  }),
  markingNoCrypto: () => ({
    title: 'Not the whole marking code',
    remedy: 'Its last part is missing. Scan the square code, not the digits under it'
  }),
  markingTail: () => ({ title: 'The marking code is damaged', remedy: WHOLE }),
  markingCyrillic: ({ char }) => ({
    title: `A Russian letter “${char}” in the code`,
    remedy: 'The scanner types Russian. Set it to the English layout'
  }),
  markingNotAscii: () => ({ title: 'A stray character in the code', remedy: WHOLE }),
  markingLength: ({ length, minimum, maximum }) => ({
    title: length < minimum ? 'The marking code is short' : 'The marking code is long',
    remedy: `${characters(length)}, it has ${minimum} to ${maximum}. Scan one code, all of it`
  }),
  markingGtinCheckDigit: () => ({ title: 'The marking code was misread', remedy: WHOLE }),
  imeiLength: ({ length }) => ({ title: `IMEI: ${digits(length)}`, remedy: 'It has 15. Scan the code marked IMEI' }),
  imeiNotDigits: () => ({ title: 'Not only digits in the IMEI', remedy: 'Scan the code marked IMEI on the box' }),
  imeiLuhn: () => ({ title: 'The IMEI was misread', remedy: 'Scan it again, closer and straighter' }),
  uinLength: ({ length }) => ({ title: `UIN: ${digits(length)}`, remedy: 'It has 16. Scan the code on the tag' }),
  uinNotDigits: () => ({ title: 'Not only digits in the UIN', remedy: 'Scan the code on the tag' }),
  gtinLength: ({ length }) => ({ title: `GTIN: ${digits(length)}`, remedy: 'It has 13. Scan the barcode on the pack' }),
  gtinNotDigits: () => ({ title: 'Not only digits in the GTIN', remedy: 'Scan the barcode on the pack' }),
  gtinCheckDigit: ({ expected }) => ({
    title: 'The GTIN was misread',
    remedy: `Its last digit should be ${expected}. Scan it again`
  }),
  expirationFormat: () => ({ title: 'Not a date', remedy: 'F7, a date like 31.12.2027, Enter' }),
  expirationNoSuchDay: () => ({ title: 'There is no such day', remedy: 'Look at the pack and type the date again' }),
  expirationTooSoon: ({ days: left, minimum }) => ({
    title: left < 0 ? 'Past its date' : 'Too near its date',
    remedy: `${left < 0 ? '' : `${days(left)} left. `}At least ${minimum} are needed. Take a fresher one`
  }),
  declarationLength: ({ length, minimum, maximum }) => ({
    title: length < minimum ? 'The number is too short' : 'The number is too long',
    remedy: `${characters(length)}, it has ${minimum} to ${maximum}. Type all of it: F7`
  }),
  declarationFormat: () => ({
    title: 'Not a customs declaration number',
    remedy: 'F7, a number like 10704010/010624/0000302, Enter'
  }),
  noSuchCountry: () => ({
    title: 'Not a country’s code',
    remedy: 'Three digits of OKSM: 156 China, 792 Türkiye. F7, the code, Enter'
  })
}
