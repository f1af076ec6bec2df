import { expect, test } from 'vitest'
import { ago } from '../../../renderer/i18n/ago.ts'
import { makeFormat } from '../../../renderer/i18n/format.ts'
import { urgencyOf } from '../../../renderer/i18n/time-left.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test.each([
  [120 * HOUR, 'calm'],
  [24 * HOUR, 'calm'],
  [24 * HOUR - 1, 'soon'],
  [6 * HOUR, 'soon'],
  [6 * HOUR - 1, 'urgent'],
  [1, 'urgent'],
  [0, 'over'],
  [-HOUR, 'over']
])('with %i ms left an order is %s', (left, urgency) => {
  expect(urgencyOf(1_000_000_000 + left, 1_000_000_000)).toBe(urgency)
})

test.each([
  [0, '1 мин', '1 min'],
  [59 * MINUTE, '59 мин', '59 min'],
  [HOUR, '1 ч', '1 h'],
  [5 * HOUR + 12 * MINUTE, '5 ч 12 мин', '5 h 12 min'],
  [25 * HOUR, '1 день 1 ч', '1 day 1 h'],
  [48 * HOUR + 5 * MINUTE, '2 дня', '2 days'],
  [5 * 24 * HOUR, '5 дней', '5 days'],
  [21 * 24 * HOUR + 3 * HOUR, '21 день 3 ч', '21 days 3 h']
])('%i ms is said as "%s" and "%s"', (ms, ru, en) => {
  expect(plain(makeFormat('ru').duration(ms))).toBe(ru)
  expect(plain(makeFormat('en').duration(ms))).toBe(en)
})

test('how long ago something was is said in words, beyond a day as its date', () => {
  const now = Date.UTC(2026, 7, 4, 12)
  const ru = makeFormat('ru')
  expect(ago(ru, now - 20_000, now)).toBe('только что')
  expect(ago(ru, now - 5 * MINUTE, now)).toBe('5 минут назад')
  expect(ago(ru, now - 22 * MINUTE, now)).toBe('22 минуты назад')
  expect(ago(ru, now - 3 * HOUR, now)).toBe('3 часа назад')
  expect(ago(ru, now - 48 * HOUR, now)).toContain('2')
  expect(ago(makeFormat('en'), now - 5 * MINUTE, now)).toBe('5 minutes ago')
})

test('a clock that jumped back says "just now", not a time to come', () => {
  expect(ago(makeFormat('ru'), 1_000_000, 0)).toBe('только что')
})

test('order ids are grouped in threes by narrow no-break spaces, in every language', () => {
  for (const language of ['ru', 'en'] as const) {
    const { orderId } = makeFormat(language)
    expect(orderId(13_833_711)).toBe('13\u202f833\u202f711')
    expect(orderId(123)).toBe('123')
    expect(orderId(5_632_423_111)).toBe('5\u202f632\u202f423\u202f111')
  }
})

test('money is in the order’s own currency, with its hundredths only where there are some', () => {
  const ru = makeFormat('ru')
  expect(plain(ru.money(101_400, 643))).toBe('1 014 ₽')
  expect(plain(ru.money(101_450, 643))).toBe('1 014,50 ₽')
  expect(plain(ru.money(2_850, 933))).toContain('28,50')
  expect(plain(ru.money(500, 999))).toBe('5 (999)')
})
