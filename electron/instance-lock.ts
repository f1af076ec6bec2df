import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { uptime } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'

/** Two stations over one data directory would send and print everything twice: the lock file lets in one, of either host. */
const LOCK_FILE = 'running.json'

const holderSchema = z.object({
  pid: z.number().int().positive(),
  /** Unix ms. */
  startedAt: z.number(),
  /** The system's own name of its present boot; null where it has none. */
  bootId: z.string().nullable(),
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
  | { readonly kind: 'taken'; readonly holder: LockHolder }

/** Takes the data directory for this process. A lock left behind by a dead process or an earlier boot is taken over. */
export function takeInstanceLock(dataDirectory: string, host: LockHolder['host']): LockResult {
  const path = join(dataDirectory, LOCK_FILE)
  const mine: LockHolder = { pid: process.pid, startedAt: Date.now(), bootId: bootId(), host, control: null }
  for (;;) {
    if (create(path, mine)) return { kind: 'held', lock: lockAt(path, mine) }
    const text = read(path)
    if (text === null) continue
    const holder = parse(text)
    if (holder !== null && isAlive(holder)) return { kind: 'taken', holder }
    removeStale(path, text)
  }
}

/** Who holds the directory now; null when nobody does. */
export function readHolder(dataDirectory: string): LockHolder | null {
  const text = read(join(dataDirectory, LOCK_FILE))
  return text === null ? null : parse(text)
}

function lockAt(path: string, mine: LockHolder): InstanceLock {
  return {
    announce(control) {
      const draft = `${path}.${process.pid}`
      writeFileSync(draft, JSON.stringify({ ...mine, control }), { mode: 0o600 })
      renameSync(draft, path)
    },
    release() {
      const text = read(path)
      const holder = text === null ? null : parse(text)
      if (holder?.pid === mine.pid && holder.startedAt === mine.startedAt) rmSync(path, { force: true })
    }
  }
}

/** Complete or absent, never half-written: the content goes to a draft, and the draft gets the lock's name. */
function create(path: string, holder: LockHolder): boolean {
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 })
  try {
    linkSync(draft, path)
    return true
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

/** Moves the file aside before deleting it: two starts at once must not delete each other's fresh lock. */
function removeStale(path: string, seen: string): void {
  const aside = `${path}.stale.${process.pid}`
  try {
    renameSync(path, aside)
  } catch (error) {
    if (isCode(error, 'ENOENT')) return
    throw error
  }
  if (read(aside) === seen) rmSync(aside, { force: true })
  else renameSync(aside, path)
}

/** An unreadable lock (the power went while it was written) belongs to nobody. */
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

/** Process numbers come again after a restart of the PC, so a lock of an earlier boot counts as dead. */
function isAlive(holder: LockHolder): boolean {
  const boot = bootId()
  if (boot !== null && holder.bootId !== null && boot !== holder.bootId) return false
  if (boot === null && holder.startedAt < Date.now() - uptime() * 1000 - 60_000) return false
  if (holder.pid === process.pid) return holder.startedAt >= Date.now() - process.uptime() * 1000
  try {
    process.kill(holder.pid, 0)
    return true
  } catch (error) {
    return isCode(error, 'EPERM')
  }
}

function bootId(): string | null {
  return process.platform === 'linux' ? (read('/proc/sys/kernel/random/boot_id')?.trim() ?? null) : null
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}
