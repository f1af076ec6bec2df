import { monitorEventLoopDelay, PerformanceObserver } from 'node:perf_hooks'

export interface Stalls {
  /** The longest time in which the thread came to nothing else, by the clock (ms): what other programs took is in it. */
  readonly clock: number
  /** What the thread itself worked between two looks, a millisecond or one turn apart, collecting garbage included (ms of CPU). */
  readonly own: readonly number[]
  /** Pauses in which garbage was collected, by the clock (ms). */
  readonly garbage: readonly number[]
}

/** Watches this thread's loop until the result is called. */
export function watchStalls(): () => Stalls {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  const garbage: number[] = []
  const observer = new PerformanceObserver(list => garbage.push(...list.getEntries().map(entry => entry.duration)))
  observer.observe({ entryTypes: ['gc'] })
  const own: number[] = []
  let last = process.threadCpuUsage()
  const looks = setInterval(() => {
    const now = process.threadCpuUsage()
    own.push((now.user + now.system - last.user - last.system) / 1000)
    last = now
  }, 1)
  return () => {
    clearInterval(looks)
    observer.disconnect()
    delay.disable()
    return { clock: delay.max / 1e6, own, garbage }
  }
}

/** What the machine does to a thread that has nothing to do, for so long (ms). */
export async function idleStalls(ms: number): Promise<Stalls> {
  const end = watchStalls()
  await new Promise(resolve => setTimeout(resolve, ms))
  return end()
}
