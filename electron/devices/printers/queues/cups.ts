import { spawn } from 'node:child_process'
import { assertNever } from '../../../../shared/domain/assert.ts'
import type { Clock } from '../../../station/ports/ports.ts'
import { askIppJob, type IppJob } from './ipp.ts'
import type { Cancelled, Handed, QueueJob, QueueState, Spooler } from './spooler.ts'

const ANSWER_LIMIT_MS = 10_000
/** CUPS: no spaces, slashes or #; a leading hyphen would be taken for an option of its commands. */
const QUEUE_NAME = /^[^\s/#-][^\s/#]{0,126}$/
const REFUSALS = /does not exist|not accepting jobs|no default destination|unable to connect|scheduler .*not running/i
/** The words of a backend that finds no printer. */
const NO_PRINTER = /may not exist or is unavailable|unable to locate printer|unreachable|waiting for printer to become/i
/** Backends that count an impression before their first byte, so that none counted means none sent. */
const COUNTING_BACKEND = /: (socket|usb):/
/** Looks at a cancelled job, and the time between them (ms): a backend that is being ended may have a last word. */
const CANCEL_LOOKS = 20
const CANCEL_LOOK_MS = 250

const PROCESSING = 5
const CANCELLED = 7
const COMPLETED = 9

/** What a command of the print system said; `code` null: it could not be run, or did not end within 10 s. */
interface Said {
  readonly code: number | null
  readonly out: string
  readonly error: string
}

/** Runs one command of the print system (CUPS), in plain English whatever the system speaks; never throws. */
async function run(clock: Clock, command: string, args: readonly string[], input?: Uint8Array): Promise<Said> {
  const child = spawn(command, args, { env: { ...process.env, LC_ALL: 'C' }, stdio: ['pipe', 'pipe', 'pipe'] })
  const out: Buffer[] = []
  const error: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => error.push(chunk))
  // A command that ends early leaves its input unread: its exit code says so.
  child.stdin.on('error', () => undefined)
  const code = await new Promise<number | null>(resolve => {
    const cancel = clock.after(ANSWER_LIMIT_MS, () => child.kill('SIGKILL'))
    const end = (ended: number | null): void => {
      cancel()
      resolve(ended)
    }
    child.once('error', () => end(null))
    child.once('close', end)
    child.stdin.end(input)
  })
  return { code, out: Buffer.concat(out).toString(), error: Buffer.concat(error).toString() }
}

/** The print service of Linux and macOS, through its commands and its records of jobs. */
export function createCups(clock: Clock): Spooler {
  /** When the print system set about the jobs of which it has sent something (Unix s). */
  const sentSince = new Map<string, number>()

  async function queueState(queue: string): Promise<QueueState> {
    if (!QUEUE_NAME.test(queue)) return 'gone'
    const printer = await run(clock, 'lpstat', ['-p', queue, '-a', queue])
    if (printer.code !== 0) return 'gone'
    if (/^printer .* disabled since/m.test(printer.out)) return 'stopped'
    if (/ not accepting requests since/.test(printer.out)) return 'rejecting'
    return NO_PRINTER.test(printer.out) ? 'unreachable' : 'ready'
  }

  async function hand(queue: string, bytes: Uint8Array): Promise<Handed> {
    if (!QUEUE_NAME.test(queue)) return { kind: 'refused' }
    const { code, out, error } = await run(clock, 'lp', ['-d', queue, '-o', 'raw', '-t', 'Verstak', '-'], bytes)
    const jobId = /^request id is \S+-(\d+) /m.exec(out)?.[1]
    if (code === 0 && jobId !== undefined) return { kind: 'queued', jobId }
    return code !== null && REFUSALS.test(error) ? { kind: 'refused' } : { kind: 'unknown' }
  }

  async function cancel(queue: string, jobId: string): Promise<Cancelled> {
    await run(clock, 'cancel', [`${queue}-${jobId}`])
    for (let looks = 0; looks < CANCEL_LOOKS; looks += 1) {
      await new Promise<void>(resolve => void clock.after(CANCEL_LOOK_MS, resolve))
      const record = await askIppJob(clock, Number(jobId))
      const job = jobIn(jobId, record)
      if (job === 'done') return job
      if (job !== 'ended') continue
      return record.kind === 'known' && (await isUntouched(queue, record)) ? 'untouched' : 'ended'
    }
    return 'noAnswer'
  }

  function jobIn(jobId: string, record: IppJob): QueueJob {
    switch (record.kind) {
      case 'known':
        return knownJobIn(jobId, record)
      case 'notFound':
        // A print service that keeps no history of its jobs.
        return 'ended'
      case 'noAnswer':
        return 'noAnswer'
      default:
        return assertNever(record)
    }
  }

  /** States by RFC 8011: 3 pending, 4 held, 5 processing, 6 stopped, 7 cancelled, 8 aborted, 9 completed. */
  function knownJobIn(jobId: string, record: KnownJob): QueueJob {
    const { state, begunAt, impressions } = record
    const since = sentSince.get(jobId)
    const isBegunAgain = since !== undefined && begunAt !== since
    if (begunAt !== null && impressions > 0 && !isBegunAgain) sentSince.set(jobId, begunAt)
    if (state >= CANCELLED) {
      sentSince.delete(jobId)
      return state === COMPLETED && !isBegunAgain ? 'done' : 'ended'
    }
    if (begunAt === null || findsNoPrinter(record)) return isBegunAgain ? 'broken' : 'waiting'
    return isBegunAgain || (state !== PROCESSING && impressions > 0) ? 'broken' : 'sending'
  }

  async function isUntouched(queue: string, record: KnownJob): Promise<boolean> {
    if (record.begunAt === null) return true
    return findsNoPrinter(record) && COUNTING_BACKEND.test((await run(clock, 'lpstat', ['-v', queue])).out)
  }

  return {
    async queues() {
      const { out } = await run(clock, 'lpstat', ['-e'])
      return out.split('\n').filter(name => QUEUE_NAME.test(name))
    },
    queueState,
    hand,
    job: async (_, jobId) => jobIn(jobId, await askIppJob(clock, Number(jobId))),
    cancel
  }
}

type KnownJob = Extract<IppJob, { readonly kind: 'known' }>

function findsNoPrinter({ impressions, message }: KnownJob): boolean {
  return impressions === 0 && NO_PRINTER.test(message)
}
