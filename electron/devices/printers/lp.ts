import { spawn } from 'node:child_process'
import type { Clock } from '../../station/ports.ts'

const ANSWER_LIMIT_MS = 10_000

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

/** The names of the print queues, as the system gives them; none where there is no print system. */
export async function listQueues(clock: Clock): Promise<readonly string[]> {
  const { out } = await run(clock, 'lpstat', ['-e'])
  return out.split('\n').filter(name => name !== '')
}

/** How a queue is: `stopped` by a person, `rejecting` jobs, its printer `unreachable`, or `gone` itself. */
export type QueueState = 'ready' | 'stopped' | 'rejecting' | 'unreachable' | 'gone'

/** Asks the print system about a queue. */
export async function queueState(clock: Clock, queue: string): Promise<QueueState> {
  const printer = await run(clock, 'lpstat', ['-p', queue, '-a', queue])
  if (printer.code !== 0) return 'gone'
  if (/^printer .* disabled since/m.test(printer.out)) return 'stopped'
  if (/ not accepting requests since/.test(printer.out)) return 'rejecting'
  return /may not exist or is unavailable|unable to locate printer|unreachable/i.test(printer.out)
    ? 'unreachable'
    : 'ready'
}

export type Handed =
  | { readonly kind: 'queued'; readonly jobId: string }
  /** The print system refused: it has nothing of the job. */
  | { readonly kind: 'refused' }
  /** It may have the job or not. */
  | { readonly kind: 'unknown' }

const REFUSALS = /does not exist|not accepting jobs|no default destination|unable to connect|scheduler .*not running/i

/** Hands bytes to a queue as they are, once. */
export async function handToQueue(clock: Clock, queue: string, bytes: Uint8Array): Promise<Handed> {
  const { code, out, error } = await run(clock, 'lp', ['-d', queue, '-o', 'raw', '-t', 'Verstak', '-'], bytes)
  const jobId = /^request id is (\S+-\d+)/m.exec(out)?.[1]
  if (code === 0 && jobId !== undefined) return { kind: 'queued', jobId }
  return code !== null && REFUSALS.test(error) ? { kind: 'refused' } : { kind: 'unknown' }
}

/** What became of a job: in the queue, passed on whole, ended otherwise, or unknown because nobody answers. */
export type QueueJob = 'waiting' | 'done' | 'ended' | 'noAnswer'

/** Asks the print system about one job. */
export async function queueJob(clock: Clock, queue: string, jobId: string): Promise<QueueJob> {
  const open = await run(clock, 'lpstat', ['-W', 'not-completed', '-o', queue])
  if (open.code !== 0) return 'noAnswer'
  if (startsLine(open.out, jobId)) return 'waiting'
  const closed = await run(clock, 'lpstat', ['-l', '-W', 'completed', '-o', queue])
  if (closed.code !== 0) return 'noAnswer'
  if (!startsLine(closed.out, jobId)) return 'ended'
  const facts = closed.out.slice(closed.out.indexOf(`${jobId} `)).split(/\n(?=\S)/, 1)[0] ?? ''
  return /cancell?ed|aborted/.test(facts) ? 'ended' : 'done'
}

function startsLine(text: string, jobId: string): boolean {
  return text.split('\n').some(line => line.startsWith(`${jobId} `))
}
