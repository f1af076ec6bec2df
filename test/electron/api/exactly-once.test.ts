import { describe, expect, test, type TestContext } from 'vitest'
import { createMarketplaceClient, type MarketplaceClient } from '../../../electron/api/client.ts'
import { createLimiter } from '../../../electron/api/limiter.ts'
import { limits } from '../../../electron/api/limits.ts'
import { transportBounds } from '../../../electron/api/transport.ts'
import type { MarketplaceControl } from '../../../electron/practice/marketplace/marketplace.ts'
import type { DbsWrite, PickupWrite, Reply, WireIntent } from '../../../electron/station/ports.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { startFaultProxy, type Fault } from './fault-proxy.ts'
import { letRun, openShop, type PinnedEdition } from './practice.ts'

const FAULTS: readonly Fault[] = [
  'resetBefore',
  'resetAfter',
  'tornReply',
  'silentBefore',
  'silentAfter',
  'badBefore',
  'badAfter'
]
const endless = Object.fromEntries(Object.keys(limits).map(group => [group, { burst: 1_000_000, intervalMs: 1 }]))
const imei = '490154203237518'

/** A marketplace behind a proxy that spoils one request, and a client that soon gives up waiting. */
async function open(edition: PinnedEdition, { onTestFinished }: TestContext) {
  const shop = await openShop({ edition, limits: 'off' })
  const proxy = await startFaultProxy(shop.marketplace.url)
  const { clock, marketplace } = shop
  const client = createMarketplaceClient({
    url: proxy.url,
    token: marketplace.token,
    clock,
    log: quietLog,
    edition,
    limiter: createLimiter({ clock, limits: endless, start: 'full' }),
    bounds: { ...transportBounds, totalMs: 150 }
  })
  onTestFinished(async () => {
    await client.close()
    await proxy.close()
    await shop.close()
  })
  return { client, proxy, clock, control: marketplace.control }
}
type Bench = Awaited<ReturnType<typeof open>>

/** As the queue does: sends, and after any doubt reads back before it sends again; tells what it took. */
async function settle(
  { clock }: Bench,
  send: () => Promise<Reply<unknown>>,
  happened: () => Promise<Reply<boolean>>
): Promise<readonly string[]> {
  const steps: string[] = []
  for (let round = 0; round < 20; round += 1) {
    const sent = await letRun(clock, send())
    steps.push(sent.kind)
    if (sent.kind === 'ok') return steps
    if (sent.kind === 'retry') continue
    if (sent.kind !== 'unknown') throw new Error(JSON.stringify(sent))
    if (await read(clock, happened)) return [...steps, 'found']
  }
  throw new Error(steps.join(' '))
}

/** A read may fail too, on a busy machine: it is asked again. */
async function read(clock: Bench['clock'], happened: () => Promise<Reply<boolean>>): Promise<boolean> {
  for (;;) {
    const found = await letRun(clock, happened())
    if (found.kind === 'ok') return found.value
    if (found.kind !== 'retry') throw new Error(JSON.stringify(found))
  }
}

/** Writes of one kind that the marketplace has carried out. */
function committed(control: MarketplaceControl, after: number): number {
  const writes = control.requests(after).filter(({ method, path }) => method !== 'GET' && !READS.test(path))
  return writes.filter(({ status, outcome }) => outcome === 'answered' && status < 300).length
}
const READS = /\/status(\/info)?$|\/meta\/details$|\/orders\/meta$/

/** Sends one write with `fault` in its way, and sees that it was carried out once. */
async function once(
  bench: Bench,
  fault: Fault,
  write: { readonly kind: string },
  send: () => Promise<Reply<unknown>>,
  happened: () => Promise<Reply<boolean>>
): Promise<void> {
  const after = bench.control.requests().at(-1)?.serial ?? 0
  bench.proxy.setNext(fault)
  const steps = await settle(bench, send, happened)
  expect([write.kind, fault, committed(bench.control, after), steps[0]]).toEqual([write.kind, fault, 1, 'unknown'])
  expect([write.kind, fault, await read(bench.clock, happened)]).toEqual([write.kind, fault, true])
}

async function landed(found: ReturnType<MarketplaceClient['dbs']['readBack']>): Promise<Reply<boolean>> {
  const reply = await found
  return reply.kind === 'ok' ? { kind: 'ok', value: reply.value.every(({ happened }) => happened === true) } : reply
}

describe.each(['seed', 'successor'] as const)('%s edition', edition => {
  test.concurrent.for(FAULTS)('every FBS write happens once in spite of %s', async (fault, context) => {
    const bench = await open(edition, context)
    const { client, control, clock } = bench
    const [orderId = 0] = control.addOrders(1, { cargoType: 1, requiredMeta: ['imei'], optionalMeta: [] })
    const remoteId = () => control.state().supplies[0]?.id ?? ''
    const writes: readonly (() => WireIntent)[] = [
      () => ({ kind: 'createSupply', name: 'Wave 1' }),
      () => ({ kind: 'addToSupply', remoteId: remoteId(), orderIds: [orderId] }),
      () => ({ kind: 'setMeta', orderId, key: 'imei', value: imei }),
      () => ({ kind: 'deleteMeta', orderId, key: 'imei' }),
      () => ({ kind: 'setMeta', orderId, key: 'imei', value: imei }),
      () => ({ kind: 'deliverSupply', remoteId: remoteId() })
    ]
    for (const make of writes) {
      const write = make()
      await once(
        bench,
        fault,
        write,
        () => client.send(write),
        async () => {
          const reply = await client.readBack(write)
          return reply.kind === 'ok' ? { kind: 'ok', value: reply.value.happened } : reply
        }
      )
      // Codes are checked for two seconds.
      await clock.advance(3000)
    }
    expect(control.state().supplies).toMatchObject([{ done: true, orderIds: [orderId] }])
  })

  test.concurrent.for(FAULTS)('every DBS write happens once in spite of %s', async (fault, context) => {
    const bench = await open(edition, context)
    const { control, clock } = bench
    const { dbs } = bench.client
    const [sold = 0, back = 0, dead = 0] = control.addOrders(3, {
      scheme: 'dbs',
      requiredMeta: ['imei'],
      optionalMeta: []
    })
    const said = (orderId: number) => ({
      orderId,
      code: control.state().dbsOrders.find(({ id }) => id === orderId)?.code ?? ''
    })
    const set = { kind: 'setMeta', items: [{ orderId: sold, key: 'imei', values: [imei] }] } as const
    const writes: readonly DbsWrite[] = [
      { kind: 'confirm', orderIds: [sold] },
      { kind: 'confirm', orderIds: [back] },
      { kind: 'cancel', orderIds: [dead] },
      set,
      { kind: 'deleteMeta', orderIds: [sold], key: 'imei' },
      set,
      { kind: 'setMeta', items: [{ orderId: back, key: 'imei', values: [imei] }] },
      { kind: 'deliver', orderIds: [sold] },
      { kind: 'deliver', orderIds: [back] },
      { kind: 'receive', items: [said(sold)] },
      { kind: 'reject', items: [said(back)] }
    ]
    for (const write of writes) {
      await once(
        bench,
        fault,
        write,
        () => dbs.send(write),
        () => landed(dbs.readBack(write))
      )
      await clock.advance(3000)
    }
    expect(control.state().dbsOrders.map(order => order.supplierStatus)).toEqual(['receive', 'reject', 'cancel'])
  })

  test.concurrent.for(FAULTS)('every pickup write happens once in spite of %s', async (fault, context) => {
    const bench = await open(edition, context)
    const { control, clock } = bench
    const { pickup } = bench.client
    const [sold = 0, back = 0, dead = 0] = control.addOrders(3, {
      scheme: 'pickup',
      requiredMeta: ['uin'],
      optionalMeta: []
    })
    const set = (orderId: number) =>
      ({ kind: 'setMeta', items: [{ orderId, key: 'uin', values: ['1234567890123456'] }] }) as const
    const writes: readonly PickupWrite[] = [
      { kind: 'confirm', orderIds: [sold] },
      { kind: 'confirm', orderIds: [back] },
      { kind: 'cancel', orderIds: [dead] },
      set(sold),
      { kind: 'deleteMeta', orderIds: [sold], key: 'uin' },
      set(sold),
      set(back),
      { kind: 'prepare', orderIds: [sold] },
      { kind: 'prepare', orderIds: [back] },
      { kind: 'receive', orderIds: [sold] },
      { kind: 'reject', orderIds: [back] }
    ]
    for (const write of writes) {
      await once(
        bench,
        fault,
        write,
        () => pickup.send(write),
        () => landed(pickup.readBack(write))
      )
      await clock.advance(3000)
    }
    expect(control.state().pickupOrders.map(order => order.supplierStatus)).toEqual(['receive', 'reject', 'cancel'])
  })
})
