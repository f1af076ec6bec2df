import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge, mayChange, moveAfter } from '../../../../shared/domain/codes/decisions.ts'
import type { JudgedScheme } from '../../../../shared/domain/codes/decisions.ts'
import { META_KEYS } from '../../../../shared/domain/orders/orders.ts'
import type { MetaKey } from '../../../../shared/domain/orders/orders.ts'

/** What a verdict comes to: `pass`, `wait`, whose move it is, or that a person may try. */
type Outcome = 'pass' | 'wait' | 'packer' | 'lead' | 'supplier' | 'mayTry'

/** The published table, key by key, for orders that the marketplace delivers. */
const FBS: { readonly [K in MetaKey]: Readonly<Record<string, Outcome>> } = {
  sgtin: {
    filled: 'pass',
    optional: 'pass',
    required: 'packer',
    pending: 'wait',
    deadlineExceeded: 'pass',
    sgtinIntroduced: 'pass',
    sgtinSoldB2B: 'pass',
    sgtinInvalidFormat: 'packer',
    sgtinNoGS: 'packer',
    sgtinHasInvalidSymbols: 'packer',
    sgtinHasNonLatinSymbols: 'packer',
    sgtinInvalidPattern: 'packer',
    sgtinNotFound: 'packer',
    sgtinEmitted: 'supplier',
    sgtinApplied: 'supplier',
    sgtinAppliedNotPaid: 'supplier',
    sgtinRetired: 'lead',
    sgtinWithdrawn: 'lead',
    sgtinWrittenOff: 'lead',
    sgtinDisaggregated: 'lead',
    sgtinDisaggregation: 'lead'
  },
  imei: {
    filled: 'pass',
    optional: 'pass',
    required: 'packer',
    pending: 'wait',
    deadlineExceeded: 'pass',
    imeiMaySell: 'pass',
    imeiSoldB2B: 'pass',
    imeiInvalidFormat: 'packer',
    imeiAlreadySold: 'lead'
  },
  uin: {
    filled: 'pass',
    optional: 'pass',
    required: 'packer',
    pending: 'wait',
    deadlineExceeded: 'pass',
    uinMaySell: 'pass',
    uinInvalidFormat: 'packer',
    uinNotFound: 'lead',
    uinBadStatus: 'supplier',
    uinBadProcess: 'supplier',
    uinBadStatusAndBadProcess: 'supplier'
  },
  gtin: { filled: 'pass', optional: 'pass', required: 'mayTry', pending: 'wait' },
  expiration: { filled: 'pass', optional: 'pass', required: 'mayTry', pending: 'wait' },
  customsDeclaration: { filled: 'pass', optional: 'pass', required: 'lead', pending: 'wait' }
}

/** What the two other schemes do not list. */
const FBS_ONLY: { readonly [K in MetaKey]?: readonly string[] } = {
  sgtin: ['sgtinNoGS', 'sgtinHasInvalidSymbols', 'sgtinHasNonLatinSymbols', 'sgtinInvalidPattern'],
  uin: Object.keys(FBS.uin).filter(decision => !['filled', 'optional', 'required', 'pending'].includes(decision))
}

const ALL = [...new Set(META_KEYS.flatMap(key => Object.keys(FBS[key])))]

function outcomeOf(key: MetaKey, decision: string, scheme: JudgedScheme = 'fbs'): Outcome | 'unknown' {
  const verdict = judge(key, decision, scheme)
  switch (verdict.kind) {
    case 'pass':
    case 'wait':
    case 'unknown':
      return verdict.kind
    case 'warning':
      return 'mayTry'
    case 'refused':
      return verdict.mover
  }
}

describe.each(META_KEYS)('a verdict on %s', key => {
  test.each(ALL)('%s', decision => {
    expect(outcomeOf(key, decision)).toBe(FBS[key][decision] ?? 'unknown')
  })

  test.each(['dbs', 'pickup'] as const)('in %s', scheme => {
    for (const decision of ALL) {
      const expected = FBS_ONLY[key]?.includes(decision) ? 'unknown' : (FBS[key][decision] ?? 'unknown')
      expect(outcomeOf(key, decision, scheme), decision).toBe(expected)
    }
  })
})

test('a verdict that nobody has heard of is never taken as fine, and somebody has to look into it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...META_KEYS), fc.oneof(fc.string(), fc.constantFrom('toString', '')), (key, text) => {
      fc.pre(!Object.hasOwn(FBS[key], text))
      expect(judge(key, text)).toEqual({ kind: 'unknown', mover: 'lead', remedy: 'lookInto' })
      expect(mayChange(key, text)).toBe(false)
    })
  )
})

test('a check that ran late lets the parcel go and is looked at again', () => {
  expect(judge('sgtin', 'deadlineExceeded')).toEqual({ kind: 'pass', isFinal: false })
  const open = ALL.filter(decision => mayChange('sgtin', decision))
  expect(open.toSorted()).toEqual(['deadlineExceeded', 'pending'])
  expect(mayChange('sgtin', null)).toBe(true)
})

test('a refusal to take a code has its mover too; what passes or waits has none', () => {
  expect(moveAfter('expiration', 'LowExpirationDate')).toEqual({ mover: 'packer', remedy: 'fresher' })
  expect(moveAfter('sgtin', 'MetaKeyNotRequired')?.mover).toBe('packer')
  expect(moveAfter('sgtin', 'SomethingNew')).toMatchObject({ mover: 'lead', remedy: 'lookInto' })
  for (const key of META_KEYS) {
    for (const decision of ALL) {
      const isMove = !['pass', 'wait'].includes(outcomeOf(key, decision))
      expect(moveAfter(key, decision) !== null, `${key} ${decision}`).toBe(isMove)
    }
  }
})
