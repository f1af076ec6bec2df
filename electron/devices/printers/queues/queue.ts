import { assertNever } from '../../../../shared/domain/assert.ts'
import type { Clock, DeviceState, Log, PrinterPort, PrintOutcome } from '../../../station/ports/ports.ts'
import { createStateTeller } from '../talk/state-teller.ts'
import type { QueueState, Spooler } from './spooler.ts'

const POLL_MS = 5000
const FIRST_LOOK_MS = 50
const LAST_LOOK_MS = 1000
/** A print system that says nothing of our job for so long leaves it uncertain (ms). */
const SILENCE_LIMIT_MS = 60_000
/** A label that waited so long is not to surprise anybody when the printer is switched on (ms). */
const EXPIRE_MS = 15 * 60_000

/**
 * A queue of the system's print service, fed raw ZPL. A job waits there for as long as its printer is away and comes out
 * when it is back, so it is handed over once and followed; one that waits too long is taken out again.
 */
export function createQueuePrinter(options: {
  readonly queue: string
  readonly spooler: Spooler
  readonly clock: Clock
  readonly log: Log
  /** How long a job may be in the queue (ms), 15 minutes if not given. */
  readonly expireMs?: number
}): PrinterPort {
  const { queue, spooler, clock, log, expireMs = EXPIRE_MS } = options
  const teller = createStateTeller(queue, log)
  let stopped: Promise<void> | null = null
  let cancelPoll: (() => void) | null = null
  let printing = false
  let following = false

  async function look(): Promise<DeviceState> {
    const told = await spooler.queueState(queue)
    const state = stateOf(isOfPrinter(told) && !following ? 'ready' : told)
    if (teller.isWatched) teller.say(state)
    return state
  }

  async function poll(): Promise<void> {
    if (!printing) await look()
    if (teller.isWatched) cancelPoll = clock.after(POLL_MS, () => void poll())
  }

  async function print(zpl: Uint8Array): Promise<PrintOutcome> {
    const state = await look()
    if (state.kind === 'fault') return { kind: 'notSent', fault: state.fault }
    const handed = await spooler.hand(queue, zpl)
    log.info({ printer: queue, handed, bytes: zpl.length }, 'handed to the queue')
    switch (handed.kind) {
      case 'queued':
        following = true
        return follow(handed.jobId)
      case 'refused':
        if (teller.isWatched) teller.say({ kind: 'fault', fault: 'queueGone' })
        return { kind: 'notSent', fault: 'queueGone' }
      case 'unknown':
        return { kind: 'uncertain', why: 'noAnswer' }
      default:
        return assertNever(handed)
    }
  }

  async function follow(jobId: string): Promise<PrintOutcome> {
    const handedAt = clock.monotonic()
    let heardAt = handedAt
    let lookMs = FIRST_LOOK_MS
    const stop = stopped
    for (;;) {
      const isStopped = await pauseUnless(stop, lookMs)
      const job = await spooler.job(queue, jobId)
      if (isStopped) {
        if (job === 'done') return { kind: 'sent' }
        // A label that has not begun is for the next printer; one that has would be cut in two.
        return job === 'waiting' ? takeOut(jobId, 'linkLost') : { kind: 'uncertain', why: 'linkLost' }
      }
      if (job !== 'noAnswer') heardAt = clock.monotonic()
      switch (job) {
        case 'done':
          if (teller.isWatched) teller.say({ kind: 'ready' })
          return { kind: 'sent' }
        case 'ended':
          return { kind: 'uncertain', why: 'noAnswer' }
        case 'broken':
          // A label that may be out already is not to come a second time without a question.
          return takeOut(jobId, 'linkLost')
        case 'noAnswer':
          if (clock.monotonic() - heardAt >= SILENCE_LIMIT_MS) return { kind: 'uncertain', why: 'noAnswer' }
          break
        case 'waiting':
        case 'sending':
          if (clock.monotonic() - handedAt >= expireMs) return takeOut(jobId, 'noAnswer')
          await look()
          break
        default:
          return assertNever(job)
      }
      lookMs = Math.min(lookMs * 2, LAST_LOOK_MS)
    }
  }

  /** Cancels a job. `why`: the doubt that remains unless the print system knows what it had come to. */
  async function takeOut(jobId: string, why: 'noAnswer' | 'linkLost'): Promise<PrintOutcome> {
    const cancelled = await spooler.cancel(queue, jobId)
    log.info({ printer: queue, jobId, cancelled }, 'taken out of the queue')
    switch (cancelled) {
      case 'untouched':
        return { kind: 'notSent', fault: 'lost' }
      case 'done':
        return { kind: 'sent' }
      case 'ended':
      case 'noAnswer':
        return { kind: 'uncertain', why }
      default:
        return assertNever(cancelled)
    }
  }

  function pauseUnless(stop: Promise<void> | null, ms: number): Promise<boolean> {
    return new Promise(resolve => {
      const cancel = clock.after(ms, () => resolve(false))
      void stop?.then(() => {
        cancel()
        resolve(true)
      })
    })
  }

  return {
    name: queue,
    async print(zpl) {
      printing = true
      try {
        return await print(zpl)
      } finally {
        printing = false
        following = false
      }
    },
    start(onState) {
      let end = (): void => undefined
      stopped = new Promise<void>(resolve => (end = resolve))
      teller.start(onState)
      void poll()
      return () => {
        teller.stop()
        cancelPoll?.()
        end()
        return Promise.resolve()
      }
    }
  }
}

/** What a queue says of its printer is as old as its last job: without one of ours, only a new one finds out. */
function isOfPrinter(state: QueueState): boolean {
  return state === 'unreachable' || state === 'paperOut' || state === 'headOpen'
}

function stateOf(state: QueueState): DeviceState {
  switch (state) {
    case 'ready':
      return { kind: 'ready' }
    case 'stopped':
    case 'rejecting':
      return { kind: 'fault', fault: 'queueStopped' }
    case 'unreachable':
      return { kind: 'fault', fault: 'lost' }
    case 'paperOut':
    case 'headOpen':
      return { kind: 'fault', fault: state }
    case 'gone':
      return { kind: 'fault', fault: 'queueGone' }
    default:
      return assertNever(state)
  }
}
