import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import type { Trial } from './try-door.ts'

/** An input that is in for so long (ms) is a hang, however busy the machine may be. */
const HANG_MS = 60_000

const messageSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('begun'), door: z.string() }),
  z.object({
    kind: z.literal('tried'),
    trial: z.object({
      door: z.string(),
      inputs: z.number(),
      words: z.number(),
      ms: z.number(),
      growth: z.number(),
      faults: z.array(z.string())
    })
  })
])

export interface Run {
  readonly seed: number
  /** Inputs of all doors together, or of the one door. */
  readonly count: number
  /** The name of one door; null: all. */
  readonly only: string | null
}

/**
 * Tries the doors in a thread of their own, so that an input that never comes back is noticed: then the trial of its door has
 * that as its fault, and the others are not tried. `onTrial` hears of each door when it is done.
 */
export function runDoors(
  { seed, count, only }: Run,
  onTrial: (trial: Trial) => void,
  options: { readonly worker?: URL; readonly hangMs?: number } = {}
): Promise<readonly Trial[]> {
  const progress = new SharedArrayBuffer(8)
  const place = new Int32Array(progress)
  const worker = new Worker(options.worker ?? new URL('./worker.ts', import.meta.url), {
    workerData: { seed, count, only, progress }
  })
  const trials: Trial[] = []
  const take = (trial: Trial): void => {
    trials.push(trial)
    onTrial(trial)
  }
  return new Promise(resolve => {
    let door = 'the first door'
    let seen = ''
    const hangMs = options.hangMs ?? HANG_MS
    const fail = (what: string): void => {
      const fault = `${door}, seed ${seed}, input ${Atomics.load(place, 1)}: ${what}`
      take({ door, inputs: Atomics.load(place, 1), words: 0, ms: 0, growth: 0, faults: [fault] })
      void worker.terminate()
    }
    const watch = setInterval(() => {
      const now = place.join(' ')
      if (now === seen) fail(`not back after ${hangMs} ms`)
      seen = now
    }, hangMs)
    worker.on('message', message => {
      const said = messageSchema.parse(message)
      if (said.kind === 'begun') door = said.door
      else take(said.trial)
    })
    worker.on('error', error => fail(`the thread died of it: ${error.stack ?? error.message}`))
    worker.on('exit', () => {
      clearInterval(watch)
      resolve(trials)
    })
  })
}
