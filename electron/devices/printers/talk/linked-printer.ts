import { assertNever } from '../../../../shared/domain/assert.ts'
import type { Clock, DeviceFault, DeviceState, Log, PrinterPort, PrintOutcome } from '../../../station/ports/ports.ts'
import { runPrintJob, stateOf, type Answers } from './print-job.ts'
import type { ByteLink } from '../links/byte-link.ts'
import { createHabits } from './habits.ts'
import { createStateTeller } from './state-teller.ts'
import { createReceiptSession } from './receipt-session.ts'
import type { Dialect, Look, PrinterSession } from './session.ts'
import { createZebraSession } from './zebra-session.ts'

const POLL_MS = 2000
/** A printer that never answers is still asked now and then: it may be one that was silent for want of paper. */
const RARE_POLL_MS = 30_000
/** Unanswered questions after which a printer that once answered counts as silent, any other as one-way. */
const SILENT_AFTER = 2
const FIRST_RETRY_MS = 250
/** Nothing is known of such a printer but that it can be reached. */
const ONE_WAY: DeviceState = { kind: 'ready', warnings: ['oneWay'] }

/** A label or receipt printer on a link of its own, which is kept while the port is started and found again after every loss. */
export function createLinkedPrinter(options: {
  readonly name: string
  /** Opens the link anew; null if the printer can't be reached. */
  readonly open: (signal: AbortSignal) => Promise<ByteLink | null>
  /** Longest pause between two looks for a printer that is away (ms). */
  readonly lastRetryMs: number
  readonly dialect?: Dialect
  readonly clock: Clock
  readonly log: Log
}): PrinterPort {
  const { name, open, lastRetryMs, dialect = 'zpl', clock, log } = options
  const createSession = dialect === 'zpl' ? createZebraSession : createReceiptSession
  let session: PrinterSession | null = null
  const habits = createHabits()
  let answers: Answers = 'unknown'
  let unanswered = 0
  /** A label of unknown fate may still come out: from the last job, or from another run of the program. */
  let afterDoubt = true
  let retryMs = FIRST_RETRY_MS
  const teller = createStateTeller(name, log)
  let stopping = new AbortController()
  let cancelNext: (() => void) | null = null
  /** Polls and jobs take turns: their questions and answers must not mix. */
  let turn: Promise<unknown> = Promise.resolve()

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = turn.then(work)
    turn = result.catch(() => undefined)
    return result
  }

  function sayFault(fault: DeviceFault): void {
    teller.say({ kind: 'fault', fault })
  }

  function heard(look: Look): void {
    answers = 'always'
    unanswered = 0
    retryMs = FIRST_RETRY_MS
    teller.say(stateOf(look))
  }

  async function ensureSession(): Promise<PrinterSession | null> {
    if (session && !session.closed) return session
    const link = await open(stopping.signal)
    session = link && createSession(link, clock, habits)
    link?.onClosed(linkClosed)
    unanswered = 0
    if (!session) sayFault('unreachable')
    return session
  }

  function linkClosed(): void {
    // Null: we let it go ourselves.
    if (session === null || stopping.signal.aborted) return
    session = null
    sayFault('lost')
    retryLater()
  }

  function retryLater(): void {
    pollAfter(retryMs)
    retryMs = Math.min(retryMs * 2, lastRetryMs)
  }

  function pollAfter(ms: number): void {
    cancelNext?.()
    if (teller.isWatched) cancelNext = clock.after(ms, () => void inTurn(poll))
  }

  async function poll(): Promise<void> {
    if (!teller.isWatched) return
    // Of a new printer the first thing to know is whether it prints.
    const depth = session && !session.closed ? 'whole' : 'brief'
    const link = await ensureSession()
    if (!link) return retryLater()
    const look = await link.look(depth)
    if (link.closed) return
    if (look) heard(look)
    else await heardNothing(link)
    pollAfter(answers === 'never' ? RARE_POLL_MS : POLL_MS)
  }

  async function heardNothing(link: PrinterSession): Promise<void> {
    unanswered += 1
    if (answers !== 'always') {
      if (unanswered >= SILENT_AFTER) answers = 'never'
      teller.say(answers === 'never' ? ONE_WAY : { kind: 'ready' })
      return
    }
    if (unanswered >= SILENT_AFTER) sayFault('silent')
    if (unanswered >= SILENT_AFTER || link.muddled) await drop(link)
  }

  /** A new link, so that no late answer to an old question is taken for the answer to a new one. */
  async function drop(link: PrinterSession): Promise<void> {
    session = null
    await link.drop()
  }

  async function print(bytes: Uint8Array): Promise<PrintOutcome> {
    cancelNext?.()
    const link = await ensureSession()
    if (!link) {
      retryLater()
      return { kind: 'notSent', fault: 'unreachable' }
    }
    const outcome = await runPrintJob({ session: link, bytes, answers, afterDoubt, clock, onLook: heard })
    log.info({ printer: name, outcome, bytes: bytes.length }, 'printed')
    if (outcome.kind !== 'notSent') afterDoubt = outcome.kind === 'uncertain'
    if (outcome.kind === 'notSent' && outcome.fault === 'silent') sayFault('silent')
    if (outcome.kind === 'uncertain' && outcome.why === 'oneWayLink') teller.say(ONE_WAY)
    if (!teller.isWatched || link.muddled || isMuddled(outcome)) await drop(link)
    if (link.closed) retryLater()
    else pollAfter(POLL_MS)
    return outcome
  }

  return {
    name,
    print: bytes => inTurn(() => print(bytes)),
    start(onState) {
      stopping = new AbortController()
      teller.start(onState)
      void inTurn(poll)
      return async () => {
        teller.stop()
        cancelNext?.()
        stopping.abort()
        await session?.drop()
        session = null
        await turn
      }
    }
  }
}

/** Whether an answer may still be on its way. */
function isMuddled(outcome: PrintOutcome): boolean {
  switch (outcome.kind) {
    case 'confirmed':
    case 'sent':
      return false
    case 'uncertain':
      return outcome.why !== 'oneWayLink'
    case 'notSent':
      return outcome.fault === 'silent'
    default:
      return assertNever(outcome)
  }
}
