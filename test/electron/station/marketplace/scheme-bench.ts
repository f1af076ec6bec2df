import type { TestContext } from 'vitest'
import { Core } from '../../../../electron/station/core/core.ts'
import { BuyerKeeper } from '../../../../electron/station/marketplace/buyer-keeper.ts'
import { Network } from '../../../../electron/station/marketplace/network.ts'
import { SchemeNews } from '../../../../electron/station/marketplace/scheme-news.ts'
import { Sender } from '../../../../electron/station/marketplace/sender.ts'
import { StatusCheck } from '../../../../electron/station/marketplace/status-check.ts'
import type { Log, Reply } from '../../../../electron/station/ports/ports.ts'
import { createStore } from '../../../../electron/store/store.ts'
import type { IntentBody } from '../../../../shared/domain/intents.ts'
import { openFaulty } from '../../api/fault-bench.ts'
import type { PinnedEdition } from '../../api/practice.ts'
import { letRun } from '../../api/practice.ts'
import { quietLog } from '../../../support/quiet-log.ts'

/** A station's queue and its news of DBS and pickup, at a practice marketplace behind a proxy that spoils requests. */
export async function openSchemes(edition: PinnedEdition, context: TestContext, log: Log = quietLog) {
  const { client, proxy, clock, control } = await openFaulty(edition, context)
  const store = createStore({ path: ':memory:', log })
  let ids = 0
  const newId = () => `id-${++ids}`
  const dayOf = () => ({ year: 2026, month: 6, day: 15 })
  const core = new Core({ clock, log, store, newId, dayOf, loaded: store.load(clock.now()), lastSeq: 0 })
  const network = new Network()
  const statusCheck = new StatusCheck(clock, async () => {})
  const sender = new Sender({ core, marketplace: client, network, clock, log, newId, statusCheck, onParked: () => {} })
  const ask = async <T>(call: Promise<Reply<T>>): Promise<T | null> => {
    const reply = await call
    if (reply.kind === 'ok') network.answered()
    else network.failed(reply)
    return reply.kind === 'ok' ? reply.value : null
  }
  const parts = { core, store, marketplace: client, network, clock, log, ask }
  const buyers = new BuyerKeeper(parts)
  const news = { ...parts, buyers, tell: core.dispatch.bind(core) }
  const rounds = { dbs: new SchemeNews('dbs', news), pickup: new SchemeNews('pickup', news) }
  core.onDecision(() => sender.kick())
  context.onTestFinished(async () => {
    await letRun(clock, sender.close())
    store.close()
  })
  return {
    core,
    store,
    buyers,
    clock,
    control,
    proxy,
    network,
    /** Rounds of news of both schemes, until one meets no trouble on the way; when the next are due (ms). */
    async readNews(): Promise<readonly number[]> {
      for (;;) {
        network.answered()
        const due = await letRun(clock, Promise.all([rounds.dbs.round(), rounds.pickup.round()]))
        if (network.state.kind === 'online') return due
      }
    },
    /** Queues changes, each behind those before it, and waits until nothing is on its way. */
    async carryOut(...bodies: readonly IntentBody[]): Promise<void> {
      const rows = core.outbox.plan(
        bodies.map(body => ({ body })),
        { bornAt: clock.now(), packerId: null },
        newId
      )
      core.saveIntents(rows)
      sender.kick()
      while (core.outbox.all().some(({ state }) => state.kind !== 'parked')) {
        await clock.advance(20)
        // Others look whether the way is free.
        network.answered()
      }
    },
    orderOf(orderId: number) {
      const order = core.bench.orders.get(orderId)
      if (order === undefined) throw new Error(`no order ${orderId}`)
      return order
    },
    /** The seller's status at the marketplace. */
    statusThere: (orderId: number): string | undefined =>
      [...control.state().dbsOrders, ...control.state().pickupOrders].find(({ id }) => id === orderId)?.supplierStatus,
    codeOf: (orderId: number) => control.state().dbsOrders.find(({ id }) => id === orderId)?.code ?? ''
  }
}
