import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  print,
  paperLines,
  printedComment,
  SAFE_LETTERS,
  safeText,
  anyReceipt,
  anyPaper,
  ROUTE
} from '../../../support/receipt-samples.ts'

test.each([
  ['Кружка за 500 ₽ и 10 €', 'Кружка за 500 руб. и 10 EUR'],
  ['café naïve Größe Łódź', 'cafe naive Grosse Lodz'],
  // Letters and accents apart, as some phones send them.
  ['и\u0306од и е\u0308лка', 'йод и ёлка'],
  ['Қазақстан, Өскемен, Київ, Ўзбекистон', 'Казакстан, Оскемен, Київ, Ўзбекистон'],
  ['½ упаковки… №5 25°C · √', '1/2 упаковки... №5 25°C · √'],
  ['не\u00a0рвать\u200b, зво\u00adнить\ufeff', 'не рвать, звонить'],
  ['👨‍👩‍👧 ура 👍🏽 中文 ok', '? ура ? ?? ok'],
  ['Աշոտ', '????'],
  ['лево \u202eправо', 'лево право'],
  ['сирота \ud83d!', 'сирота ?!'],
  ['раз\u2028два\r\nтри\rчетыре', 'раз два три четыре']
])('%j is read as %j', (comment, shown) => {
  expect(printedComment(comment)).toBe(shown)
})

test('whatever the texts are, the printer knows every command, no line goes over the edge, and it cuts once, at the end', () => {
  fc.assert(
    fc.property(anyReceipt, anyPaper, (receipt, paper) => {
      const items = print(receipt, paper)
      for (const item of items) {
        if (item.kind !== 'line') continue
        expect(item.isOverflowing, item.text).toBe(false)
        expect(item.text).toMatch(/^[ -~А-яЁёЄєЇїЎў°·√№¤■]*$/)
      }
      expect(items.filter(item => item.kind === 'cut')).toHaveLength(1)
      expect(items.at(-1)?.kind).toBe('cut')
      // The cutter is above the head: what is printed last has to be past it.
      expect(items.slice(0, -1).findLast(item => item.kind !== 'line' || item.text === '')).toEqual({
        kind: 'feed',
        lines: 3
      })
      expect(items.filter(item => item.kind === 'rows')).toEqual([])
      expect(paperLines(items)).toContain('Не является кассовым чеком')
    }),
    { numRuns: 300 }
  )
})

test('a buyer’s words come out letter by letter, however many they are', () => {
  fc.assert(
    fc.property(safeText, anyPaper, (comment, paper) => {
      expect(printedComment(comment, paper).replaceAll(' ', '')).toBe(comment.replaceAll(' ', ''))
    }),
    { numRuns: 200 }
  )
})

test('words stay whole as long as they fit on a line', () => {
  const words = fc.array(fc.string({ unit: fc.constantFrom(...SAFE_LETTERS), minLength: 1, maxLength: 32 }), {
    minLength: 1,
    maxLength: 80
  })
  fc.assert(
    fc.property(words, anyPaper, (words, paper) => {
      fc.pre(words.every(word => !/^-+$/.test(word)))
      expect(printedComment(words.join(' '), paper).split(' ')).toEqual(words)
    })
  )
})

test('no letter of any script disappears without a trace', () => {
  const visible = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 1 })
    .filter(text => /^[\p{L}\p{N}\p{S}\p{P}]/u.test(text))
  fc.assert(
    fc.property(fc.array(visible, { minLength: 1, maxLength: 40 }), graphemes => {
      const printed = printedComment(`начало ${graphemes.join(' ')}`).split(' ')
      expect(printed.length).toBeGreaterThanOrEqual(graphemes.length + 1)
    }),
    { numRuns: 200 }
  )
})

test('a route sheet goes by time, and tells of each parcel what the courier needs at the door', () => {
  const text = paperLines(print(ROUTE, 80)).join('\n')
  expect(text).toMatch(/ЭКСПРЕСС 26\.11, 15:00-16:00 +1\n/)
  expect(text).toMatch(
    /3711\nПеренесли: 25\.11, 10:00-12:00 -> 26\.11,\n15:00-16:00\nАдрес: г\. Образцово.*кв\. 12\nПокупатель: Покупатель 12\nТелефон: \+7 900 000-00-12/
  )
  // What is not known is said, so that nobody drives off without it.
  expect(text).toMatch(/посылок: 2\nБЕЗ АДРЕСА: 1\n/)
  expect(text).toMatch(
    /26\.11, 15:00-18:00 +1\n3712\nАдрес: нет, посмотрите на портале\nПокупатель: не назван\nТелефон: ещё не пришёл\nКод покупателя:/
  )
})
