import { Core } from '../../../../electron/station/core/core.ts'
import { Network } from '../../../../electron/station/marketplace/network.ts'
import { Sender } from '../../../../electron/station/marketplace/sender.ts'
import { StatusCheck } from '../../../../electron/station/marketplace/status-check.ts'
import type { MarketplacePort, WriteReply } from '../../../../electron/station/ports/ports.ts'
import { createStore } from '../../../../electron/store/store.ts'
import type { Intent } from '../../../../shared/domain/intents.ts'
import { quietLog } from '../../../support/quiet-log.ts'
import { createVirtualClock } from '../../../support/virtual-clock.ts'

export const DONE: WriteReply = { kind: 'ok', value: { results: [], remoteId: 'WB-GI-1' } }

/** A marketplace whose answers the test gives one by one; what is asked stands in `calls`. */
function askedMarketplace() {
  const calls: { readonly name: 'send' | 'readBack'; readonly answer: (reply: object) => void }[] = []
  const ask = (name: 'send' | 'readBack') => () =>
    new Promise(resolve => calls.push({ name, answer: reply => resolve(reply) }))
  const port = { send: ask('send'), readBack: ask('readBack') } as unknown as MarketplacePort
  return { port, calls }
}

/** A sender with one creation of a supply under way, over a marketplace whose answers the test gives one by one. */
export function startSender() {
  const clock = createVirtualClock()
  const store = createStore({ path: ':memory:', log: quietLog })
  let ids = 0
  const newId = () => `id-${++ids}`
  const dayOf = () => ({ year: 2026, month: 11, day: 22 })
  const core = new Core({ clock, log: quietLog, store, newId, dayOf, loaded: store.load(clock.now()), lastSeq: 0 })
  const { port, calls } = askedMarketplace()
  const network = new Network()
  const statusCheck = new StatusCheck(clock, async () => {})
  const sender = new Sender({
    core,
    marketplace: port,
    network,
    clock,
    log: quietLog,
    newId,
    statusCheck,
    onParked: () => {}
  })
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
  return { clock, core, store, calls, network, sender }
}
