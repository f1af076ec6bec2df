import { expect, test } from 'vitest'
import { Core } from '../../../electron/station/core.ts'
import { Network } from '../../../electron/station/network.ts'
import type { MarketplacePort, Reply, Sent } from '../../../electron/station/ports.ts'
import { Sender } from '../../../electron/station/sender.ts'
import { createStore } from '../../../electron/store/store.ts'
import type { Intent } from '../../../shared/domain/intents.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

const DONE: Reply<Sent> = { kind: 'ok', value: { remoteId: 'WB-GI-1', refused: [] } }

/** A marketplace whose answers the test gives one by one; what is asked stands in `calls`. */
function askedMarketplace() {
  const calls: { readonly name: 'send' | 'readBack'; readonly answer: (reply: Reply<never> | object) => void }[] = []
  const ask = (name: 'send' | 'readBack') => () =>
    new Promise(resolve => calls.push({ name, answer: reply => resolve(reply) }))
  const port = { send: ask('send'), readBack: ask('readBack') } as unknown as MarketplacePort
  return { port, calls }
}

function start() {
  const clock = createVirtualClock()
  const store = createStore({ path: ':memory:', log: quietLog })
  let ids = 0
  const newId = () => `id-${++ids}`
  const dayOf = () => ({ year: 2026, month: 11, day: 22 })
  const core = new Core({ clock, log: quietLog, store, newId, dayOf, loaded: store.load(clock.now()), lastSeq: 0 })
  const { port, calls } = askedMarketplace()
  const network = new Network()
  const sender = new Sender({ core, marketplace: port, network, clock, log: quietLog, newId, onParked: () => {} })
  const body = { kind: 'createSupply', supplyId: 'local-1', name: 'Supply' } as const
  const intent: Intent = {
    id: 'intent-1',
    seq: 1,
    body,
    bornAt: 0,
    packerId: null,
    state: { kind: 'waiting', attempts: 0, why: null }
  }
  core.saveIntents([intent])
  sender.kick()
  return { clock, core, calls, network, sender }
}

test('a write of unknown fate is looked up once, however often something else happens meanwhile', async () => {
  const { clock, core, calls, network, sender } = start()
  calls[0]?.answer({ kind: 'unknown', why: 'connectionLost' })
  await clock.advance(0)
  network.answered()
  await clock.advance(5000)
  sender.kick()
  sender.kick()
  expect(calls.map(({ name }) => name)).toEqual(['send', 'readBack'])
  calls[1]?.answer({ kind: 'ok', value: { happened: false, remoteId: null } })
  await clock.advance(0)
  sender.kick()
  calls[2]?.answer(DONE)
  await clock.advance(5000)
  expect(calls.map(({ name }) => name)).toEqual(['send', 'readBack', 'send'])
  expect(core.outbox.all()).toEqual([])
})

test('what turns out to have taken place is not sent again', async () => {
  const { clock, core, calls, network } = start()
  calls[0]?.answer({ kind: 'unknown', why: 'timeout' })
  await clock.advance(0)
  network.answered()
  await clock.advance(5000)
  calls[1]?.answer({ kind: 'ok', value: { happened: true, remoteId: 'WB-GI-7' } })
  await clock.advance(5000)
  expect(calls.map(({ name }) => name)).toEqual(['send', 'readBack'])
  expect(core.outbox.all()).toEqual([])
})
