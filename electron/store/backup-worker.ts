import { parentPort, workerData } from 'node:worker_threads'
import { z } from 'zod'
import { backUpNow } from './backups.ts'
import { eraseBuyersInCopies } from './erase-copies.ts'
import { migrations } from './migrations/all.ts'

/** One backup in a thread of its own: `workerData` says of what; whether there was room goes back, and an error ends it. */
const { path, now } = z.object({ path: z.string(), now: z.number() }).parse(workerData)
parentPort?.postMessage(backUpNow(path, now, migrations.length))
eraseBuyersInCopies(path)
