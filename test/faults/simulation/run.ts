import { fork } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { shiftOf } from './generate.ts'
import { writeFixture } from './fixtures.ts'
import { PROMISES } from './promises.ts'
import { shrunk } from './shrink.ts'
import { simulate } from './simulate.ts'

const USAGE = `npm run faults -- [--hours N | --shifts N] [--seed N]
  --shifts N   so many shifts, of seeds one after another (100)
  --hours N    as many shifts as fit
  --seed N     where the seeds begin; alone: that one shift, which is shrunk and kept as a fixture if it breaks a promise`

const HOUR_MS = 3_600_000
const REPORT_MS = 30_000
/** Shifts that one process lives through: what the dead stations had open ends with it. */
const AT_A_TIME = 40

const told = z.object({
  seed: z.number(),
  acts: z.number(),
  scans: z.number(),
  lives: z.number(),
  requests: z.number(),
  breach: z.object({ promise: z.string(), what: z.string() }).nullable()
})
type Told = z.infer<typeof told>

// Its clocks are put on in the night of some of the shifts.
process.env['TZ'] = 'Europe/Berlin'

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** One shift; where it breaks a promise it is made small and kept. */
async function replay(seed: number): Promise<void> {
  const shift = shiftOf(seed)
  const { breach, ...counts } = await simulate(shift)
  say(`seed ${seed}: ${JSON.stringify(counts)}`)
  if (breach === null) return say('every promise was kept')
  process.exitCode = 1
  say(`${breach.promise} (${PROMISES[breach.promise]}) was broken: ${breach.what}`)
  say('it is being made smaller ...')
  const least = await shrunk(shift, breach)
  const path = writeFixture(least.shift, least.breach)
  say(`${least.shift.acts.length} of ${shift.acts.length} acts are left, in ${path}: ${least.breach.what}`)
}

/** In a process of its own: some shifts, each told when it is over. */
async function live(from: number, count: number): Promise<void> {
  for (let seed = from; seed < from + count; seed += 1) {
    const shift = shiftOf(seed)
    const outcome = await simulate(shift)
    process.send?.({ ...outcome, seed, acts: shift.acts.length } satisfies Told)
  }
}

async function run(from: number, shifts: number, untilMs: number): Promise<void> {
  const began = performance.now()
  const done: Told[] = []
  let next = from
  let cause = ''
  const isOver = (): boolean => next >= from + shifts || performance.now() - began > untilMs || cause !== ''

  async function work(): Promise<void> {
    while (!isOver()) {
      const count = Math.min(AT_A_TIME, from + shifts - next)
      const child = fork(import.meta.filename, ['--live', String(next), String(count)])
      next += count
      child.on('message', message => {
        const one = told.parse(message)
        done.push(one)
        if (one.breach !== null) say(`seed ${one.seed}: ${one.breach.promise} ${one.breach.what.slice(0, 300)}`)
        if (performance.now() - began > untilMs) child.kill()
      })
      const code = await new Promise<number | null>(resolve => child.on('exit', resolve))
      if (code !== 0 && code !== null) cause = `a shift of the seeds ${next - count} to ${next - 1} ended with ${code}`
    }
  }

  const timer = setInterval(() => say(summary(done, performance.now() - began)), REPORT_MS)
  await Promise.all(Array.from({ length: availableParallelism() }, work))
  clearInterval(timer)
  say(summary(done, performance.now() - began))
  const broken = done.filter(({ breach }) => breach !== null).map(({ seed }) => seed)
  if (broken.length > 0) say(`broken: ${broken.map(seed => `npm run faults -- --seed ${seed}`).join('; ')}`)
  if (cause !== '') say(cause)
  if (broken.length > 0 || cause !== '') process.exitCode = 1
}

function summary(done: readonly Told[], ms: number): string {
  const sum = (of: (one: Told) => number): string => done.reduce((all, one) => all + of(one), 0).toLocaleString('en')
  const rate = Math.round((done.length * HOUR_MS) / ms).toLocaleString('en')
  const seeds = done.map(({ seed }) => seed)
  return [
    `${done.length} shifts in ${(ms / 60_000).toFixed(1)} min (${rate} an hour)`,
    `seeds ${Math.min(...seeds)} to ${Math.max(...seeds)}`,
    `${sum(({ acts }) => acts)} steps, ${sum(({ scans }) => scans)} scans, ${sum(({ requests }) => requests)} requests`,
    `${sum(({ lives }) => lives)} starts, ${done.filter(({ breach }) => breach !== null).length} broken promises`
  ].join('; ')
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      shifts: { type: 'string' },
      hours: { type: 'string' },
      seed: { type: 'string' },
      live: { type: 'string' },
      help: { type: 'boolean' }
    },
    allowPositionals: true
  })
  if (values.help === true) return say(USAGE)
  if (values.live !== undefined) return live(Number(values.live), Number(process.argv[4]))
  const { seed, shifts, hours } = values
  if (seed !== undefined && shifts === undefined && hours === undefined) return replay(Number(seed))
  const from = seed === undefined ? Math.floor(Date.now() / 1000) % 1_000_000_000 : Number(seed)
  const most = hours === undefined ? Number(shifts ?? 100) : Infinity
  await run(from, most, hours === undefined ? Infinity : Number(hours) * HOUR_MS)
}

await main()
