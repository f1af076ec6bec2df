import type { BenchEvent, MetaSeen } from '../../../shared/domain/bench.ts'
import { META_KEYS } from '../../../shared/domain/orders/orders.ts'
import type { Scheme } from '../../../shared/domain/schemes/scheme.ts'
import { SCHEMES } from '../../../shared/domain/schemes/scheme.ts'
import type { Core } from '../core/core.ts'
import type { MarketplacePort, Reply, SchemeMeta } from '../ports/ports.ts'
import { ordersToRead } from './lacking.ts'

/** Orders in one question, so that what is known first is told first. */
const AT_ONCE = 100

export interface VerdictParts {
  readonly core: Core
  readonly marketplace: MarketplacePort
  /** The value that was asked for; null when none came. */
  readonly ask: <T>(call: Promise<Reply<T>>) => Promise<T | null>
  readonly tell: (event: BenchEvent) => void
}

/** Reads what the marketplace says of the codes that something waits for, and tells it; false: nothing does. */
export async function readVerdicts(parts: VerdictParts): Promise<boolean> {
  const { core, marketplace, ask, tell } = parts
  const wanted = ordersToRead(core.bench).filter(id => !core.outbox.isBusy(`order:${id}`))
  for (const scheme of SCHEMES) {
    const those = wanted.filter(id => core.bench.orders.get(id)?.scheme.kind === scheme)
    for (let from = 0; from < those.length; from += AT_ONCE) {
      const metas = await ask(metasOf(marketplace, scheme, those.slice(from, from + AT_ONCE)))
      if (metas !== null) tell({ kind: 'metaSeen', metas })
    }
  }
  return wanted.length > 0
}

async function metasOf(
  marketplace: MarketplacePort,
  scheme: Scheme,
  orderIds: readonly number[]
): Promise<Reply<readonly MetaSeen[]>> {
  if (scheme === 'fbs') return marketplace.metas(orderIds, 'background')
  const reply = await marketplace[scheme].metas(orderIds, 'background')
  return reply.kind === 'ok' ? { kind: 'ok', value: reply.value.map(seen) } : reply
}

/** Keys that this version does not know are left out. */
function seen({ orderId, details }: SchemeMeta): MetaSeen {
  const known = details.flatMap(({ key: name, ...rest }) => {
    const key = META_KEYS.find(one => one === name)
    return key === undefined ? [] : [{ key, ...rest }]
  })
  return { orderId, details: known }
}
