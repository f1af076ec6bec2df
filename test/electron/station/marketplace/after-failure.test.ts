import { expect, test } from 'vitest'
import {
  afterFailure,
  isAtWork,
  isWorthTelling,
  MAX_ATTEMPTS
} from '../../../../electron/station/marketplace/after-failure.ts'
import type { Decision, Tries } from '../../../../electron/station/marketplace/after-failure.ts'
import type { Failure } from '../../../../electron/station/ports/ports.ts'

const FIRST = { attempts: 1, strangers: 1, processing: 1 }
const WORN = { ...FIRST, attempts: MAX_ATTEMPTS }
const refusal = { code: 'MetaValidationFail', message: 'no', culprits: [7] }
const processing: Failure = { kind: 'retry', why: 'processing', inMs: 1500 }

test.each<readonly [string, Failure, Tries, Decision]>([
  ['no network', { kind: 'retry', why: 'offline', inMs: 700 }, FIRST, { kind: 'retry', inMs: 700 }],
  ['no network has no bound', { kind: 'retry', why: 'offline', inMs: 700 }, WORN, { kind: 'retry', inMs: 700 }],
  ['a limit keeps its time', { kind: 'retry', why: 'limited', inMs: 3000 }, WORN, { kind: 'retry', inMs: 3000 }],
  ['a server that fails', { kind: 'retry', why: 'server', inMs: 900 }, FIRST, { kind: 'retry', inMs: 900 }],
  ['a server that keeps failing', { kind: 'retry', why: 'server', inMs: 900 }, WORN, { kind: 'park' }],
  ['still at work there', processing, WORN, { kind: 'retry', inMs: 1500 }],
  ['at work for very long', processing, { ...FIRST, processing: 50 }, { kind: 'retry', inMs: 60_000 }],
  ['a stranger', { kind: 'retry', why: 'stranger', status: 407, inMs: 0 }, FIRST, { kind: 'retry', inMs: 1000 }],
  [
    'the fourth stranger in a row',
    { kind: 'retry', why: 'stranger', status: 407, inMs: 0 },
    { ...WORN, strangers: 4 },
    { kind: 'retry', inMs: 8000 }
  ],
  [
    'strangers without end',
    { kind: 'unknown', why: 'stranger', status: 403 },
    { ...WORN, strangers: 40 },
    { kind: 'readBack', inMs: 60_000 }
  ],
  ['no answer', { kind: 'unknown', why: 'timeout' }, FIRST, { kind: 'readBack', inMs: 1000 }],
  ['never an answer', { kind: 'unknown', why: 'connectionLost' }, WORN, { kind: 'park' }],
  ['an answer that can’t be read', { kind: 'broken', field: 'id' }, FIRST, { kind: 'readBack', inMs: 1000 }],
  ['never one that can', { kind: 'broken', field: 'id' }, WORN, { kind: 'park' }],
  ['the account stands still', { kind: 'blocked', why: 'payment', detail: '' }, WORN, { kind: 'retry', inMs: 0 }],
  ['one method is gone', { kind: 'blocked', why: 'pathGone', detail: '' }, FIRST, { kind: 'park' }],
  ['refused', { kind: 'refused', status: 409, ...refusal }, FIRST, { kind: 'refuse', ...refusal }]
])('%s', (_, failure, tries, decision) => {
  expect(afterFailure(failure, tries)).toEqual(decision)
})

test('a person hears after fifty tries that the marketplace is still at work, and after every ten more', () => {
  const told = Array.from({ length: 100 }, (_, index) => index).filter(tries =>
    isWorthTelling(processing, { strangers: 0, processing: tries })
  )
  expect(told).toEqual([50, 60, 70, 80, 90])
  const offline: Failure = { kind: 'retry', why: 'offline', inMs: 1 }
  expect([isAtWork(processing), isAtWork(offline)]).toEqual([true, false])
  expect(isWorthTelling(offline, { strangers: 0, processing: 50 })).toBe(false)
})
