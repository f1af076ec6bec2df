import type { ShopFloor } from '../../../electron/practice/marketplace/marketplace.ts'
import type { Random } from '../../../electron/practice/marketplace/orders/random.ts'
import type { Clock, HttpBounds, HttpLink, HttpOutcome, HttpPort } from '../../../electron/station/ports/ports.ts'
import type { HttpRequest } from '../../../electron/station/ports/http-ports.ts'
import type { LifeLine } from './life-line.ts'

/** How long it takes until a way that is not there is known to be none (ms). */
const NO_WAY_MS = 20
/** An answer that comes later than anybody waits for it (ms). */
const MUCH_LATER_MS = 90_000

/** What lies between the station and the marketplace. */
export interface Weather {
  isUp: boolean
  /** One way takes up to so long (ms). */
  tripMs: number
  /** So many of the next answers come when nobody waits for them any more. */
  late: number
}

/** A request as it arrived at the marketplace: whose token it bore, what it said, and what became of it. */
export interface Seen {
  readonly shop: ShopFloor
  readonly method: string
  readonly path: string
  readonly text: string
  /** Whoever sent it was dead when it arrived. */
  readonly isOrphan: boolean
  /** When it left the station and when it arrived (monotonic ms). */
  readonly sentAt: number
  readonly at: number
  /** Of the answer; 0: none was given. */
  status: number
  /** The marketplace's own words: what it answered to a write, or when it refused; '' where a stranger answered. */
  words: string
  /** When the station had the answer (monotonic ms); null: it never came, or nobody waited any more. */
  heardAt: number | null
}

/** The way to two sellers' shops, by the token: no sockets, time is the world's, bytes that left arrive though their sender died. */
export interface Wire {
  readonly weather: Weather
  readonly seen: readonly Seen[]
  /** When another program of the seller's was at the limits (monotonic ms). */
  readonly crowded: readonly number[]
  portOf(life: LifeLine): HttpPort
  /** That program asks so often, at once. */
  neighbour(requests: number): Promise<void>
}

/** What the neighbour asks for: of the group of limits that most of the packing goes by. */
const ASKED = { method: 'GET', path: '/api/v3/orders/new', host: undefined, text: '' } as const

export function createWire(parts: {
  readonly clock: Clock
  readonly random: Random
  readonly shops: readonly ShopFloor[]
}): Wire {
  const { clock, random, shops } = parts
  const weather: Weather = { isUp: true, tripMs: 60, late: 0 }
  const seen: Seen[] = []
  const crowded: number[] = []
  const trip = (): number => 1 + random.int(weather.tripMs)

  function open(life: LifeLine, bounds: HttpBounds): HttpLink {
    const flights = new Set<(outcome: HttpOutcome) => void>()
    return {
      exchange: request => new Promise(resolve => send(life, bounds, request, flights, resolve)),
      close: () =>
        new Promise(resolve => {
          if (flights.size === 0) return resolve()
          clock.after(bounds.closeMs, () => {
            for (const end of flights) end({ kind: 'lost', sent: true, why: 'connection' })
            resolve()
          })
        })
    }
  }

  function send(
    life: LifeLine,
    bounds: HttpBounds,
    request: HttpRequest,
    flights: Set<(outcome: HttpOutcome) => void>,
    resolve: (outcome: HttpOutcome) => void
  ): void {
    life.step('send')
    // The dead send nothing, and hear of nothing.
    if (life.isCut) return
    let isOver = false
    function end(outcome: HttpOutcome): void {
      flights.delete(end)
      stopWaiting()
      if (!isOver && !life.isCut) resolve(outcome)
      isOver = true
    }
    const stopWaiting = clock.after(bounds.headersMs, () => end({ kind: 'lost', sent: true, why: 'timeout' }))
    flights.add(end)
    const sentAt = clock.monotonic()
    if (!weather.isUp) return void clock.after(NO_WAY_MS, () => end({ kind: 'lost', sent: false, why: 'connection' }))
    clock.after(trip(), () => {
      if (!weather.isUp) return end({ kind: 'lost', sent: true, why: 'connection' })
      life.step('arrived')
      void answered(request, { isOrphan: life.isCut, sentAt }).then(({ one, reply }) => {
        life.step('answered')
        const isLate = reply !== null && weather.late > 0
        if (isLate) weather.late -= 1
        clock.after(isLate ? MUCH_LATER_MS : trip(), () => {
          if (reply === null || !weather.isUp) return end({ kind: 'lost', sent: true, why: 'connection' })
          const headers = Object.entries(reply.headers).map(([name, value]) => [name.toLowerCase(), value] as const)
          if (reply.bytes !== null && !isOver) request.onBytes(reply.bytes)
          if (!isOver && !life.isCut) one.heardAt = clock.monotonic()
          end({ kind: 'whole', status: reply.status, headers: Object.fromEntries(headers) })
        })
      })
    })
  }

  async function answered(
    { origin, method, path, headers, body }: HttpRequest,
    sender: Pick<Seen, 'isOrphan' | 'sentAt'>
  ): Promise<{ readonly one: Seen; readonly reply: Awaited<ReturnType<ShopFloor['api']['answer']>> }> {
    const authorization = headers['authorization']
    const shop = shops.find(({ token }) => authorization?.endsWith(token) === true)
    if (shop === undefined) throw new Error('a token that is nobody’s')
    const text = body ?? ''
    const at = clock.monotonic()
    const one: Seen = { shop, method, path, text, ...sender, at, status: 0, words: '', heardAt: null }
    seen.push(one)
    const reply = await shop.api.answer({ method, path, authorization, host: new URL(origin).host, text })
    if (reply !== null) {
      one.status = reply.status
      // Only the marketplace's own answers bear its time.
      const isTold = 'Date' in reply.headers && (method !== 'GET' || reply.status >= 400)
      if (isTold && reply.bytes !== null) one.words = Buffer.from(reply.bytes).toString()
    }
    return { one, reply }
  }

  return {
    weather,
    seen,
    crowded,
    portOf: life => ({ open: bounds => open(life, bounds) }),
    async neighbour(requests) {
      crowded.push(clock.monotonic())
      const [own] = shops
      for (let n = 0; n < requests; n += 1) await own?.api.answer({ ...ASKED, authorization: own.token })
    }
  }
}
