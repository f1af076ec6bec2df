import { createCaller } from '../../electron/api/wire/caller.ts'
import { createLimiter } from '../../electron/api/limits/limiter.ts'
import { limits } from '../../electron/api/limits/limits.ts'
import { createFbsClient } from '../../electron/api/fbs/fbs.ts'
import { createDbsClient } from '../../electron/api/schemes/dbs.ts'
import { createPickupClient } from '../../electron/api/schemes/pickup.ts'
import { USUAL_API_CHOICES } from '../../shared/domain/account/api-choices.ts'
import { createReads } from '../../electron/api/packing/reads.ts'
import { createTransport, type Transport } from '../../electron/api/wire/transport.ts'
import { createWrites } from '../../electron/api/packing/writes.ts'
import { startMarketplace } from '../../electron/practice/marketplace/marketplace.ts'
import type { Reply, WireIntent } from '../../electron/station/ports/ports.ts'
import { quietLog } from '../support/quiet-log.ts'
import { createVirtualClock, type VirtualClock } from '../support/virtual-clock.ts'

export interface LimitsFigures {
  readonly edition: 'seed' | 'successor'
  readonly orders: number
  /** Answers of 409 that were called up, and of 429, which must be none. */
  readonly refused: number
  readonly limited: number
  readonly requests: number
  /** What the marketplace's buckets allow at best, and what it took (virtual ms). */
  readonly theoryMs: number
  readonly tookMs: number
}

const DAYS = { seed: Date.UTC(2025, 10, 20, 9), successor: Date.UTC(2026, 5, 15, 9) } as const
/** Orders of one addition to a supply: the newer edition's most; the older one sends each alone whatever this is. */
const ADDED_AT_ONCE = { seed: 20, successor: 100 } as const
const STICKERS_AT_ONCE = 100

/**
 * Confirms, tags (one code each) and stickers `orders` FBS orders over the practice marketplace on a virtual clock, its
 * limits real, a request taking 80 ms; `refusedShare` (0..1) of the codes are refused, spread by chance (`chance` picks how).
 */
export async function runLimits(
  edition: 'seed' | 'successor',
  orders: number,
  refusedShare: number,
  chance = 1
): Promise<LimitsFigures> {
  const clock = createVirtualClock(DAYS[edition])
  const marketplace = await startMarketplace({
    seed: 7,
    orders: 0,
    now: clock.now,
    monotonic: clock.monotonic,
    edition
  })
  const { control } = marketplace
  control.setLateStickers({ oneIn: 0, times: 0 })
  const chosen = choose(orders, Math.round(orders * refusedShare), chance)
  const ids = Array.from({ length: orders }, (_, place) => {
    const isRefused = chosen.has(place)
    return control.addOrders(1, { cargoType: 1, requiredMeta: [isRefused ? 'imei' : 'uin'], optionalMeta: [] })[0] ?? 0
  })
  const network = createNetwork(
    createTransport(marketplace.url, () => marketplace.token),
    clock
  )
  const limiter = createLimiter({ clock })
  const call = createCaller({ transport: network.transport, limiter, clock, log: quietLog, oneGroup: null })
  const parts = { call, clock, log: quietLog, edition } as const
  const reads = createReads(parts)
  const choices = USUAL_API_CHOICES
  const { send } = createWrites({
    ...parts,
    lookUp: call,
    reads,
    fbs: createFbsClient({ ...parts, choices }, reads),
    dbs: createDbsClient(parts),
    pickup: createPickupClient({ ...parts, choices, nextIdentityMs: () => 0 })
  })

  async function tag(orderId: number, place: number): Promise<void> {
    const value = String(place).padStart(16, '1')
    must(await send({ kind: 'setMeta', orderId, key: 'uin', values: [value] }), 'MetaKeyNotRequired')
  }

  async function sticker(piece: readonly number[]): Promise<void> {
    must(await reads.stickers(piece, { size: '58x40', type: 'zplv', picture: false }, 'urgent'))
  }

  /** As the queue sends: additions to one supply after one another, codes as soon as their order is confirmed. */
  async function work(): Promise<void> {
    const created = must(await send({ kind: 'createSupply', name: 'Wave 1' }))
    const remoteId = created?.remoteId ?? ''
    const following: Promise<void>[] = []
    let unstickered: number[] = []
    for (let from = 0; from < ids.length; from += ADDED_AT_ONCE[edition]) {
      const orderIds = ids.slice(from, from + ADDED_AT_ONCE[edition])
      const intent: WireIntent = { kind: 'addToSupply', remoteId, orderIds }
      must(await send(intent))
      following.push(...orderIds.map((orderId, place) => tag(orderId, from + place)))
      unstickered.push(...orderIds)
      if (unstickered.length >= STICKERS_AT_ONCE || from + orderIds.length >= ids.length) {
        following.push(sticker(unstickered))
        unstickered = []
      }
    }
    await Promise.all(following)
  }

  const startedAt = clock.monotonic()
  await network.drive(work())
  const tookMs = clock.monotonic() - startedAt
  const { statuses } = network
  limiter.close()
  await network.transport.close()
  await marketplace.close()
  const refused = statuses.filter(status => status === 409).length
  return {
    edition,
    orders,
    refused,
    limited: statuses.filter(status => status === 429).length,
    requests: statuses.length,
    theoryMs: theory(orders + refused * 9),
    tookMs
  }
}

/** `count` of the places 0..`orders` - 1, drawn by a generator that `chance` starts. */
function choose(orders: number, count: number, chance: number): ReadonlySet<number> {
  const chosen = new Set<number>()
  // Numerical Recipes' linear congruential generator: enough to spread a few.
  for (let draw = chance; chosen.size < count;) {
    draw = (Math.imul(draw, 1_664_525) + 1_013_904_223) >>> 0
    chosen.add(draw % orders)
  }
  return chosen
}

/** Requests of the slowest bucket, its burst free: the older edition's additions have one that is just as fast. */
function theory(requests: number): number {
  return Math.max(0, requests - limits.fbsSetMeta.burst) * limits.fbsSetMeta.intervalMs
}

function must<T>(reply: Reply<T>, allowed = ''): T | null {
  if (reply.kind === 'ok') return reply.value
  if (reply.kind === 'refused' && reply.code === allowed) return null
  throw new Error(JSON.stringify(reply))
}

/** Virtual ms on the way there and on the way back. */
const WAY_MS = 40

/** A transport on virtual time: what the machine itself needs for a request takes none. */
function createNetwork(real: Transport, clock: VirtualClock) {
  const statuses: number[] = []
  const travelling = new Set<Promise<unknown>>()
  const pass = (ms: number) => new Promise<void>(resolve => void clock.after(ms, resolve))

  const transport: Transport = {
    exchange: async request => {
      await pass(WAY_MS)
      const exchange = real.exchange(request)
      travelling.add(exchange)
      const outcome = await exchange
      travelling.delete(exchange)
      if (outcome.kind === 'answer') statuses.push(outcome.status)
      await pass(WAY_MS)
      return outcome
    },
    close: () => real.close()
  }

  async function drive(work: Promise<void>): Promise<void> {
    const state = { done: false }
    const end = (): void => {
      state.done = true
    }
    void work.then(end, end)
    while (!state.done) {
      await Promise.all(travelling)
      await clock.advance(4)
    }
    return work
  }

  return { transport, statuses, drive }
}

/** One line of figures. */
export function limitsLine(figures: LimitsFigures): string {
  const { edition, orders, refused, limited, requests, theoryMs, tookMs } = figures
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`
  const share = (tookMs / theoryMs).toFixed(3)
  return `${edition.padEnd(9)} ${orders} orders, ${requests} requests, ${refused} × 409, ${limited} × 429: ${seconds(tookMs)}, theory ${seconds(theoryMs)}, ${share}`
}

if (import.meta.main) {
  for (const edition of ['seed', 'successor'] as const) {
    for (const share of [0, 0.01]) console.log(limitsLine(await runLimits(edition, 1000, share)))
  }
}
