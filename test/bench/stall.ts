import { monitorEventLoopDelay } from 'node:perf_hooks'

export interface Stalls {
  /** The longest time in which the thread came to nothing else, by the clock (ms): what other programs took is in it. */
  readonly clock: number
  /** The longest that the thread itself worked in one turn of its loop, collecting garbage included (ms of CPU). */
  readonly own: number
}

/** Watches this thread's loop until the result is called. */
export function watchStalls(): () => Stalls {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  let own = 0
  let last = process.threadCpuUsage()
  let turn = setImmediate(look)
  function look(): void {
    const now = process.threadCpuUsage()
    own = Math.max(own, now.user + now.system - last.user - last.system)
    last = now
    turn = setImmediate(look)
  }
  return () => {
    clearImmediate(turn)
    delay.disable()
    return { clock: delay.max / 1e6, own: own / 1000 }
  }
}

/** What the machine does to a thread that has nothing to do, for so long (ms). */
export async function idleStalls(ms: number): Promise<Stalls> {
  const end = watchStalls()
  await new Promise(resolve => setTimeout(resolve, ms))
  return end()
}
