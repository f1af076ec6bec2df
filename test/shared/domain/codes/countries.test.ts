import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkCountry, looksLikeCountry } from '../../../../shared/domain/codes/countries.ts'

test.each([
  ['156', '156'],
  ['51', '051'],
  ['8', '008'],
  ['643', '643'],
  ['895', '895']
])('%s is the country %s', (text, value) => {
  expect(checkCountry(text)).toEqual({ kind: 'ok', value })
})

test.each(['999', '000', '', '1560', 'CN', '15б'])('%j is no country', text => {
  expect(checkCountry(text)).toEqual({ kind: 'bad', problem: { code: 'noSuchCountry' } })
})

test('what passes is three digits and looks like a country', () => {
  fc.assert(
    fc.property(fc.nat(99_999), number => {
      const check = checkCountry(String(number))
      if (check.kind === 'ok')
        expect([/^\d{3}$/.test(check.value), looksLikeCountry(String(number))]).toEqual([true, true])
    })
  )
})
