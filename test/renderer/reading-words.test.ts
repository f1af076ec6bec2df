import { expect, test } from 'vitest'
import { makeTexts } from '../../renderer/i18n/index.ts'
import { emptyWords, readFailure } from '../../renderer/screens/history/reading-words.ts'

const texts = makeTexts('ru')
const { completed, tables } = texts

test('a period that was not read to its end is not said to be without orders', () => {
  expect(emptyWords(texts, 'here')).toBe(completed.none)
  for (const kind of ['failed', 'stopped'] as const) expect(emptyWords(texts, kind)).toBe(completed.notRead)
})

test.each([...Object.keys(tables.delays.known), 'SomethingElse'])(
  'a reading that failed (%s) asks for the button again, and promises nothing that happens by itself',
  why => {
    const { title, remedy } = readFailure(texts, why)
    expect(title).not.toBe('')
    expect(remedy).toContain('«Прочитать»')
    expect(remedy).not.toMatch(/сами/)
  }
)

test('where the account needs something first, that is said before', () => {
  expect(readFailure(texts, 'tokenExpired').remedy).toContain(tables.blocks.known['tokenExpired']?.remedy)
})
