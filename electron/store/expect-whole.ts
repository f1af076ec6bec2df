import { backupsOf } from './backups.ts'
import { StoreError } from './errors.ts'
import { logEnd, sizeOf } from './inspect.ts'
import { readSeen } from './seen-file.ts'

/** Throws for a database that is not there, or ends before what was seen of it: work would be forgotten in silence. */
export function expectWhole(path: string): void {
  const seen = readSeen(path)
  if (sizeOf(path) === 0) {
    // Copies are of something, unless somebody chose to begin anew beside them.
    const wasThere = seen === null ? hasCopies(path) : seen.seq > 0 || seen.isRestored
    if (wasThere || sizeOf(`${path}-wal`) > 0) throw new StoreError({ kind: 'missing', lines: seen?.seq ?? null })
    return
  }
  if (seen === null) return
  const end = logEnd(path)
  if (end < seen.seq) throw new StoreError({ kind: 'behind', lines: seen.seq - end })
}

/** A folder that can't be looked into is no place to begin anew. */
function hasCopies(path: string): boolean {
  try {
    return backupsOf(path).length > 0
  } catch (error) {
    throw new StoreError({ kind: 'unopenable', code: 'NO_FOLDER' }, error)
  }
}
