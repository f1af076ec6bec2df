import { expect, test } from 'vitest'
import { createCalls } from '../../renderer/calls.ts'
import { importProducts } from '../../renderer/screens/product/product-import.ts'
import { createPageStore } from '../../renderer/store.ts'
import type { StationBridge } from '../../shared/contract/contract.ts'
import { startRig } from '../support/station-rig.ts'

/* The page's own reading of a seller's list, at a whole station. */

function pageOver(bridge: StationBridge) {
  const store = createPageStore('')
  const page = { store, calls: createCalls(bridge, store) }
  return async (text: string) => {
    await importProducts(page, [new File([text], 'list.csv')])
    return store.getState().productImport
  }
}

test('a table that holds nothing to take leaves the former list as it is, and says so', async () => {
  const rig = await startRig({ orders: 0 })
  const take = pageOver(rig.bridge)
  expect(await take('Артикул;Место\nmug;A-1\nlamp;A-2\n')).toMatchObject({ kind: 'taken', lines: 2 })
  expect(await take('Артикул;Место\n')).toEqual({ kind: 'failed', why: 'empty' })
  expect(await take('Артикул;Место\n;A-1\n')).toEqual({ kind: 'failed', why: 'empty' })
  expect(await take('Артикул;Место\n"mug;A-1\nlamp;A-2\n')).toEqual({ kind: 'failed', why: 'unreadable' })
  expect(await rig.call('cards.ownCount')).toBe(2)
})

test('while one page reads a list another is told to wait; a reading that broke off may begin anew at once', async () => {
  const rig = await startRig({ orders: 0 })
  const begun = await rig.call('cards.beginOwn')
  const take = pageOver(rig.bridge)
  expect(await take('article\nmug\n')).toEqual({ kind: 'failed', why: 'busy' })
  await rig.call('cards.leaveOwn', { batch: begun.kind === 'open' ? begun.batch : '' })

  const failing: StationBridge = {
    on: rig.bridge.on,
    invoke: (name, input) =>
      name === 'cards.keepOwn' ? Promise.reject(new Error('no station')) : rig.bridge.invoke(name, input)
  }
  expect(await pageOver(failing)('article\nmug\n')).toEqual({ kind: 'failed', why: 'notKept' })
  expect(await take('article\nmug\n')).toMatchObject({ kind: 'taken', lines: 1 })
})
