import type { ZebraErrors } from '../../../shared/domain/zebra-errors.ts'
import { createZebraReplyReader, type ZebraStatus } from '../../../shared/domain/zebra-status.ts'
import type { Clock, DeviceFault } from '../../station/ports.ts'
import type { ByteLink } from './byte-link.ts'
import { createConversation, type PrinterSession } from './session.ts'

const ASK_STATUS = '~HS'
const ASK_ERRORS = '~HQES'
const ASK_ODOMETER = '! U1 getvar "odometer.total_label_count"\r\n'
/** Unanswered questions of a kind after which a printer that answers others is not asked it again on this link. */
const MISSES = 2

/** Speaks ZPL's way: `~HS` and `~HQES` for the state, the odometer for the count. */
export function createZebraSession(link: ByteLink, clock: Clock): PrinterSession {
  const talk = createConversation({ link, clock, reader: createZebraReplyReader })
  const errorsKnown = createHabit()
  const countKnown = createHabit()
  let errors: ZebraErrors | null = null

  /** Asks for errors; an answer to an earlier `~HS` may come in between, and then the printer was slow, not silent. */
  async function askErrors(status: ZebraStatus | null): Promise<ZebraStatus | null> {
    let late: ZebraStatus | null = null
    const answer = await talk.ask(ASK_ERRORS, reply => {
      if (reply.kind === 'status') late = reply.status
      return reply.kind === 'errors' ? reply.errors : null
    })
    errors = answer
    if (answer !== null || status !== null) errorsKnown.learn(answer !== null)
    return status ?? late
  }

  return {
    get closed() {
      return talk.closed
    },
    // Every answer names its question.
    muddled: false,
    lineFreeAt: talk.lineFreeAt,
    async look(depth) {
      let status = await talk.ask(ASK_STATUS, reply => (reply.kind === 'status' ? reply.status : null))
      if (talk.closed) return null
      if (status === null || (depth === 'whole' && !errorsKnown.isNever())) status = await askErrors(status)
      if (talk.closed || (status === null && errors === null)) return null
      return {
        fault: worst(status?.fault ?? null, errors?.fault ?? null),
        warnings: errors?.warnings ?? [],
        waiting: status === null ? null : status.labelsWaiting + status.formatsWaiting
      }
    },
    async odometer() {
      if (countKnown.isNever()) return 'unknown'
      const count = await talk.ask(ASK_ODOMETER, reply => (reply.kind === 'variable' ? countOf(reply.value) : null))
      if (!talk.closed) countKnown.learn(count !== null)
      return count ?? (countKnown.isNever() ? 'unknown' : null)
    },
    write: talk.write,
    drop: talk.drop
  }
}

/** Whether a printer answers a question at all, by what it did so far. */
function createHabit() {
  let misses = 0
  let hasAnswered = false
  return {
    learn(answered: boolean): void {
      hasAnswered ||= answered
      misses = answered ? 0 : misses + 1
    },
    isNever: () => !hasAnswered && misses >= MISSES
  }
}

/** Anything else in quotes is noise, not a count. */
function countOf(value: string): number | 'unknown' | null {
  if (value === '?') return 'unknown'
  return /^[0-9]{1,12}$/.test(value) ? Number(value) : null
}

/** The cause before its effects: whatever stops a Zebra pauses it too. */
const FAULTS: readonly DeviceFault[] = [
  'headOpen',
  'paperOut',
  'ribbonOut',
  'cutter',
  'headFailed',
  'tooHot',
  'motorHot',
  'tooCold',
  'bufferFull',
  'labelWaiting',
  'paused',
  'stopped'
]

function worst(...said: readonly (DeviceFault | null)[]): DeviceFault | null {
  return FAULTS.find(fault => said.includes(fault)) ?? null
}
