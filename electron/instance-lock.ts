import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { holdFile } from './store/hold-file.ts'

/** Two stations over one data directory would send and print everything twice: the lock lets in one, of either host. */
const LOCK_FILE = 'running.lock'
/** Who that is, and where to knock. */
const HOLDER_FILE = 'running.json'

const holderSchema = z.object({
  pid: z.number().int().positive(),
  /** Unix ms. */
  startedAt: z.number(),
  host: z.enum(['desktop', 'browser']),
  /** Where the browser host takes requests of a second start; null until it listens. */
  control: z.object({ port: z.number().int(), secret: z.string() }).nullable()
})

export type LockHolder = z.output<typeof holderSchema>
export type Control = NonNullable<LockHolder['control']>

export interface InstanceLock {
  /** Tells later starts where to knock. */
  announce(control: Control): void
  release(): void
}

export type LockResult =
  | { readonly kind: 'held'; readonly lock: InstanceLock }
  /** `holder` null: it has only begun to. */
  | { readonly kind: 'taken'; readonly holder: LockHolder | null }

/**
 * Takes the data directory for this process. What holds it is a lock of the operating system, which ends with the process
 * however that ends: of any number of starts at once one wins, and no reused process number locks anybody out.
 */
export function takeInstanceLock(dataDirectory: string, host: LockHolder['host']): LockResult {
  const path = join(dataDirectory, HOLDER_FILE)
  const free = holdFile(join(dataDirectory, LOCK_FILE))
  if (free === null) return { kind: 'taken', holder: readHolder(dataDirectory) }
  const mine: LockHolder = { pid: process.pid, startedAt: Date.now(), host, control: null }
  // Left behind by a process that was killed: nobody may knock there.
  rmSync(path, { force: true })
  write(path, mine)
  return {
    kind: 'held',
    lock: {
      announce: control => write(path, { ...mine, control }),
      release() {
        try {
          rmSync(path, { force: true })
        } catch {
          // On a disk that takes nothing the note stays behind; without the lock beside it nobody heeds it.
        }
        free()
      }
    }
  }
}

/** Who holds the directory; null when nobody does, or has only begun to. */
export function readHolder(dataDirectory: string): LockHolder | null {
  const text = read(join(dataDirectory, HOLDER_FILE))
  return text === null ? null : parse(text)
}

/** Complete or absent, never half-written: the content goes to a draft, and the draft gets the file's name. */
function write(path: string, holder: LockHolder): void {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 })
  renameSync(draft, path)
}

/** One that is unreadable (the power went while it was written) tells of nobody. */
function parse(text: string): LockHolder | null {
  try {
    return holderSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null
    throw error
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
