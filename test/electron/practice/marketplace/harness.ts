import { onTestFinished } from 'vitest'
import { startMarketplace } from '../../../../electron/practice/marketplace/marketplace.ts'
import type { Marketplace, MarketplaceOptions } from '../../../../electron/practice/marketplace/marketplace.ts'

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
}

export interface Harness extends Marketplace {
  /** Both in ms; move them and time passes. */
  readonly clock: { now: number; monotonic: number }
  call(method: string, path: string, body?: unknown, token?: string | null): Promise<Answer>
  /** A supply that holds these orders. */
  supplyWith(orderIds: readonly number[]): Promise<string>
  /** Orders by the keys they require, written as `sgtin+expiration`. */
  ordersWanting(keys: string): readonly number[]
}

/** A marketplace with clocks that stand still, no limits and no late stickers unless asked for; closed with the test. */
export async function openMarketplace(options: Partial<MarketplaceOptions> = {}): Promise<Harness> {
  const clock = { now: Date.parse('2026-09-01T09:00:00Z'), monotonic: 0 }
  const marketplace = await startMarketplace({
    seed: 7,
    orders: 30,
    limits: 'off',
    now: () => clock.now,
    monotonic: () => clock.monotonic,
    ...options
  })
  onTestFinished(() => marketplace.close())
  marketplace.control.setLateStickers({ oneIn: 0, times: 0 })

  async function call(
    method: string,
    path: string,
    body?: unknown,
    token: string | null = marketplace.token
  ): Promise<Answer> {
    const response = await fetch(marketplace.url + path, {
      method,
      headers: token === null ? {} : { Authorization: token },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) })
    })
    const text = await response.text()
    const parsed: unknown = text === '' ? null : JSON.parse(text)
    return { status: response.status, headers: response.headers, body: parsed }
  }

  return {
    ...marketplace,
    clock,
    call,
    async supplyWith(orderIds) {
      await call('POST', '/api/v3/supplies', { name: 'Поставка' })
      const id = marketplace.control.state().supplies.at(-1)?.id ?? ''
      const added = await call('PATCH', `/api/marketplace/v3/supplies/${id}/orders`, { orders: orderIds })
      if (added.status !== 204) throw new Error(`not added: ${JSON.stringify(added.body)}`)
      return id
    },
    ordersWanting: keys =>
      marketplace.control
        .state()
        .orders.filter(order => order.requiredMeta.join('+') === keys)
        .map(order => order.id)
  }
}
