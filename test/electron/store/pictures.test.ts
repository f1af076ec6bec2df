import { readdirSync } from 'node:fs'
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
