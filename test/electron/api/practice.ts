import type { ApiChoices } from '../../../shared/domain/account/api-choices.ts'
import type { EditionChoice } from '../../../electron/api/editions.ts'
import { createMarketplaceClient, type MarketplaceClient } from '../../../electron/api/client.ts'
import { createLimiter } from '../../../electron/api/limits/limiter.ts'
import type { Log } from '../../../electron/station/ports/ports.ts'
import { startMarketplace, type Marketplace } from '../../../electron/practice/marketplace/marketplace.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { createVirtualClock, type VirtualClock } from '../../support/virtual-clock.ts'

/** A day on which each edition is the one in force. */
export const dayOf = { seed: Date.UTC(2025, 10, 20, 9), successor: Date.UTC(2026, 5, 15, 9) } as const
export type PinnedEdition = keyof typeof dayOf

export interface Shop {
  readonly clock: VirtualClock
  readonly marketplace: Marketplace
  readonly client: MarketplaceClient
  close(): Promise<void>
}

/** A practice marketplace and a client of it, on one virtual clock. */
export async function openShop(options: {
  readonly edition: PinnedEdition
  readonly orders?: number
  readonly choice?: EditionChoice
  readonly choices?: ApiChoices
  readonly token?: string
  readonly log?: Log
  readonly limits?: 'real' | 'off'
}): Promise<Shop> {
  const { edition } = options
  const clock = createVirtualClock(dayOf[edition])
  const marketplace = await startMarketplace({
    seed: 7,
    orders: options.orders ?? 0,
    now: clock.now,
    monotonic: clock.monotonic,
    edition,
    limits: options.limits ?? 'real'
  })
  const limiter = createLimiter({ clock })
  const client = createMarketplaceClient({
    url: marketplace.url,
    token: options.token ?? marketplace.token,
    clock,
    log: options.log ?? quietLog,
    edition: options.choice ?? 'auto',
    ...(options.choices && { choices: options.choices }),
    limiter
  })
  return {
    clock,
    marketplace,
    client,
    close: async () => {
      await client.close()
      await marketplace.close()
    }
  }
}

/** Lets virtual time run, `stepMs` a turn, until `work` is done. */
export async function letRun<T>(clock: VirtualClock, work: Promise<T>, stepMs = 20): Promise<T> {
  const state = { done: false }
  const end = (): void => {
    state.done = true
  }
  void work.then(end, end)
  while (!state.done) await clock.advance(stepMs)
  return work
}
