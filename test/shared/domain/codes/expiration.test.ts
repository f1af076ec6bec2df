import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkExpiration } from '../../../../shared/domain/codes/identifiers.ts'

const today = { year: 2025, month: 11, day: 22 }

test('every way of writing a date gives the one the API takes', () => {
  for (const text of ['02.09.2030', '2.9.2030', '2/9/2030', '02-09-2030', '02092030', '2030-09-02']) {
    expect(checkExpiration(text, today), text).toEqual({ kind: 'ok', value: '02.09.2030' })
  }
})

test('what is no date is told apart from a day that does not exist', () => {
  for (const text of ['', 'tomorrow', '02.09.30', '02.09-2030', '2030/09/02', '17300902', '02.09.2030 ', '2030-9-2']) {
    const verdict = checkExpiration(text, today)
    expect(verdict.kind, text).toBe('bad')
    if (text !== '17300902') expect(verdict).toEqual({ kind: 'bad', problem: { code: 'expirationFormat' } })
  }
  for (const text of ['31.02.2030', '29.02.2029', '00.01.2030', '01.13.2030', '32012030', '2030-00-10', '01.01.0030']) {
    expect(checkExpiration(text, today), text).toEqual({ kind: 'bad', problem: { code: 'expirationNoSuchDay' } })
  }
  expect(checkExpiration('29.02.2028', today)).toEqual({ kind: 'ok', value: '29.02.2028' })
})

test('thirty days ahead is the nearest that is taken', () => {
  expect(checkExpiration('22.12.2025', today)).toEqual({ kind: 'ok', value: '22.12.2025' })
  expect(checkExpiration('21.12.2025', today)).toEqual({
    kind: 'bad',
    problem: { code: 'expirationTooSoon', days: 29, minimum: 30 }
  })
  expect(checkExpiration('22.11.2024', today)).toEqual({
    kind: 'bad',
    problem: { code: 'expirationTooSoon', days: -365, minimum: 30 }
  })
})

test('the days left are those of the calendar, over months, years and leap days', () => {
  const anyDay = fc.date({
    min: new Date('2000-01-01T00:00:00Z'),
    max: new Date('2099-01-01T00:00:00Z'),
    noInvalidDate: true
  })
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (from, ahead) => {
      const start = { year: from.getUTCFullYear(), month: from.getUTCMonth() + 1, day: from.getUTCDate() }
      const end = new Date(Date.UTC(start.year, start.month - 1, start.day + ahead))
      const iso = end.toISOString().slice(0, 10)
      const expected =
        ahead >= 30
          ? { kind: 'ok', value: iso.split('-').toReversed().join('.') }
          : { kind: 'bad', problem: { code: 'expirationTooSoon', days: ahead, minimum: 30 } }
      expect(checkExpiration(iso, start)).toEqual(expected)
    })
  )
})
