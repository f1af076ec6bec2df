import { renameSync, rmSync, symlinkSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startBackups } from '../../../electron/composition/hourly-backups.ts'
import { StoreError } from '../../../electron/store/errors.ts'
import { troubleOf } from '../../../electron/store/mend.ts'
import type { DiskWhy } from '../../../shared/domain/disk.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'
import { databasePath, faultOf, openStore } from './fixtures.ts'

/** From now on the system answers for nothing in the folder, and not with “there is no such file”. */
function spoilFolder(folder: string): void {
  renameSync(folder, `${folder}-moved`)
  onTestFinished(() => rmSync(`${folder}-moved`, { recursive: true }))
  symlinkSync(folder, folder)
}

test.skipIf(process.platform === 'win32')(
  'a folder that the system can’t look into is a trouble of the disk, never an error that ends the program',
  async () => {
    const path = databasePath()
    const store = openStore(path)
    const told: DiskWhy[] = []
    store.onTrouble(why => told.push(why))
    expect(store.isInPlace()).toBe(true)
    spoilFolder(dirname(path))
    expect(store.isInPlace()).toBe(false)
    expect(store.tryDisk()).toBe('gone')
    expect(faultOf(() => store.commit({}))).toEqual({ kind: 'gone' })
    expect(told).toEqual(['gone'])
    // A station that is at work already must not be left behind for it.
    await startBackups({ path, worker: new URL('file:///none'), clock: createVirtualClock(), log: quietLog }).stop()
    // Nor does looking for a copy hide what was wrong.
    expect(troubleOf(new StoreError({ kind: 'corrupt', detail: '' }), path)).toMatchObject({
      why: 'damaged',
      backup: null
    })
  }
)
