import type { Machine } from '../../../electron/composition/machine.ts'
import type { StorePort } from '../../../electron/station/ports/ports.ts'
import { StoreError } from '../../../electron/store/errors.ts'
import { createStore } from '../../../electron/store/store.ts'
import type { LifeLine } from './life-line.ts'

/** What the disk answers in place of taking a commit; null: it takes it. */
export interface Disk {
  why: keyof typeof CODES | null
}

/** SQLite's words for it. */
const CODES = { full: 'SQLITE_FULL', failing: 'SQLITE_IOERR_WRITE', busy: 'SQLITE_BUSY' } as const
export const DISK_WHYS = ['full', 'failing', 'busy'] as const

/**
 * The real store over its real file, but for a disk that takes no commit while it is told so, and a life that may end before or
 * after one. `opened` hears of each store, to let go of its files when its life is over.
 */
export function storeOpener(parts: {
  readonly disk: Disk
  readonly life: LifeLine
  readonly opened: (store: StorePort) => void
}): Machine['openStore'] {
  const { disk, life, opened } = parts
  return options => {
    const store = createStore(options)
    opened(store)
    let onTrouble: Parameters<StorePort['onTrouble']>[0] = () => undefined
    return {
      ...store,
      onTrouble(listener) {
        onTrouble = listener
        store.onTrouble(listener)
      },
      tryDisk: () => disk.why ?? store.tryDisk(),
      commit(change, when) {
        life.step('commit')
        if (disk.why !== null) {
          onTrouble(disk.why)
          throw new StoreError({ kind: 'notWritten', code: CODES[disk.why] })
        }
        store.commit(change, when)
        life.step('committed')
      }
    }
  }
}
