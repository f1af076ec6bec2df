import { readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { backupsOf, backUpNow, newestGood } from '../../../electron/store/backups.ts'
import { migrations } from '../../../electron/store/migrations/all.ts'
import { mountDisk, noMounting } from '../../support/own-disk.ts'
import { databasePath, openStore } from './fixtures.ts'

const HOUR = 60 * 60 * 1000
const KNOWN = migrations.length

function entry(id: string) {
  return { id, at: 1, packerId: null, kind: 'scan', orderId: null, facts: '{}' }
}

test('a copy made while the station works holds what was on disk, and nothing of a draft stays', async () => {
  const path = databasePath()
  const store = openStore(path)
  store.commit({ entry: entry('a') })
  store.commit({ entry: entry('b') })
  // As the station does it: in a thread of its own, beside an open connection.
  const worker = new Worker(new URL('../../../electron/store/backup-worker.ts', import.meta.url), {
    workerData: { path, now: HOUR }
  })
  const [told] = (await once(worker, 'message')) as [unknown]
  expect(told).toEqual({ hadRoom: true })
  await once(worker, 'exit')
  store.commit({ entry: entry('c') })
  expect(newestGood(path, KNOWN)).toEqual({ path: `${path}.at-${HOUR}.backup`, at: HOUR, seq: 2 })
  expect(readdirSync(dirname(path)).filter(name => name.includes('draft'))).toEqual([])
  expect(openStore(`${path}.at-${HOUR}.backup`).history({ orderId: null, offset: 0, limit: 9 })).toHaveLength(2)
})

test('a handful is kept: the newest four, and the newest of each of the last four days', () => {
  const path = databasePath()
  openStore(path).commit({ entry: entry('a') })
  for (let hour = 0; hour <= 24 * 6; hour += 6) backUpNow(path, hour * HOUR, KNOWN)
  expect(backupsOf(path).map(({ at }) => at / HOUR)).toEqual([144, 138, 132, 126, 114, 90])
})

test('a copy that is damaged, or of a newer version, is passed over', () => {
  const path = databasePath()
  openStore(path).commit({ entry: entry('a') })
  for (const at of [1, 2, 3]) backUpNow(path, at, KNOWN)
  writeFileSync(`${path}.at-3.backup`, 'no database at all, though it is long enough to be looked at as one')
  expect(newestGood(path, KNOWN)?.at).toBe(2)
  expect(newestGood(path, KNOWN - 1)).toBeNull()
})

test.skipIf(noMounting !== null)(
  `where there is little room no copy is made: it must not be what fills the disk${noMounting === null ? '' : ` (${noMounting})`}`,
  () => {
    const disk = mountDisk(2)
    const path = `${disk.folder}/${basename(databasePath())}`
    openStore(path).commit({ entry: entry('a') })
    expect(backUpNow(path, 1, KNOWN)).toBe(true)
    disk.fill()
    expect(backUpNow(path, 2, KNOWN)).toBe(false)
    expect(backupsOf(path)).toHaveLength(1)
  }
)
