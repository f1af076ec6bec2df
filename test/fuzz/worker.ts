import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { DOORS } from './all-doors.ts'
import { tryDoor } from './try-door.ts'

const orderSchema = z.object({
  seed: z.number(),
  count: z.number(),
  only: z.string().nullable(),
  progress: z.instanceof(SharedArrayBuffer)
})

/** Tries door after door; `progress` holds the door's number and that of the input that is in, for whoever watches. */
async function run(): Promise<void> {
  const { seed, count, only, progress } = orderSchema.parse(workerData)
  const place = new Int32Array(progress)
  for (const [index, open] of DOORS.entries()) {
    const door = await open()
    if (only === null || only === door.name) {
      Atomics.store(place, 0, index)
      parentPort?.postMessage({ kind: 'begun', door: door.name })
      const share = only === null ? door.share / 100 : 1
      const trial = await tryDoor(door, {
        seed,
        count: Math.ceil(count * share),
        onInput: input => void Atomics.store(place, 1, input)
      })
      parentPort?.postMessage({ kind: 'tried', trial })
    }
    await door.close?.()
  }
}

await run()
