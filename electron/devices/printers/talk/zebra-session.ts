import type { ZebraErrors } from '../../../../shared/domain/printing/zebra-errors.ts'
import {
  createZebraReplyReader,
  type ZebraReply,
  type ZebraStatus
} from '../../../../shared/domain/printing/zebra-status.ts'
import type { Clock, DeviceFault } from '../../../station/ports/ports.ts'
import type { ByteLink } from '../links/byte-link.ts'
import type { Habits } from './habits.ts'
import { createConversation, type PrinterSession } from './session.ts'

const ASK_STATUS = '~HS'
const ASK_ERRORS = '~HQES'
const ASK_ODOMETER = '! U1 getvar "odometer.total_label_count"\r\n'
/** Speaks ZPL's way: `~HS` and `~HQES` for the state, the odometer for the count. */
export function createZebraSession(link: ByteLink, clock: Clock, habits: Habits): PrinterSession {
  const talk = createConversation<ZebraReply>({
    link,
    clock,
    reader: onReply => createZebraReplyReader(overhear(onReply))
  })
  habits.errors.start()
  habits.count.start()
  let errors: ZebraErrors | null = null
  /** As the maker warns of: with this fault there is no answer to `~HS`, and waiting for one would miss what comes next. */
  let hidesStatus = false

  /** Late answers too show what it answers. */
  function overhear(onReply: (reply: ZebraReply) => void): (reply: ZebraReply) => void {
    return reply => {
      if (reply.kind === 'status') habits.status.learn(true)
      if (reply.kind === 'errors') habits.errors.learn(true)
      if (reply.kind === 'variable' && countOf(reply.value) !== null) habits.count.learn(true)
      onReply(reply)
    }
  }

  /** Asks for errors; an answer to an earlier `~HS` may come in between, and then the printer was slow, not silent. */
  async function askErrors(status: ZebraStatus | null): Promise<ZebraStatus | null> {
    let late: ZebraStatus | null = null
    const answer = await talk.ask(ASK_ERRORS, reply => {
      if (reply.kind === 'status') late = reply.status
      return reply.kind === 'errors' ? reply.errors : null
    })
    errors = answer
    if (answer === null && status !== null) habits.errors.learn(false)
    return status ?? late
  }

  return {
    get closed() {
      return talk.closed
    },
    // Every answer names its question.
    muddled: false,
    get saysWaiting() {
      return habits.status.hasAnswered()
    },
    lineFreeAt: talk.lineFreeAt,
    async look(depth) {
      if (hidesStatus) await askErrors(null)
      hidesStatus &&= isFaulty(errors)
      if (hidesStatus && errors !== null && !talk.closed) return { ...errors, waiting: null }
      let status = await talk.ask(ASK_STATUS, reply => (reply.kind === 'status' ? reply.status : null))
      if (talk.closed) return null
      if (status === null || (depth === 'whole' && habits.errors.shouldAsk())) status = await askErrors(status)
      if (talk.closed || (status === null && errors === null)) return null
      hidesStatus = status === null && isFaulty(errors)
      return {
        fault: worst(status?.fault ?? null, errors?.fault ?? null),
        warnings: errors?.warnings ?? [],
        waiting: status === null ? null : status.labelsWaiting + status.formatsWaiting
      }
    },
    async odometer() {
      if (!habits.count.shouldAsk()) return 'unknown'
      const count = await talk.ask(ASK_ODOMETER, reply => (reply.kind === 'variable' ? countOf(reply.value) : null))
      if (count === null && !talk.closed) habits.count.learn(false)
      return count ?? (habits.count.isNever() ? 'unknown' : null)
    },
    write: talk.write,
    drop: talk.drop
  }
}

function isFaulty(errors: ZebraErrors | null): boolean {
  return errors !== null && errors.fault !== null
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
