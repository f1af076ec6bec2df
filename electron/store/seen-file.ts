import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { syncFile, syncName } from './sync-file.ts'

const seenSchema = z.object({
  /** Of the newest line of the log. */
  seq: z.number().int(),
  /** When that was (Unix ms). */
  at: z.number(),
  /** The database is a copy, and what it did not live through has not been settled yet. */
  isRestored: z.boolean()
})

/** What is remembered beside the database of how far it had come, so that it can't lose its end in silence. */
export type Seen = z.output<typeof seenSchema>

/** Null: there is none, or it can't be read; then nothing is known to be missing. */
export function readSeen(path: string): Seen | null {
  try {
    return seenSchema.safeParse(JSON.parse(readFileSync(`${path}.seen`, 'utf8'))).data ?? null
  } catch {
    return null
  }
}

/** Waited for on the disk only where nothing else tells the same: of a copy, and of a database that has no line yet. */
export function writeSeen(path: string, seen: Seen): void {
  const isAlone = seen.isRestored || seen.seq === 0
  const draft = `${path}.seen.draft`
  writeFileSync(draft, JSON.stringify(seen), { mode: 0o600 })
  if (isAlone) syncFile(draft)
  renameSync(draft, `${path}.seen`)
  if (isAlone) syncName(path)
}
