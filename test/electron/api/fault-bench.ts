import { expect, type TestContext } from 'vitest'
import type { ApiChoices } from '../../../shared/domain/account/api-choices.ts'
import { createMarketplaceClient } from '../../../electron/api/client.ts'
import { createLimiter } from '../../../electron/api/limits/limiter.ts'
import { limits } from '../../../electron/api/limits/limits.ts'
import { transportBounds } from '../../../electron/api/wire/transport.ts'
import type { MarketplaceControl } from '../../../electron/practice/marketplace/marketplace.ts'
import type { Reply } from '../../../electron/station/ports/ports.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { startFaultProxy, type Fault } from './fault-proxy.ts'
import { letRun, openShop, type PinnedEdition } from './practice.ts'

/** Everything that can spoil one request. */
export const FAULTS: readonly Fault[] = [
  'resetBefore',
  'resetAfter',
  'tornReply',
  'silentBefore',
  'silentAfter',
  'badBefore',
  'badAfter'
]
const endless = Object.fromEntries(Object.keys(limits).map(group => [group, { burst: 1_000_000, intervalMs: 1 }]))

/** A marketplace behind a proxy that spoils one request, and a client that soon gives up waiting. */
export async function openFaulty(edition: PinnedEdition, { onTestFinished }: TestContext, choices?: ApiChoices) {
  const shop = await openShop({ edition, limits: 'off' })
  const proxy = await startFaultProxy(shop.marketplace.url)
  const { clock, marketplace } = shop
  const client = createMarketplaceClient({
    url: proxy.url,
    token: marketplace.token,
    clock,
    log: quietLog,
    edition,
    ...(choices && { choices }),
    limiter: createLimiter({ clock, limits: endless, start: 'full' }),
    bounds: {
      ...transportBounds,
      short: { ...transportBounds.short, totalMs: 500 },
      long: { ...transportBounds.long, totalMs: 500 }
    }
  })
  onTestFinished(async () => {
    await client.close()
    await proxy.close()
    await shop.close()
  })
  return { client, proxy, clock, control: marketplace.control }
}
export type Bench = Awaited<ReturnType<typeof openFaulty>>

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
const READS = /\/status(\/info)?$|\/meta\/details$|\/orders\/meta$|\/spot\/list$/

/** Sends one write with `fault` in its way, and sees that it was carried out once. */
export async function once(
  bench: Bench,
  fault: Fault,
  write: { readonly kind: string },
  send: () => Promise<Reply<unknown>>,
  happened: () => Promise<Reply<boolean>>
): Promise<void> {
  const after = bench.control.requests().at(-1)?.serial ?? 0
  // What is looked up before a write is not the write.
  bench.proxy.setNext(fault, '/api/v3/orders/status')
  const steps = await settle(bench, send, happened)
  expect([write.kind, fault, committed(bench.control, after), steps[0]]).toEqual([write.kind, fault, 1, 'unknown'])
  expect([write.kind, fault, await read(bench.clock, happened)]).toEqual([write.kind, fault, true])
}
