import { expect, test } from 'vitest'
import { makeTexts } from '../../../renderer/i18n/index.ts'
import { lookUp } from '../../../renderer/i18n/say.ts'
import { expectWhole } from './expect-whole.ts'

test.each(['ru', 'en'] as const)('each state of a carrier, and each cause, has its words in %s', language => {
  const { spot } = makeTexts(language)
  const titles = Object.entries(spot.states).map(([state, phrase]) => {
    expectWhole(phrase, state)
    return phrase.title
  })
  expect(new Set(titles).size).toBe(titles.length)
  for (const code of [...Object.keys(spot.troubles.known), 'NeverHeardOf']) {
    expectWhole(lookUp(spot.troubles, code), code)
  }
  expect(lookUp(spot.troubles, 'NeverHeardOf').title).toContain('NeverHeardOf')
})
