import { expect, test } from 'vitest'
import { createCalls } from '../../renderer/calls.ts'
import { parseRoute, routeHash, SCREENS } from '../../renderer/route.ts'
import { acceptView, createPageStore } from '../../renderer/store.ts'
import type { StationBridge } from '../../shared/contract/contract.ts'
import { baseView } from './base-view.ts'

test('an older view never replaces a newer one, whichever way it came', () => {
  const store = createPageStore('')
  const view = baseView(0)
  acceptView(store, { ...view, revision: 5, packedToday: 5 })
  acceptView(store, { ...view, revision: 4, packedToday: 4 })
  acceptView(store, { ...view, revision: 5, packedToday: 50 })
  expect(store.getState().view?.packedToday).toBe(5)
  acceptView(store, { ...view, revision: 6, packedToday: 6 })
  expect(store.getState().view?.packedToday).toBe(6)
})

test('a lock ends the turn of the lead on the page too', () => {
  const store = createPageStore('')
  const lead = { name: 'Anna', until: Date.now() + 60_000 }
  store.setState({ lead })
  acceptView(store, { ...baseView(0), revision: 1 })
  expect(store.getState().lead).toEqual(lead)
  acceptView(store, { ...baseView(0), revision: 2, isLocked: true })
  expect(store.getState().lead).toBeNull()
})

test('a route survives its way through the address; anything unknown is the packing table', () => {
  for (const screen of SCREENS.filter(name => name !== 'devices' && name !== 'supplies')) {
    for (const orderId of [null, 13_833_711]) {
      expect(parseRoute(routeHash({ screen, orderId }))).toEqual({ screen, orderId })
    }
  }
  for (const thing of ['routes', 'printer:a1', 'scanner:/dev/ttyACM0', 'scanner:3118:2311:21%A4']) {
    const route = { screen: 'devices', orderId: null, thing } as const
    expect(parseRoute(routeHash(route))).toEqual(route)
  }
  const supply = { screen: 'supplies', orderId: null, thing: 'b 12' } as const
  expect(parseRoute(routeHash(supply))).toEqual(supply)
  expect(parseRoute(routeHash({ screen: 'supplies', orderId: null }))).toEqual({ screen: 'supplies', orderId: null })
  expect(parseRoute('#/devices/%')).toEqual({ screen: 'devices', orderId: null, thing: '%' })
  for (const hash of ['', '#', '#/nowhere', '#/orders/x', '#/orders/1/2']) {
    expect(parseRoute(hash)).toEqual({ screen: 'pack', orderId: null })
  }
})

test('a call that the station refuses is kept for the page to show, and answers nothing', async () => {
  const store = createPageStore('')
  const refusing: StationBridge = {
    invoke: async () => ({ ok: false, error: { kind: 'failed', message: 'disk is full' } }),
    on: () => () => undefined
  }
  const calls = createCalls(refusing, store)
  expect(await calls.act('bench.command', { command: 'undo' })).toBe(false)
  expect(await calls.ask('supplies.list', undefined)).toBeNull()
  expect(store.getState().failure).toEqual({ kind: 'failed', message: 'disk is full' })
})

test('each keyboard scan is sent under an id of its own', async () => {
  const ids: unknown[] = []
  const listening = {
    async invoke(_name: string, input: { readonly id: string }) {
      ids.push(input.id)
      return { ok: true, value: undefined }
    },
    on: () => () => undefined
  } as unknown as StationBridge
  const calls = createCalls(listening, createPageStore(''))
  const keys = [{ code: 'KeyA', key: 'a', shift: false, ctrl: false, alt: false, capsLock: false }]
  await calls.scan(keys)
  await calls.scan(keys)
  expect(new Set(ids).size).toBe(2)
})
