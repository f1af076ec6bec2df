import type { BenchEvent, SeenSupply } from '../../bench.ts'
import type { IntentBody } from '../../intents.ts'
import { isCarrierOpen, NEW_SPOT, sameCarrier, withCarrier, withSeen } from '../../orders/spot.ts'
import type { SeenSpot, Spot } from '../../orders/spot.ts'
import type { Supply } from '../../orders/supplies.ts'
import { isSame } from '../../same.ts'
import type { Draft } from '../draft.ts'

type Of<K extends IntentBody['kind']> = Extract<IntentBody, { readonly kind: K }>
type EventOf<K extends BenchEvent['kind']> = Extract<BenchEvent, { readonly kind: K }>

/** A carrier named on the panel of a delivered supply that goes by road into Russia. */
export function nameCarrier(draft: Draft, { supplyId, carrier }: EventOf<'nameCarrier'>): void {
  const supply = draft.bench.supplies.get(supplyId)
  if (supply?.state !== 'delivered' || !supply.spot || !isCarrierOpen(supply.spot)) {
    return draft.say('refused', { code: 'notNow' })
  }
  draft.putSupply({ ...supply, spot: { ...supply.spot, carrier, state: { kind: 'queued' } } })
  draft.set({ spot: withCarrier(draft.bench.spot, carrier) })
  draft.queue({ kind: 'setSpot', supplyId, carrier })
}

/** The marketplace has taken the carrier, and has it checked; news of an older one changes nothing. */
export function carrierTaken(draft: Draft, body: Of<'setSpot'>): void {
  putState(draft, body, { kind: 'pending' })
}

export function carrierRefused(draft: Draft, body: Of<'setSpot'>, code: string): void {
  putState(draft, body, { kind: 'refused', code })
}

function putState(draft: Draft, { supplyId, carrier }: Of<'setSpot'>, state: Spot['state']): void {
  const supply = draft.bench.supplies.get(supplyId)
  const spot = supply?.spot
  if (supply === undefined || !spot?.carrier || spot.state.kind !== 'queued') return
  if (sameCarrier(spot.carrier, carrier)) draft.putSupply({ ...supply, spot: { ...spot, state } })
}

/** Carriers and their checks as the marketplace lists them. */
export function spotsSeen(draft: Draft, spots: readonly SeenSpot[]): void {
  for (const seen of spots) {
    const supply = [...draft.bench.supplies.values()].find(({ remoteId }) => remoteId === seen.remoteId)
    if (!supply?.spot) continue
    const spot = withSeen(supply.spot, seen)
    if (!isSame(spot, supply.spot)) draft.putSupply({ ...supply, spot })
  }
}

/** Whether a delivered supply goes by road from the EAEU into Russia: an open one says so by what is in it for now. */
export function spotTold({ spot }: Supply, { done, goesBySpot }: SeenSupply): Pick<Supply, 'spot'> {
  if (!done || goesBySpot === undefined) return {}
  return { spot: spot ?? (goesBySpot ? NEW_SPOT : null) }
}

/** The sticker for the vehicle once more, with a reason; the first time it is fetched. */
export function reprintSpot(draft: Draft, { supplyId, reason }: EventOf<'reprintSpot'>): void {
  const supply = draft.bench.supplies.get(supplyId)
  if (supply?.spot?.state.kind !== 'completed') return draft.say('refused', { code: 'nothingToReprint' })
  if (supply.spot.sticker !== 'here') {
    return draft.putSupply({ ...supply, spot: { ...supply.spot, sticker: 'wanted' } })
  }
  const { jobs } = draft.bench
  // An older label of unknown fate, or one that has not left yet, is answered by the wish for a new one.
  for (const job of [...jobs.inState('uncertain'), ...jobs.inState('intended')]) {
    if (job.source.kind === 'spotSticker' && job.source.supplyId === supplyId) {
      draft.failJob(job, 'reprinted')
    }
  }
  draft.print({ kind: 'spotSticker', supplyId }, reason)
}
