import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'

/** Stands for a door that takes five inputs and never comes back with the sixth. */
const { progress } = z.object({ progress: z.instanceof(SharedArrayBuffer) }).parse(workerData)
parentPort?.postMessage({ kind: 'begun', door: 'stuck' })
Atomics.store(new Int32Array(progress), 1, 5)
Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
