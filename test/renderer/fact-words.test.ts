import { expect, test } from 'vitest'
import { makeTexts } from '../../renderer/i18n/index.ts'
import { factWords } from '../../renderer/screens/fact-words.ts'

const ru = makeTexts('ru')
const words = (facts: unknown) => factWords(ru, JSON.stringify(facts), 0)

test('a scan is told with its text, GS to be seen, and what was answered', () => {
  const answer = { code: 'scanCode', key: 'imei' }
  expect(words({ scan: 'markingCode', text: '01\u001d93', face: 'goOn', answer })).toBe('01␝93 · Отсканируйте IMEI')
})

test('a command, a reason and an intent are told by name', () => {
  expect(words({ command: 'newSupply' })).toBe('Новая поставка')
  expect(words({ reason: 'noCode' })).toBe('Нет кода')
  expect(words({ scan: 'command', text: 'VRSTK-NEW-SUPPLY' })).toBe('Новая поставка')
  expect(words({ scan: 'reprintReason', text: 'VRSTK-R-DAMAGED' })).toBe('Испорчен')
  expect(words({ intent: { kind: 'setMeta', values: ['01\u001d93'] } })).toBe('Записать код 01␝93')
  expect(words({ intent: { kind: 'setMeta', values: ['01\u001d93', '01\u001d94'] } })).toBe('Записать код 01␝93 01␝94')
  // As an older version wrote it.
  expect(words({ intent: { kind: 'setMeta', value: '01\u001d93' } })).toBe('Записать код 01␝93')
  expect(words({ intent: { kind: 'createSupply', name: 'Утро' } })).toBe('Создать поставку Утро')
})

test('an answer of another version is named, and what is no JSON stays as it is', () => {
  expect(words({ text: 'x', answer: { code: 'codesMissing' } })).toBe('x · codesMissing')
  expect(words({ text: 'x', answer: { code: 'unheardOf' } })).toBe('x')
  expect(factWords(ru, 'not json', 0)).toBe('not json')
  expect(factWords(ru, '[1]', 0)).toBe('[1]')
})
