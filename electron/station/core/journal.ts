import type { BenchEvent } from '../../../shared/domain/bench.ts'
import type { IntentBody } from '../../../shared/domain/intents.ts'
import type { Feedback } from '../../../shared/domain/messages.ts'
import type { LogEntry } from '../ports/ports.ts'

/**
 * The line of the append-only log for an event: who, when, what, and what was answered. News that changed nothing a
 * person would ask about (lists, statuses, stickers that came) has none.
 */
export function journalEntry(
  event: BenchEvent,
  feedback: Feedback | null,
  at: number,
  packerId: string | null,
  newId: () => string,
  /** What lay on the table before, or lies there now. */
  tableOrderId: number | null
): { readonly entry?: LogEntry } {
  const facts = factsOf(event)
  if (facts === null) return {}
  const answer = feedback === null ? {} : { face: feedback.face, answer: feedback.message }
  return {
    entry: {
      id: newId(),
      at,
      packerId,
      kind: event.kind,
      orderId: orderOf(event) ?? orderIn(feedback) ?? (isAtTable(event) ? tableOrderId : null),
      facts: JSON.stringify({ ...facts, ...answer })
    }
  }
}

/** Whether the marketplace tells it again and again: only what it changes is worth a line. */
export function comesEachRound({ kind }: BenchEvent): boolean {
  return kind === 'spotsSeen' || kind === 'reshipmentSeen'
}

function factsOf(event: BenchEvent): object | null {
  switch (event.kind) {
    case 'ordersSeen':
    case 'statusesSeen':
    case 'stickersSeen':
    case 'stickersLacking':
    case 'suppliesSeen':
    case 'countriesSeen':
    case 'jobSending':
    case 'jobWaiting':
      return null
    case 'printOwn': {
      const { sources, printerId } = event
      // A long list on many labels is told by its first: the print journal has them all.
      return { source: sources[0], labels: sources.length, ...(printerId !== undefined && { printerId }) }
    }
    case 'metaSeen':
      return { metas: event.metas }
    case 'handOver':
      // The buyer's code is the buyer's.
      return { outcome: event.outcome }
    case 'scan':
      return { scan: event.scan.kind, text: event.scan.raw }
    case 'intentDone':
      return { intent: withoutBuyer(event.intent.body), remoteId: event.remoteId }
    case 'intentRefused': {
      const { intent, code, message, culprits, metas } = event
      return { intent: withoutBuyer(intent.body), code, message, culprits, ...(metas && { metas }) }
    }
    default: {
      const { kind: _kind, ...facts } = event
      return facts
    }
  }
}

/** What stands in lists and in the log of a change: a buyer's code is nobody's but the buyer's. */
export function withoutBuyer(body: IntentBody): IntentBody {
  return body.kind === 'handOver' ? { ...body, code: null } : body
}

function orderOf(event: BenchEvent): number | null {
  if ('orderId' in event) return event.orderId
  if (event.kind === 'intentDone' || event.kind === 'intentRefused') {
    return 'orderId' in event.intent.body ? event.intent.body.orderId : null
  }
  return null
}

/** What a packer does at the table is about the order that lies there, even when the answer does not name it. */
function isAtTable({ kind }: BenchEvent): boolean {
  return kind === 'scan' || kind === 'command' || kind === 'shelfReason' || kind === 'reprintReason'
}

function orderIn(feedback: Feedback | null): number | null {
  return feedback !== null && 'orderId' in feedback.message ? feedback.message.orderId : null
}
