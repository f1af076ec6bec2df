import { copyFileSync, existsSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DataTrouble } from '../../shared/contract/account-methods.ts'
import { newestGood } from './backups.ts'
import { diskWhyOf, StoreError } from './errors.ts'
import { logEnd, packedSince } from './inspect.ts'
import { migrations } from './migrations/all.ts'
import { readSeen, writeSeen } from './seen-file.ts'
import { syncFile, syncName } from './sync-file.ts'

/** What is wrong with the database at `path`, by the error that opening it threw, and what could be restored at what cost; null: it is none of its. */
export function troubleOf(error: unknown, path: string): DataTrouble | null {
  const folder = dirname(path)
  const fault = error instanceof StoreError ? error.fault : null
  switch (fault?.kind) {
    case 'newer':
      return { why: 'newer', folder, lines: null, backup: null }
    case 'missing':
      return { why: 'missing', folder, lines: fault.lines, backup: offer(path) }
    case 'behind':
      return { why: 'behind', folder, lines: fault.lines, backup: offer(path, orNull(() => logEnd(path)) ?? -1) }
    case 'corrupt':
      return { why: 'damaged', folder, lines: null, backup: offer(path) }
    default: {
      const why = fault?.kind === 'unsafe' ? 'failing' : diskWhyOf(error, folder)
      return why === null ? null : { why, folder, lines: null, backup: null }
    }
  }
}

/** The newest good copy, if it has come further than `beyond`, the end of a log that can still be used. */
function offer(path: string, beyond = -1): DataTrouble['backup'] {
  const backup = orNull(() => newestGood(path, migrations.length))
  if (backup === null || backup.seq <= beyond) return null
  const end = readSeen(path)?.seq ?? orNull(() => logEnd(path))
  return {
    at: backup.at,
    lines: end === null ? null : Math.max(0, end - backup.seq),
    packed: packedSince(path, backup.seq)
  }
}

/** What can't be read now offers nothing, and must not hide what is wrong. */
function orNull<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}

/**
 * Puts the newest good copy in place of the database, which stays beside it; what the copy did not live through is settled at its start.
 * Cut off or failing anywhere, it leaves a database that is still in trouble, never one that passes for fresh or for the truth.
 */
export function restoreBackup(path: string, now: number): void {
  const backup = newestGood(path, migrations.length)
  if (backup === null) throw new Error('no backup is whole')
  const draft = `${path}.restored`
  copyFileSync(backup.path, draft)
  syncFile(draft)
  writeSeen(path, { seq: backup.seq, at: backup.at, isRestored: true })
  setAside(path, now)
  renameSync(draft, path)
  syncName(path)
}

/** Begins anew; the database stays beside. */
export function beginAnew(path: string, now: number): void {
  setAside(path, now)
  // Last: until then it is missing.
  writeSeen(path, { seq: 0, at: now, isRestored: false })
}

/** Moves the database out of the way, for whoever may still read it: nothing is deleted. */
function setAside(path: string, now: number): void {
  for (const end of ['', '-wal', '-shm']) {
    if (existsSync(`${path}${end}`)) renameSync(`${path}${end}`, `${path}.damaged-${now}${end}`)
  }
  rmSync(`${path}-journal`, { force: true })
}

/** Goes on with a database that has lost its end; what it forgot is settled at its start as for a copy. */
export function keepAsItIs(path: string, now: number): void {
  writeSeen(path, { seq: logEnd(path), at: now, isRestored: true })
}
