import { z } from 'zod'

export interface Country {
  /** OKSM: three digits. */
  readonly code: string
  readonly name: string
}

const registration = z.string().trim().min(1).max(30)

/** Who brings a supply over the border by road; bounds of the API documents, "SPOT". */
export const carrierSchema = z.object({
  name: z.string().trim().min(1).max(1000),
  taxNumber: z.string().trim().min(1).max(50),
  /** OKSM: three digits. */
  countryCode: z.string().regex(/^\d{3}$/),
  /** Registration numbers; null: it has no trailer. */
  vehicle: registration,
  trailer: registration.nullable()
})
export type SpotCarrier = Readonly<z.infer<typeof carrierSchema>>

/** The longest text of each field that is typed, in characters (API documents, "SPOT"). */
export const CARRIER_MAX = { name: 1000, taxNumber: 50, vehicle: 30, trailer: 30 } as const

export type SpotState =
  /** Nobody named a carrier yet. */
  | { readonly kind: 'wanted' }
  | { readonly kind: 'queued' }
  /** The marketplace has it checked. */
  | { readonly kind: 'pending' }
  | { readonly kind: 'completed' }
  /** The check did not pass: the carrier is to be named anew. `code`: the marketplace's own word; empty: none. */
  | { readonly kind: 'failed'; readonly code: string }
  /** The marketplace did not even take it. */
  | { readonly kind: 'refused'; readonly code: string }

/** A delivered supply's way by road from the EAEU into Russia. */
export interface Spot {
  readonly carrier: SpotCarrier | null
  readonly state: SpotState
  /** The sticker for the vehicle: `wanted`: to be fetched and printed; `here`: on disk. */
  readonly sticker: 'none' | 'wanted' | 'here'
}

/** A supply of which nothing but that it goes this way is known. */
export const NEW_SPOT: Spot = { carrier: null, state: { kind: 'wanted' }, sticker: 'none' }

/** What the marketplace lists of a supply; `carrier` null: it knows of none. */
export interface SeenSpot {
  readonly remoteId: string
  readonly carrier: SpotCarrier | null
  /** `pending`, `completed`, `failed`; others as they come. */
  readonly status: string
  /** What is wrong, in the marketplace's own word; empty: nothing. */
  readonly trouble: string
}

/** What a station knows for all supplies of this way. */
export interface SpotBook {
  /** Empty: not fetched yet. */
  readonly countries: readonly Country[]
  /** Carriers named so far, the newest first. */
  readonly carriers: readonly SpotCarrier[]
}

export const EMPTY_SPOT_BOOK: SpotBook = { countries: [], carriers: [] }

/** Carriers that are proposed. */
const CARRIERS_KEPT = 8

/** Whether two carriers are the same in every field. */
export function sameCarrier(one: SpotCarrier, other: SpotCarrier): boolean {
  return (
    one.name === other.name &&
    one.taxNumber === other.taxNumber &&
    one.countryCode === other.countryCode &&
    one.vehicle === other.vehicle &&
    one.trailer === other.trailer
  )
}

/** The book with a carrier in front of those that are proposed. */
export function withCarrier(book: SpotBook, carrier: SpotCarrier): SpotBook {
  const others = book.carriers.filter(one => !sameCarrier(one, carrier))
  return { ...book, carriers: [carrier, ...others].slice(0, CARRIERS_KEPT) }
}

/** Whether a carrier may be named: not while one is being checked, nor after one has passed. */
export function isCarrierOpen({ state }: Spot): boolean {
  return state.kind !== 'pending' && state.kind !== 'completed'
}

/**
 * A supply's way after the marketplace told of it. A carrier that is on its way from here stays until it was answered;
 * a sticker prints by itself only where the carrier was named here.
 */
export function withSeen(spot: Spot, { carrier, status, trouble }: SeenSpot): Spot {
  if (carrier === null || spot.state.kind === 'queued') return spot
  const state = stateOf(status, trouble)
  const isMine = spot.carrier !== null
  const isNew = state.kind === 'completed' && spot.sticker === 'none' && spot.state.kind !== 'completed'
  return { carrier, state, sticker: isNew && isMine ? 'wanted' : spot.sticker }
}

function stateOf(status: string, trouble: string): SpotState {
  switch (status) {
    case 'completed':
      return { kind: 'completed' }
    case 'failed':
      return { kind: 'failed', code: trouble }
    default:
      return { kind: 'pending' }
  }
}
