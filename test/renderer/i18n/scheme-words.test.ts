import { expect, test } from 'vitest'
import { makeTexts } from '../../../renderer/i18n/index.ts'
import { schemeWords } from '../../../renderer/i18n/scheme-words.ts'
import { DBS, PICKUP } from '../../shared/domain/assembly/support.ts'

test.each([
  ['the marketplace’s delivery', { kind: 'fbs' }, 'FBS'],
  ['a pickup', PICKUP, 'Самовывоз'],
  ['a delivery with its day and hours', DBS, 'DBS · 03.08, 15:00–16:00'],
  ['an express one', { ...DBS, deliveryType: 'edbs' }, 'DBS экспресс · 03.08, 15:00–16:00'],
  ['one of no told time', { ...DBS, slot: { date: '', from: '', to: '' } }, 'DBS'],
  ['one of a told day', { ...DBS, slot: { date: '03.08.2026', from: '', to: '' } }, 'DBS · 03.08']
] as const)('%s is named', (_, scheme, words) => {
  expect(schemeWords(makeTexts('ru'), scheme)).toBe(words)
})
