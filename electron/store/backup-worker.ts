import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { backUpNow } from './backups.ts'
import { eraseBuyersInCopies } from './erase-copies.ts'
import { migrations } from './migrations/all.ts'

/**
 * One backup in a thread of its own (`now` null: none), and what is kept of buyers no more erased from all: `workerData` says of what;
 * whether there was room goes back, then how many copies were changed, and an error ends it.
 */
const { path, now } = z.object({ path: z.string(), now: z.number().nullable() }).parse(workerData)
if (now !== null) parentPort?.postMessage({ hadRoom: backUpNow(path, now, migrations.length) })
parentPort?.postMessage({ erased: eraseBuyersInCopies(path) })
