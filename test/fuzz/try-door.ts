import { performance } from 'node:perf_hooks'
import { setImmediate as breath } from 'node:timers/promises'
import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Door } from './door.ts'
import { Random, seedFor } from './random.ts'

/** So long one input may keep a core busy (ms); the longest that was seen is a tenth of it. */
const INPUT_MS = 250
/** So much more may lie in memory at the end than after the warm-up (bytes). */
const GROWTH_BYTES = 12 * 1024 * 1024
/** So much of a run is warm-up: code is compiled, caches fill. */
const WARM_UP = 0.3
/** At what lies in memory; the first few find what is still to be given back. */
const LOOKS = 8
/** Kept inputs; one more takes the place of one of them. */
const KEPT_MOST = 600

export interface Trial {
  readonly door: string
  readonly inputs: number
  /** Inputs with a word of their own. */
  readonly words: number
  readonly ms: number
  /** Of memory between warm-up and end (bytes). */
  readonly growth: number
  /** What went wrong, ready to be read by a person; empty: nothing. */
  readonly faults: readonly string[]
}

/**
 * Puts `count` inputs to a door, all of them a matter of `seed`; `onInput` hears the number of each before it goes in. Ends
 * early after the third fault.
 */
export async function tryDoor(
  tried: Door,
  options: { readonly seed: number; readonly count: number; readonly onInput?: (index: number) => void }
): Promise<Trial> {
  const { seed, count, onInput } = options
  const random = new Random(seedFor(tried.name, seed))
  const kept: unknown[] = []
  const words = new Set<string>()
  const faults: string[] = []
  const startedAt = performance.now()
  const warmAt = Math.ceil(count * WARM_UP)
  let warm = 0
  let inputs = 0

  const fault = (index: number, input: unknown, what: string): void => {
    const shown = tried.show(input).slice(0, 2000)
    faults.push(`${tried.name}, seed ${seed}, input ${index}: ${what}\n  ${shown}`)
  }

  for (let index = 0; index < count && faults.length < 3; index += 1) {
    if (index === warmAt) warm = await bytesInUse()
    const input = nextInput(random, tried, kept, index)
    onInput?.(index)
    inputs += 1
    const began = performance.now()
    try {
      const told = tried.enter(input)
      const word = typeof told === 'string' ? told : await told
      if (!words.has(word)) {
        words.add(word)
        if (kept.length < KEPT_MOST) kept.push(input)
        else kept[random.below(KEPT_MOST)] = input
      }
      if (performance.now() - began > INPUT_MS && (await busyMs(tried, input)) > INPUT_MS) {
        fault(index, input, `longer than ${INPUT_MS} ms`)
      }
    } catch (error) {
      fault(index, input, error instanceof Error ? (error.stack ?? error.message) : String(error))
    }
  }
  const growth = inputs > warmAt ? (await bytesInUse()) - warm : 0
  const name = `${tried.name}, seed ${seed}`
  if (growth > GROWTH_BYTES) faults.push(`${name}: ${Math.round(growth / 1e6)} MB more in memory at the end`)
  const unheard = tried.words.filter(word => !words.has(word))
  if (count >= 10_000 && faults.length === 0 && unheard.length > 0) {
    faults.push(`${name}: no input came as far as ${unheard.join(', ')}`)
  }
  return { door: tried.name, inputs, words: words.size, ms: performance.now() - startedAt, growth, faults }
}

/** The samples as they are, then what is made of them and of those that were kept. */
function nextInput(random: Random, { samples, mutate }: Door, kept: readonly unknown[], index: number): unknown {
  if (index < samples.length) return samples[index]
  const base = kept.length > 0 && random.oneIn(2) ? random.pick(kept) : random.pick(samples)
  return mutate(random, base, random.pick(samples))
}

/** What an input costs by the thread's own clock (ms), at its best of three: the machine may have been busy elsewhere. */
async function busyMs(tried: Door, input: unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let left = 3; left > 0; left -= 1) {
    const before = process.threadCpuUsage()
    await tried.enter(input)
    const { user, system } = process.threadCpuUsage(before)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}

/**
 * This thread's objects and what they hold outside, after everything that nobody needs is gone: the least of several looks, for
 * what lay outside is given back by other threads, in their time.
 */
async function bytesInUse(): Promise<number> {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  let least = Number.POSITIVE_INFINITY
  for (let looks = 0; looks < LOOKS; looks += 1) {
    if (typeof collect === 'function') collect()
    await breath()
    const { used_heap_size: own, external_memory: outside } = getHeapStatistics()
    least = Math.min(least, own + outside)
  }
  return least
}
