import { BUYERS_CANCELS } from '../../../electron/practice/marketplace/orders/buyers.ts'
import { STRANGER_PAGES } from '../../../electron/practice/marketplace/http/strangers.ts'
import { createRandom } from '../../../electron/practice/marketplace/orders/random.ts'
import type { Random } from '../../../electron/practice/marketplace/orders/random.ts'
import { PRINTER_FAULTS, SLIPS, type Act, type Shift } from './acts.ts'
import { DISK_WHYS } from './balky-store.ts'
import { STEPS } from './life-line.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** Orders of a shift, those that are there when it begins included. */
const ORDERS = 60
const AT_FIRST = 24
/** Scans and whatever else happens between them. */
const ACTS = 640
/** Acts between two troubles, on the average. */
const CALM = 9

/** Days on which shifts begin (Moscow's morning): both editions of the API, and both nights in which clocks are put on. */
const DAYS: readonly [number, ...number[]] = [
  Date.UTC(2026, 5, 10, 6),
  Date.UTC(2026, 11, 8, 6),
  Date.UTC(2026, 9, 24, 21),
  Date.UTC(2027, 2, 27, 21),
  Date.UTC(2026, 6, 31, 15)
]
const VERDICTS: readonly [string, ...string[]] = [
  'sgtinInvalidFormat',
  'sgtinRetired',
  'deadlineExceeded',
  'sgtinSoldB2B'
]
const STATUSES: readonly [number, ...number[]] = [200, 302, 403, 404, 407, 429, 502, 503]

/** Everything, and where writes go of each kind and scheme. */
const PATHS: readonly [string, ...string[]] = [
  '/',
  '/api/v3/orders/4',
  '/api/v3/supplies',
  '/api/marketplace/v3/supplies',
  '/api/marketplace/v3/dbs/orders',
  '/api/marketplace/v3/click-collect/orders'
]

/** The shift of a seed; what happens in it does not depend on what the station does. */
export function shiftOf(seed: number): Shift {
  const random = createRandom(seed)
  const acts: Act[] = []
  let orders = 0
  function arrive(count: number): void {
    const scheme = random.pick(['fbs', 'fbs', 'dbs', 'pickup'] as const)
    acts.push({ kind: 'orders', scheme, count, pauseMs: 0 })
    orders += count
  }
  for (const scheme of ['fbs', 'dbs', 'pickup'] as const) {
    acts.push({ kind: 'orders', scheme, count: scheme === 'fbs' ? AT_FIRST / 2 : AT_FIRST / 4, pauseMs: 0 })
  }
  orders += AT_FIRST
  const every = Math.floor(ACTS / (ORDERS - AT_FIRST))
  for (let n = 0; n < ACTS; n += 1) {
    if (n % (every * 3) === 0 && orders < ORDERS) arrive(3)
    const pauseMs = pauseOf(random)
    if (random.int(CALM) === 0) acts.push({ ...troubleOf(random), pauseMs })
    else if (random.int(12) === 0)
      acts.push({ kind: 'slip', slip: random.pick(SLIPS), pick: random.int(1000), pauseMs })
    else acts.push({ kind: 'work', pick: random.int(1000), pauseMs })
  }
  return { seed, startAt: random.pick(DAYS), acts }
}

/** Most scans follow each other as hands do it; now and then something takes long. */
function pauseOf(random: Random): number {
  if (random.int(60) === 0) return random.int(40 * MINUTE)
  return random.int(4) === 0 ? random.int(60 * SECOND) : 100 + random.int(5 * SECOND)
}

function troubleOf(random: Random): Act {
  const pick = random.int(1000)
  const forMs = SECOND + random.int(random.int(4) === 0 ? 30 * MINUTE : 2 * MINUTE)
  const few = 1 + random.int(3)
  const all: readonly [() => Act, ...(() => Act)[]] = [
    () => ({ kind: 'outage', forMs }),
    () => ({ kind: 'outage', forMs }),
    () => ({ kind: 'slow', tripMs: 100 + random.int(12 * SECOND), forMs }),
    () => ({ kind: 'late', answers: few }),
    () => ({ kind: 'dropped', when: 'before', requests: few }),
    () => ({ kind: 'dropped', when: 'after', requests: few }),
    () => ({ kind: 'dropped', when: 'after', requests: few }),
    () => ({ kind: 'errors', of: random.pick(['all', 'writes']), requests: few }),
    () => ({
      kind: 'stranger',
      status: random.pick(STATUSES),
      page: random.pick(STRANGER_PAGES),
      path: random.pick(PATHS),
      afterCommit: random.int(2) === 0,
      requests: few * 2
    }),
    () => ({ kind: 'processing', times: few }),
    () => ({ kind: 'verdict', pick, decision: random.pick(VERDICTS) }),
    () => ({ kind: 'verdict', pick, decision: random.pick(VERDICTS) }),
    () => ({ kind: 'neighbour', requests: 5 + random.int(25) }),
    () => ({ kind: 'cancel', pick, how: random.pick(BUYERS_CANCELS) }),
    () => ({ kind: 'callOff', pick }),
    () => ({ kind: 'handOver', pick, outcome: random.int(4) === 0 ? 'reject' : 'receive' }),
    () => ({ kind: 'handOver', pick, outcome: 'receive' }),
    () => ({ kind: 'handOver', pick, outcome: 'receive' }),
    () => ({ kind: 'cancel', pick, how: 'canceled' }),
    () => ({ kind: 'printer', fault: random.pick(PRINTER_FAULTS), forMs }),
    () => ({ kind: 'printer', fault: random.pick(PRINTER_FAULTS), forMs }),
    () => ({ kind: 'disk', why: random.pick(DISK_WHYS), forMs }),
    () => ({ kind: 'folderGone', forMs: Math.min(forMs, MINUTE) }),
    () => ({ kind: 'clock', byMs: random.pick([-DAY, DAY, -HOUR, HOUR, -20 * MINUTE] as const) }),
    () => ({ kind: 'restart' }),
    () => ({ kind: 'kill', at: 'now', more: 0 }),
    () => ({ kind: 'kill', at: random.pick(STEPS), more: random.int(12) }),
    () => ({ kind: 'kill', at: random.pick(STEPS), more: random.int(12) }),
    () => ({ kind: 'kill', at: random.pick(STEPS), more: random.int(60) }),
    () => ({ kind: 'dyingStart', at: random.pick(STEPS), more: random.int(20) }),
    () => ({ kind: 'seller', forMs: Math.min(forMs, 5 * MINUTE) }),
    () => ({ kind: 'pass', forMs })
  ]
  return random.pick(all)()
}
