import { closeSync, openSync, rmSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import type { DiskWhy } from '../../shared/domain/disk.ts'

/** What can go wrong with the database, for the host to explain and the station to stop on. */
export type StoreFault =
  /** Written by a later version of the program; untouched. */
  | { readonly kind: 'newer'; readonly found: number; readonly known: number }
  /** Not a database, or its pages contradict each other; untouched. */
  | { readonly kind: 'corrupt'; readonly detail: string }
  /** Not there, or empty, though so many lines of the log were (null: nobody knows how many); untouched. */
  | { readonly kind: 'missing'; readonly lines: number | null }
  /** So many lines of the log that were there are not any more: its write-ahead log was lost, or an old file put in its place; untouched. */
  | { readonly kind: 'behind'; readonly lines: number }
  /** The file cannot be opened: rights, a missing folder, another program's lock. */
  | { readonly kind: 'unopenable'; readonly code: string }
  /** The disk would not keep its promises: the setting did not take (a network folder, for one). */
  | { readonly kind: 'unsafe'; readonly setting: 'journal_mode' | 'synchronous'; readonly value: string }
  /** The code is bound to another order. */
  | { readonly kind: 'codeTaken'; readonly key: string; readonly orderId: number }
  /** The transaction is not on disk (disk full, lock, broken constraint); `code` is SQLite's. */
  | { readonly kind: 'notWritten'; readonly code: string }
  | { readonly kind: 'notRead'; readonly code: string }
  /** What was opened does not lie at its path any more: the folder was deleted or moved, or its drive is gone. */
  | { readonly kind: 'gone' }

/** Thrown by the store; `fault` says what happened. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly fault: StoreFault

  constructor(fault: StoreFault, cause?: unknown) {
    super(`store: ${JSON.stringify(fault)}`, { cause })
    this.fault = fault
  }
}

/** SQLite's own code of an error (`SQLITE_FULL`, …), null when it is not SQLite's. */
export function sqliteCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_') ? error.code : null
}

/** Whether the error says that the file's content is broken. */
export function saysCorrupt(error: unknown): boolean {
  const code = sqliteCode(error)
  return code !== null && (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
}

/** With less than this the disk counts as full (bytes): SQLite's files grow by pages, and a commit by several of them. */
const LEAST_ROOM = 1024 * 1024

/** What of the disk under `folder` the fault comes from; null: it has nothing to do with the disk. */
export function diskWhy(fault: StoreFault, folder: string): DiskWhy | null {
  switch (fault.kind) {
    case 'corrupt':
      return 'damaged'
    case 'gone':
      return 'gone'
    case 'newer':
    case 'missing':
    case 'behind':
    case 'unsafe':
    case 'codeTaken':
      return null
    case 'unopenable':
    case 'notWritten':
    case 'notRead':
      return fault.code.startsWith('SQLITE_CONSTRAINT') ? null : codeWhy(fault.code, folder)
  }
}

function codeWhy(code: string, folder: string): DiskWhy {
  if (code.startsWith('SQLITE_FULL')) return 'full'
  if (code.startsWith('SQLITE_BUSY')) return 'busy'
  // What the system said is lost in SQLite's code, so the disk is asked again.
  return folderWhy(folder) ?? 'failing'
}

/** What of the disk under `folder` an error comes from, the store's, SQLite's or the system's; null: it has nothing to do with the disk. */
export function diskWhyOf(error: unknown, folder: string): DiskWhy | null {
  if (error instanceof StoreError) return diskWhy(error.fault, folder)
  const code = sqliteCode(error)
  if (code !== null) return saysCorrupt(error) ? 'damaged' : codeWhy(code, folder)
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? (SYSTEM_WHYS[error.code] ?? null)
    : null
}

const SYSTEM_WHYS: { readonly [code: string]: DiskWhy } = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EROFS: 'readOnly',
  EACCES: 'readOnly',
  EPERM: 'readOnly',
  EIO: 'failing',
  ENXIO: 'gone',
  ENODEV: 'gone',
  ESTALE: 'gone',
  ENOENT: 'gone',
  ENOTDIR: 'gone'
}

/** What is wrong with a folder that the station writes to, as far as a file without a byte can tell; null: nothing. */
export function folderWhy(folder: string): DiskWhy | null {
  try {
    const file = join(folder, `verstak-${process.pid}.tmp`)
    // The rights of the folder alone don't say what a disk that broke down would do.
    closeSync(openSync(file, 'w'))
    rmSync(file)
    return hasRoom(folder) ? null : 'full'
  } catch (error) {
    return diskWhyOf(error, folder) ?? 'failing'
  }
}

function hasRoom(folder: string): boolean {
  const { bavail, bsize } = statfsSync(folder)
  return bavail * bsize >= LEAST_ROOM
}
