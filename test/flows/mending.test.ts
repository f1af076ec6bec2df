import Sqlite from 'better-sqlite3'
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { backUpNow } from '../../electron/store/backups.ts'
import { migrations } from '../../electron/store/migrations/all.ts'
import { startRig } from '../support/station-rig.ts'
import type { StationRig } from '../support/station-rig.ts'
import { damage, databaseOf, workedDesk } from '../support/worked-desk.ts'
import type { WorkedDesk } from '../support/worked-desk.ts'
import { repeatedWrites, writesOf } from '../support/write-log.ts'

/* A database that can't be used any more: said in words, with the way on and what it costs; nothing is done twice after it. */

async function troubleOf({ rig }: WorkedDesk) {
  await rig.start()
  expect(rig.view().mode).toBe('setup')
  const { trouble } = await rig.call('account.get')
  return trouble
}

const lifeOf = async (rig: StationRig, orderId: number) => (await rig.call('orders.get', { orderId }))?.order.life

test.each([
  { name: 'damaged', spoil: damage, why: 'damaged' },
  { name: 'cut short', spoil: (path: string) => truncateSync(path, 3 * 4096), why: 'damaged' },
  { name: 'no database at all', spoil: (path: string) => writeFileSync(path, 'x'.repeat(9000)), why: 'damaged' },
  { name: 'deleted', spoil: (path: string) => rmSync(path), why: 'missing' },
  { name: 'empty', spoil: (path: string) => truncateSync(path, 0), why: 'missing' }
])(
  'a database that is $name is told with its copy and the cost, and the copy goes on without doing anything twice',
  async ({ spoil, why }) => {
    const worked = await workedDesk()
    const { rig, path, before, after } = worked
    spoil(path)
    const trouble = await troubleOf(worked)
    expect(trouble).toMatchObject({ why, folder: dirname(path), backup: { lines: expect.any(Number) } })
    expect(trouble?.backup?.lines).toBeGreaterThan(0)
    // Trying again changes nothing, and nothing was thrown away meanwhile.
    expect(await rig.call('account.mend', { how: 'again' })).toMatchObject({ kind: 'trouble', trouble: { why } })
    expect(await rig.call('account.mend', { how: 'restore' })).toMatchObject({ kind: 'ok' })
    expect(rig.view().mode).toBe('live')
    expect((await rig.call('account.get')).trouble).toBeNull()
    expect(await lifeOf(rig, before)).toBe('packed')
    expect(await lifeOf(rig, after)).not.toBe('packed')
    if (why === 'damaged') expect(readdirSync(dirname(path)).some(name => name.includes('.damaged-'))).toBe(true)
    await rig.drained()
    expect(repeatedWrites(writesOf(rig.marketplace.control))).toEqual([])
    // The next start has nothing to say.
    await rig.stop()
    await rig.start()
    expect(rig.view().mode).toBe('live')
  }
)

test('what waits in a copy may have been sent since: it is looked up, and labels that waited do not come out again', async () => {
  const rig = await startRig({ orders: 0 })
  rig.marketplace.control.addOrders(1, { article: 'mug-enamel-350' })
  await rig.refresh('the order', ({ counts }) => counts.fresh === 1)
  await rig.network.cut()
  await rig.scan('VRSTK-NEW-SUPPLY')
  const path = databaseOf(rig)
  backUpNow(path, Date.now(), migrations.length)
  await rig.network.mend()
  await rig.refresh('the supply is there', ({ network }) => network.waiting === 0)
  await rig.stop()
  damage(path)
  await rig.start()
  await rig.call('account.mend', { how: 'restore' })
  await rig.drained()
  expect(repeatedWrites(writesOf(rig.marketplace.control))).toEqual([])
  expect(rig.marketplace.control.state().supplies).toHaveLength(1)
})

test('an empty file beside a full log is no fresh start, and the log is left as it was', async () => {
  const worked = await workedDesk()
  const { path } = worked
  truncateSync(path, 0)
  rmSync(`${path}.seen`)
  writeFileSync(`${path}-wal`, 'w'.repeat(8192))
  expect(await troubleOf(worked)).toMatchObject({ why: 'missing', lines: null })
  expect(readFileSync(`${path}-wal`, 'utf8')).toHaveLength(8192)
})

test('a write-ahead log that is lost is noticed, and can be gone on without', async () => {
  const rig = await startRig({ orders: 0 })
  const path = databaseOf(rig)
  await rig.stop()
  copyFileSync(path, `${path}-as-it-was`)
  await rig.start()
  for (const text of ['4600000000017', '4600000000024', '4600000000031']) await rig.scan(text)
  await rig.stop()
  renameSync(`${path}-as-it-was`, path)
  const worked = { rig, path, before: 0, after: 0 }
  expect(await troubleOf(worked)).toMatchObject({ why: 'behind', lines: 3, backup: null })
  expect(await rig.call('account.mend', { how: 'keep' })).toMatchObject({ kind: 'ok' })
  await rig.stop()
  await rig.start()
  expect(rig.view().mode).toBe('live')
})

test('a database of a newer version is told so, and left alone', async () => {
  const worked = await workedDesk()
  const database = new Sqlite(worked.path)
  database.pragma('user_version = 9999')
  database.close()
  const bytes = readFileSync(worked.path)
  expect(await troubleOf(worked)).toMatchObject({ why: 'newer', backup: null })
  expect(readFileSync(worked.path).equals(bytes)).toBe(true)
})

test('with no copy one can begin anew, and the old file stays', async () => {
  const worked = await workedDesk()
  const { rig, path } = worked
  for (const name of readdirSync(dirname(path))) if (name.endsWith('.backup')) rmSync(join(dirname(path), name))
  damage(path)
  expect(await troubleOf(worked)).toMatchObject({ why: 'damaged', backup: null })
  expect(await rig.call('account.mend', { how: 'empty' })).toMatchObject({ kind: 'ok' })
  expect(rig.view().mode).toBe('live')
  expect(readdirSync(dirname(path)).some(name => name.includes('.damaged-'))).toBe(true)
  expect(existsSync(path)).toBe(true)
})
