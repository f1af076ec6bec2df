import Sqlite from 'better-sqlite3'
import { readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { inspect, logEnd } from './inspect.ts'
import { syncFile } from './sync-file.ts'

/** Newest copies that are kept, and the newest of so many days. */
const KEPT = 4
const DAYS_KEPT = 4
const DAY_MS = 24 * 60 * 60 * 1000
/** A copy is made only where so many of it would fit: backups must not be what fills the disk. */
const ROOM_FOR = 4

/** A copy of the database. */
export interface Backup {
  readonly path: string
  /** When it was made (Unix ms). */
  readonly at: number
}

/**
 * Copies the database at `path` while another connection works on it, checks the copy, and drops what is old; returns whether
 * there was room. Takes seconds for a large one, and holds up no writer: call it in a thread of its own. Throws when the copy is no good.
 */
export function backUpNow(path: string, now: number, migrations: number): boolean {
  for (const draft of besides(path).filter(file => file.endsWith('.draft.backup'))) rmSync(draft)
  const { bavail, bsize } = statfsSync(dirname(path))
  if (bavail * bsize < statSync(path).size * ROOM_FOR) return false
  const draft = `${path}.draft.backup`
  const source = new Sqlite(path, { fileMustExist: true, timeout: 5000 })
  try {
    source.prepare('VACUUM INTO ?').run(draft)
  } finally {
    source.close()
  }
  inspect(draft, migrations)
  syncFile(draft)
  renameSync(draft, `${path}.at-${now}.backup`)
  for (const { path: old } of outdated(backupsOf(path))) rmSync(old)
  return true
}

/** All copies of the database at `path` that can be looked at, newest first; those made before a migration too. */
export function backupsOf(path: string): readonly Backup[] {
  const found = besides(path).flatMap(file => {
    if (/\.at-\d+\.backup$/.test(file)) return { path: file, at: Number(/\.at-(\d+)\.backup$/.exec(file)?.[1]) }
    const at = /\.v\d+\.backup$/.test(file) ? madeAt(file) : null
    return at === null ? [] : { path: file, at }
  })
  return found.toSorted((a, b) => b.at - a.at)
}

/** Unix ms; null: it is not there any more, or the disk does not answer. */
function madeAt(file: string): number | null {
  try {
    return Math.round(statSync(file).mtimeMs)
  } catch {
    return null
  }
}

/** The newest copy that is whole and of a version that is known here, with the end of its log; null: there is none. */
export function newestGood(path: string, migrations: number): (Backup & { readonly seq: number }) | null {
  for (const backup of backupsOf(path)) {
    try {
      inspect(backup.path, migrations)
      return { ...backup, seq: logEnd(backup.path) }
    } catch {
      // Not this one.
    }
  }
  return null
}

/** Copies that the rule does not keep: beyond the newest few, and beyond the newest of each of the last days. */
function outdated(backups: readonly Backup[]): readonly Backup[] {
  const hourly = backups.filter(({ path }) => path.includes('.at-'))
  const dayOf = ({ at }: Backup) => Math.floor(at / DAY_MS)
  const days = [...new Set(hourly.map(dayOf))].slice(0, DAYS_KEPT)
  const newest = new Set(days.map(day => hourly.find(backup => dayOf(backup) === day)))
  return hourly.filter((backup, place) => place >= KEPT && !newest.has(backup))
}

/** The paths of what lies beside the database and is named after it. */
export function besides(path: string): readonly string[] {
  const folder = dirname(path)
  return readdirSync(folder)
    .filter(name => name.startsWith(`${basename(path)}.`))
    .map(name => join(folder, name))
}
