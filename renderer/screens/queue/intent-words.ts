import type { QueueRow } from '../../../shared/contract/contract.ts'
import type { Phrase } from '../../i18n/phrase.ts'
import { lookUp, refusedWrite, say } from '../../i18n/say.ts'
import type { Texts } from '../../i18n/texts.ts'

/** What a change at the marketplace is, and of what. */
export function intentSubject({ names, words, format }: Texts, { body }: QueueRow): string {
  const name = names.intents[body.kind]
  switch (body.kind) {
    case 'createSupply':
      return `${name}: ${body.name}`
    case 'setShipping':
    case 'addBoxes':
    case 'deleteBoxes':
    case 'setSpot':
    case 'deleteSupply':
      return name
    case 'addToSupply':
    case 'deliverSupply':
    case 'confirm':
    case 'deliver':
    case 'prepare':
    case 'cancel':
      return `${name}: ${body.orderIds.length === 1 ? format.orderId(body.orderIds[0] ?? 0) : words.queue.orders(body.orderIds.length)}`
    case 'setMeta':
    case 'deleteMeta':
      return `${name}: ${names.meta[body.key]}, ${format.orderId(body.orderId)}`
    case 'handOver':
      return `${names.handovers[body.outcome]}: ${format.orderId(body.orderId)}`
  }
}

/** How far it is, why it waits or failed, and what to do. */
export function intentStateWords(texts: Texts, { body, state }: QueueRow): Phrase {
  const { names, tables, words } = texts
  const title = names.intentStates[state.kind]
  switch (state.kind) {
    case 'waiting': {
      const why = state.why === null ? '' : delayWords(tables, state.why).title
      const attempts = state.attempts === 0 ? '' : words.queue.attempts(state.attempts)
      return { title, remedy: [why, attempts].filter(part => part !== '').join(', ') }
    }
    case 'parked': {
      const { title: why, details } = delayWords(tables, state.why)
      return { title: `${title}. ${why}`, remedy: words.queue.parked, ...(details === undefined ? {} : { details }) }
    }
    case 'refused': {
      if (body.kind === 'handOver') {
        const { orderId, outcome } = body
        const { code: vendorCode, message: vendorMessage } = state
        return say(texts, { code: 'handoverRefused', orderId, outcome, vendorCode, vendorMessage }, state.at)
      }
      return refusedWrite(texts, body.kind === 'setMeta' ? body.key : body.kind, state.code, state.message)
    }
    case 'sending':
    case 'unknown':
    case 'done':
    case 'withdrawn':
      return { title, remedy: '' }
  }
}

/** Why something waits or stopped: a failure of the network, a stop of the account, `broken: field`, or the vendor’s own code. */
export function delayWords(tables: Texts['tables'], why: string): Phrase {
  if (why.startsWith('broken')) return { ...lookUp(tables.delays, 'broken'), details: why }
  return lookUp(Object.hasOwn(tables.blocks.known, why) ? tables.blocks : tables.delays, why)
}
