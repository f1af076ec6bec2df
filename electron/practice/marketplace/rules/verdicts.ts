import { luhnValid } from '../../../../shared/domain/codes/identifiers.ts'
import type { OrderCore, PlannedVerdict, WorldMetaKey } from '../orders/order-core.ts'

/** The check of a code against the state's registers takes this long at the practice marketplace (ms). */
const CHECK_TAKES_MS = 2000

/** The keys whose values are looked up in a register; the others are taken as they are, at once. */
const CHECKED_KEYS: readonly WorldMetaKey[] = ['sgtin', 'imei', 'uin']

/** What lets an order travel, beside the verdicts of every key (API documents of 2026, `decision`). */
const PASSES: Readonly<Partial<Record<WorldMetaKey, readonly string[]>>> = {
  sgtin: ['deadlineExceeded', 'sgtinIntroduced', 'sgtinSoldB2B'],
  imei: ['deadlineExceeded', 'imeiMaySell', 'imeiSoldB2B'],
  uin: ['deadlineExceeded', 'uinMaySell']
}
const ALWAYS_PASSES: readonly string[] = ['filled', 'optional']

/** Whether a verdict lets an order travel; one that is still being made doesn't. */
export function passes(key: WorldMetaKey, decision: string): boolean {
  return ALWAYS_PASSES.includes(decision) || (PASSES[key]?.includes(decision) ?? false)
}

/** A verdict that comes when the check of `key` is over. */
export function verdictOf(key: WorldMetaKey, decision: string): readonly PlannedVerdict[] {
  return [{ decision, afterMs: CHECKED_KEYS.includes(key) ? CHECK_TAKES_MS : 0 }]
}

/** The verdict after `elapsedMs`: the last that is there by then, `pending` before the first. */
export function verdictAfter(verdicts: readonly PlannedVerdict[], elapsedMs: number): string {
  return verdicts.findLast(({ afterMs }) => afterMs <= elapsedMs)?.decision ?? 'pending'
}

/** What the marketplace makes of values that nobody has planned a verdict on. */
export function ruledDecision({ thing, facts }: OrderCore, key: WorldMetaKey, values: readonly string[]): string {
  const isFbs = thing.scheme === 'fbs'
  switch (key) {
    case 'sgtin': {
      const verdicts = values.map(code => markingVerdict(code, facts.isB2b))
      const found = verdicts.find(verdict => verdict !== 'sgtinIntroduced') ?? 'sgtinIntroduced'
      // The other schemes know one word for all that is wrong with the form.
      return isFbs || found === 'sgtinIntroduced' ? found : 'sgtinInvalidFormat'
    }
    case 'imei':
      return values.every(luhnValid) ? 'imeiMaySell' : 'imeiInvalidFormat'
    case 'uin':
      if (!isFbs) return 'filled'
      return values.every(value => /^\d{16}$/.test(value)) ? 'uinMaySell' : 'uinInvalidFormat'
    case 'gtin':
    case 'expiration':
    case 'customsDeclaration':
      return 'filled'
  }
}

/** A buyer's code has to be whole; one between organisations may lack its crypto tail. */
function markingVerdict(code: string, isB2b: boolean): string {
  if (/\p{Script=Cyrillic}/u.test(code)) return 'sgtinHasNonLatinSymbols'
  // oxlint-disable-next-line no-control-regex -- GS is a part of the code
  if (!/^[\u0021-\u007e\u001d]+$/.test(code)) return 'sgtinHasInvalidSymbols'
  if (!/^01\d{14}21/.test(code)) return 'sgtinInvalidFormat'
  if (!code.includes('\u001d')) return 'sgtinNoGS'
  if (!isB2b && !code.includes('\u001d92') && !code.includes('\u001d93')) return 'sgtinInvalidPattern'
  return 'sgtinIntroduced'
}
