import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { afterEach, expect, test } from 'vitest'
import { createSerialScanner } from '../../../electron/devices/scanners/serial.ts'
import type { Clock, DeviceState } from '../../../electron/station/ports/ports.ts'
import { usualSerialScanner } from '../../../shared/domain/scanning/scanners.ts'
import { makeEan13, makeMarkingCode } from '../../../shared/domain/printing/samples.ts'
import { createPtyCable, type PtyCable } from '../../support/pty.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { realClock } from '../../support/real-clock.ts'
import { until } from '../../support/until.ts'

/** Unplugged so many times in all, by so many scanners side by side: a round is mostly waiting. */
const ROUNDS = 500
const SCANNERS = 5

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0).toReversed()) await close()
})

/** No scan here ends by a pause: on a busy machine the cable itself may make one, in the middle of a scan or before it is out. */
const patientClock: Clock = { ...realClock, after: (ms, job) => realClock.after(ms < 250 ? ms * 1000 : ms, job) }

/** Looks for a lost scanner, and after the one that is there, ten times as often, so that 500 unpluggings take seconds. */
const hurriedClock: Clock = {
  ...patientClock,
  after: (ms, job) => (ms >= 250 && ms <= 500 ? realClock.after(ms / 10, job) : patientClock.after(ms, job))
}

interface Seen {
  readonly cable: PtyCable
  readonly frames: string[]
  readonly states: DeviceState[]
  readonly stop: () => Promise<void>
}

async function plugIn(options: { readonly baudRate?: number; readonly clock?: Clock } = {}): Promise<Seen> {
  const cable = await createPtyCable()
  closers.push(() => cable.close())
  const found = { name: 'left hand', path: cable.path, serialNumber: null }
  const scanner = createSerialScanner({
    scanner: { ...usualSerialScanner(found), baudRate: options.baudRate ?? 9600 },
    clock: options.clock ?? patientClock,
    log: quietLog
  })
  const frames: string[] = []
  const states: DeviceState[] = []
  const stop = scanner.start({ onFrame: text => frames.push(text), onState: state => states.push(state) })
  closers.push(stop)
  await until('ready', () => isReady(states))
  return { cable, frames, states, stop }
}

const isReady = (states: readonly DeviceState[]) => states.at(-1)?.kind === 'ready'
const isLost = (states: readonly DeviceState[]) => states.at(-1)?.kind === 'fault'
const bytes = (text: string) => new TextEncoder().encode(text)

const CODES = [
  makeEan13(1),
  makeMarkingCode({ gtin: makeEan13(1), seed: 1, tail: 'crypto' }),
  'WB-GI-1234567',
  makeMarkingCode({ gtin: makeEan13(2), seed: 2, tail: 'short' })
]

test.each([9600, 115_200])('at %i baud every split of four scans in two gives the four scans', async baudRate => {
  const { cable, frames } = await plugIn({ baudRate })
  const stream = bytes(CODES.map(code => `${code}\r\n`).join(''))
  for (let at = 1; at < stream.length; at += 1) {
    await cable.send(stream.subarray(0, at))
    await cable.send(stream.subarray(at))
    await until(`the scans split at ${at}`, () => frames.length >= CODES.length)
    expect(frames.splice(0)).toEqual(CODES)
  }
})

test('any split of any scans in any number of pieces gives the same scans', async () => {
  const { cable, frames } = await plugIn({ baudRate: 115_200 })
  const scans = fc.array(fc.constantFrom(...CODES), { minLength: 1, maxLength: 6 })
  await fc.assert(
    fc.asyncProperty(scans, fc.array(fc.nat(500), { maxLength: 20 }), async (codes, cuts) => {
      frames.length = 0
      const stream = bytes(codes.map(code => `${code}\r`).join(''))
      let from = 0
      for (const cut of [...cuts.filter(at => at < stream.length).toSorted((a, b) => a - b), stream.length]) {
        if (cut > from) await cable.send(stream.subarray(from, cut))
        from = cut
      }
      await until('the scans', () => frames.length >= codes.length)
      expect(frames).toEqual(codes)
    })
  )
})

test.each([9600, 115_200])(
  'a device that stops for a while at %i baud is not missed, and loses nothing',
  async baudRate => {
    const { cable, frames, states } = await plugIn({ baudRate })
    await cable.send(bytes(`${CODES[0]}\r`))
    await until('the first', () => frames.length === 1)
    for (let round = 0; round < 5; round += 1) {
      frames.length = 0
      cable.pause()
      await cable.send(bytes(CODES.map(code => `${code}\r`).join('')))
      // Longer than the watch on the port takes to look twice.
      const since = performance.now()
      await until('a while', () => performance.now() - since > 900)
      expect(frames).toEqual([])
      cable.resume()
      await until('all that was sent', () => frames.length === CODES.length)
      expect(frames).toEqual(CODES)
    }
    expect(states).toEqual([{ kind: 'connecting' }, { kind: 'ready' }])
  }
)

/** When in a round the plug is pulled. */
type Moment =
  | { readonly kind: 'beforeOpen' }
  | { readonly kind: 'justOpen' }
  | { readonly kind: 'afterScans'; readonly count: number }
  /** In the middle of the last of so many scans. */
  | { readonly kind: 'midScan'; readonly count: number; readonly at: number }
  /** While scans are on their way: nobody waits for them. */
  | { readonly kind: 'inFlight'; readonly count: number }

const moment: fc.Arbitrary<Moment> = fc.oneof(
  fc.constant({ kind: 'beforeOpen' } as const),
  fc.constant({ kind: 'justOpen' } as const),
  fc.record({ kind: fc.constant('afterScans' as const), count: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('midScan' as const), count: fc.nat(2), at: fc.integer({ min: 1, max: 12 }) }),
  fc.record({ kind: fc.constant('inFlight' as const), count: fc.integer({ min: 1, max: 30 }) })
)

interface Told {
  /** Scans that were waited for, and so have to have come. */
  readonly certain: string[]
  /** All that were sent whole, in order. */
  readonly sent: string[]
}

/** One round: whatever the moment, the loss is told if the scanner was there, and the scanner comes back. */
async function unplugAt({ cable, frames, states }: Seen, when: Moment, name: string, told: Told): Promise<void> {
  const scan = async (count: number): Promise<void> => {
    const texts = Array.from({ length: count }, (_, index) => `${name}-${told.sent.length + index}-${makeEan13(index)}`)
    for (const text of texts) await cable.send(bytes(`${text}\r`))
    told.sent.push(...texts)
  }
  if (when.kind !== 'beforeOpen') await until(`ready again, ${name}`, () => isReady(states))
  switch (when.kind) {
    case 'beforeOpen':
    case 'justOpen':
      break
    case 'afterScans':
    case 'midScan':
      await scan(when.count)
      await until(`the scans of ${name}`, () => when.count === 0 || frames.at(-1) === told.sent.at(-1))
      told.certain.push(...told.sent.slice(-when.count || told.sent.length))
      if (when.kind === 'midScan') await cable.send(bytes('4600000000017'.slice(0, when.at)))
      break
    case 'inFlight':
      await scan(when.count)
  }
  await cable.unplug()
  if (when.kind !== 'beforeOpen') await until(`the loss of ${name}`, () => isLost(states), 1000)
  await cable.plug()
  // It may have been opened just before: then “ready” is of the old plug until the loss shows, and scans tell the new one.
  if (when.kind === 'beforeOpen') {
    const already = frames.length
    await until(`a scan after ${name}`, async () => {
      if (isReady(states)) await scan(1)
      return frames.length > already
    })
  }
}

interface Held {
  readonly files: number
  readonly resources: readonly string[]
}

/** What the process holds open now; timers come and go. */
function held(): Held {
  return {
    files: readdirSync('/proc/self/fd').length,
    resources: process
      .getActiveResourcesInfo()
      .filter(name => name !== 'Timeout' && name !== 'Immediate')
      .toSorted()
  }
}

function isNoMore(now: Held, before: Held): boolean {
  return now.files <= before.files && now.resources.length <= before.resources.length
}

test(`${ROUNDS} unpluggings at random moments leak nothing, keep no core busy, and lose or double no scan that was read`, async () => {
  const seen: Seen[] = []
  for (let index = 0; index < SCANNERS; index += 1) seen.push(await plugIn({ clock: hurriedClock }))
  const before = held()
  const cpu = process.cpuUsage()
  const rounds = ROUNDS / SCANNERS
  const told = seen.map((): Told => ({ certain: [], sent: [] }))
  await Promise.all(
    seen.map(async (one, index) => {
      const moments = fc.sample(moment, { seed: index + 1, numRuns: rounds })
      for (const [round, when] of moments.entries()) {
        await unplugAt(one, when, `${index}-${round}`, told[index] ?? { certain: [], sent: [] })
      }
    })
  )
  await until('all ready', () => seen.every(({ states }) => isReady(states)))
  for (const [index, { frames, states }] of seen.entries()) {
    const { certain, sent } = told[index] ?? { certain: [], sent: [] }
    // Whole, in order, none twice; what nobody waited for may have gone with the cable.
    expect(frames.filter(text => !sent.includes(text))).toEqual([])
    expect(frames).toEqual(sent.filter(text => frames.includes(text)))
    expect(certain.filter(text => !frames.includes(text))).toEqual([])
    expect(certain.length).toBeGreaterThan(rounds / 4)
    expectTurns(states)
  }
  await until(`no more open than ${JSON.stringify(before)}`, () => isNoMore(held(), before))

  const { user, system } = process.cpuUsage(cpu)
  expect((user + system) / 1000 / ROUNDS, 'CPU ms a round, the test’s own work included').toBeLessThan(100)
  for (const { cable } of seen) await cable.unplug()
  await until('all lost', () => seen.every(({ states }) => isLost(states)))
  expect(await busyShare(), 'while all are away').toBeLessThan(0.5)
  for (const { cable } of seen) await cable.plug()
  await until('all back', () => seen.every(({ states }) => isReady(states)))
  expect(await busyShare(), 'while all are there').toBeLessThan(0.5)
  for (const { stop } of seen) await stop()
})

/** Ready and lost by turns, after the first connecting. */
function expectTurns(states: readonly DeviceState[]): void {
  const [first, ...rest] = states
  expect(first).toEqual({ kind: 'connecting' })
  for (const [index, state] of rest.entries()) {
    expect(state).toEqual(index % 2 === 0 ? { kind: 'ready' } : { kind: 'fault', fault: 'lost' })
  }
}

/** The share of one core that this process takes in a second; one that spins takes all of it. */
async function busyShare(): Promise<number> {
  const [at, cpu] = [performance.now(), process.cpuUsage()]
  await new Promise(resolve => realClock.after(1000, () => resolve(null)))
  const { user, system } = process.cpuUsage(cpu)
  return (user + system) / 1000 / (performance.now() - at)
}
