import Sqlite from 'better-sqlite3'
import { sqliteCode } from './errors.ts'

/**
 * Takes a file for this process alone until the result is called or the process ends, by SQLite's lock, which is the
 * operating system's on each platform. Null: another has it, in this process or in any other. Throws where no file can be made.
 */
export function holdFile(path: string): (() => void) | null {
  const database = new Sqlite(path, { timeout: 0 })
  try {
    // Nothing is ever written, so that a full disk is no obstacle.
    database.pragma('journal_mode = MEMORY')
    database.exec('BEGIN EXCLUSIVE')
    return () => database.close()
  } catch (error) {
    database.close()
    if (sqliteCode(error)?.startsWith('SQLITE_BUSY') === true) return null
    throw error
  }
}
