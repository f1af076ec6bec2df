import { expect, test } from 'vitest'
import { splitName } from '../../../renderer/ui/cut-name.tsx'

test('the end that tells supplies of a day apart is in the part that is never cut, and nothing is lost', () => {
  const [begin, end] = splitName('Verstak 2026-08-04 · 3f9a1c')
  expect(end).toContain('3f9a1c')
  expect(begin + end).toBe('Verstak 2026-08-04 · 3f9a1c')
  expect(splitName('Утро')).toEqual(['', 'Утро'])
  expect(splitName('Поставка 🎁🎁🎁🎁🎁🎁🎁🎁🎁')).toEqual(['Поставка ', '🎁🎁🎁🎁🎁🎁🎁🎁🎁'])
})
