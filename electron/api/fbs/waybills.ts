import type { ApiChoices } from '../../../shared/domain/account/api-choices.ts'
import type { FbsClient, Failure, SupplyResult } from '../../station/ports/ports.ts'
import type { Call } from '../wire/caller.ts'
import type { EditionChoice } from '../editions.ts'
import { inNewer } from '../newer.ts'
import { operations as table } from '../operations.ts'
import { inPieces } from '../packing/paging.ts'
import { tame } from '../wire/error-bodies.ts'
import { failureOfError } from '../wire/failures.ts'
import { refusal } from '../schemes/carrier.ts'

/** Most supplies of one request (API documents). */
const HUNDRED = 100

/** Electronic waybills, where the seller has switched them on: the documents leave them half described. */
export function createWaybills(
  call: Call,
  edition: EditionChoice,
  choices: Pick<ApiChoices, 'waybill'>
): Pick<FbsClient, 'setWaybills'> {
  return {
    setWaybills: async waybills => {
      if (!choices.waybill) return refusal('SwitchedOff', 'waybills are switched off in the settings')
      return inNewer(edition, () =>
        inPieces(waybills, HUNDRED, async piece => {
          const data = piece.map(({ remoteId, waybillUuid }) => ({ supplyId: remoteId, waybillUuid }))
          const reply = await call(table.setWaybills, { body: { data } }, 'urgent')
          if (reply.kind !== 'ok') return notOffered(reply)
          return {
            kind: 'ok',
            value: piece.map(({ remoteId }): SupplyResult => {
              const result = reply.value.results.find(({ supplyId }) => supplyId === remoteId)
              return { remoteId, outcome: outcomeOf(result) }
            })
          }
        })
      )
    }
  }
}

function outcomeOf(
  result: { readonly error: { readonly code: number; readonly detail: string } | null } | undefined
): SupplyResult['outcome'] {
  // Not a word of this supply: it is looked up before anything else.
  if (result === undefined) return { kind: 'unknown', why: 'server' }
  if (result.error === null) return { kind: 'ok' }
  return failureOfError(result.error.code, { name: tame(result.error.detail), message: '', culprits: [] })
}

/** A path that is not there says that this account is not offered waybills; nothing else is amiss. */
function notOffered(failure: Failure): Failure {
  const isGone = failure.kind === 'blocked' && failure.why === 'pathGone'
  return isGone ? refusal('NotOffered', 'the marketplace does not take waybills of this account', 404) : failure
}
