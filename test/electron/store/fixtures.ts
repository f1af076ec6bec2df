import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createStore } from '../../../electron/store/store.ts'
import { StoreError, type StoreFault } from '../../../electron/store/errors.ts'
import type { Log, StorePort } from '../../../electron/station/ports/ports.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { tempFolder } from '../../support/temp-folder.ts'

export * from './fixtures-data.ts'

/** A path for a database in a folder of its own, gone after the test. */
export function databasePath(): string {
  return join(tempFolder(), 'station.db')
}

/** A store that is closed after the test. */
export function openStore(path: string, log: Log = quietLog): StorePort {
  const store = createStore({ path, log })
  onTestFinished(() => store.close())
  return store
}

/** What the store says is wrong; fails if nothing is. */
export function faultOf(work: () => unknown): StoreFault {
  try {
    work()
  } catch (error) {
    if (error instanceof StoreError) return error.fault
    throw error
  }
  throw new Error('nothing was thrown')
}
