import type { Landed, OrderResult, Reply, SchemeClient, WriteFound, WriteReply } from '../../station/ports/ports.ts'
import { metaDetails } from '../packing/facts.ts'
import { found, foundByOrder } from '../packing/write.ts'

/** The changes of one scheme as the station's queue sends them and looks them up. */
export function createSchemeWrites<Change>(client: Pick<SchemeClient<Change>, 'send' | 'readBack'>): {
  readonly send: (intent: { readonly write: Change }) => Promise<WriteReply>
  readonly landed: (intent: { readonly write: Change }) => Promise<Reply<WriteFound>>
} {
  return {
    async send({ write }) {
      const reply = await client.send(write)
      if (reply.kind !== 'ok') return reply
      const results = reply.value.results.map(withMetas)
      if (!results.some(isMismatch)) return { kind: 'ok', value: { results } }
      // An order that is there already, by another's hand or a call whose answer was lost, has nothing to refuse.
      const stands = await client.readBack(write)
      const landed = stands.kind === 'ok' ? stands.value : []
      return { kind: 'ok', value: { results: results.map(result => forgiven(result, landed)) } }
    },
    landed: ({ write }) => found(client.readBack(write), foundByOrder)
  }
}

function isMismatch({ outcome }: OrderResult): boolean {
  return outcome.kind === 'refused' && outcome.code === 'StatusMismatch'
}

function forgiven(result: OrderResult, landed: readonly Landed[]): OrderResult {
  const isThere = landed.some(({ orderId, happened }) => orderId === result.orderId && happened === true)
  return isMismatch(result) && isThere ? { orderId: result.orderId, outcome: { kind: 'ok' } } : result
}

/** Codes that are blamed for a refusal stand in the refusal, as those of a supply do. */
function withMetas(result: OrderResult): OrderResult {
  const { orderId, outcome, metaDetails: details } = result
  if (outcome.kind !== 'refused' || details === undefined) return result
  return { orderId, outcome: { ...outcome, culprits: [orderId], metas: [{ orderId, details: metaDetails(details) }] } }
}
