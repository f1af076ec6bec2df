import { expect } from 'vitest'
import type { Phrase } from '../../../renderer/i18n/phrase.ts'

/** Holds a phrase to what every message keeps: a cause and a remedy, both whole, short and without alarm. */
export function expectWhole(phrase: Phrase, where: string, titleMaximum = 42): void {
  for (const text of [phrase.title, phrase.remedy]) {
    expect(text.trim(), where).not.toBe('')
    expect(text, where).not.toMatch(/undefined|null|NaN|\[object|\$\{/)
    expect(text, where).not.toMatch(/ошибк|внимание|error|wrong|attention/i)
  }
  // At most two short lines under the instruction, which has to be read at two metres.
  expect(phrase.title.length, `${where}: ${phrase.title}`).toBeLessThanOrEqual(titleMaximum)
  expect(phrase.remedy.length, `${where}: ${phrase.remedy}`).toBeLessThanOrEqual(110)
}
