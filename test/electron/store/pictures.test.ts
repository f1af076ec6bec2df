import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createPictureStore } from '../../../electron/store/pictures.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { tempFolder } from '../../support/temp-folder.ts'

const bytes = (count: number) => new Uint8Array(count)

test('fetched pictures make room for one another, the seller’s own stay, a restart knows them all', async () => {
  const path = join(tempFolder(), 'pictures')
  const store = createPictureStore(path, quietLog, 100)
  await store.keep('o-aa', bytes(500))
  for (const name of ['w-01', 'w-02', 'w-03', 'w-04']) await store.keep(name, bytes(30))
  expect(await store.has('w-01')).toBe(false)
  expect([await store.has('w-04'), await store.has('o-aa')]).toEqual([true, true])
  expect(readdirSync(path)).toHaveLength(4)

  const again = createPictureStore(path, quietLog, 100)
  expect((await again.read('w-04'))?.length).toBe(30)
  await again.dropOwnBut(new Set())
  expect(await again.read('o-aa')).toBeNull()
})

test('the seller’s own pictures have their bound, too: what goes beyond it is not kept, and the same one once more is', async () => {
  const store = createPictureStore(join(tempFolder(), 'pictures'), quietLog, 100, 100)
  expect(await store.keep('o-aa', bytes(60))).toBe(true)
  expect(await store.keep('o-bb', bytes(60))).toBe(false)
  expect(await store.keep('o-aa', bytes(70))).toBe(true)
  await store.dropOwnBut(new Set())
  expect(await store.keep('o-bb', bytes(60))).toBe(true)
})

test('one file that can’t be looked at hides no other, what a dead writer left goes, and what can’t be deleted takes nothing back', async () => {
  const path = join(tempFolder(), 'pictures')
  mkdirSync(path)
  for (const name of ['w-01', 'w-03', 'w-04.new']) writeFileSync(join(path, name), bytes(60))
  // Its end is nowhere.
  symlinkSync(join(path, 'gone'), join(path, 'w-02'))
  const store = createPictureStore(path, quietLog, 150)
  expect([await store.has('w-01'), await store.has('w-02'), await store.has('w-03')]).toEqual([true, false, true])
  expect(existsSync(join(path, 'w-04.new'))).toBe(false)

  // A folder in a picture's place is not deleted.
  const stuck = join(tempFolder(), 'pictures')
  mkdirSync(join(stuck, 'w-01', 'full'), { recursive: true })
  const other = createPictureStore(stuck, quietLog, 1)
  expect(await other.keep('w-02', bytes(60))).toBe(true)
})
