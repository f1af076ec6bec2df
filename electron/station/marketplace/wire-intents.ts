import { assertNever } from '../../../shared/domain/assert.ts'
import type { IntentBody } from '../../../shared/domain/intents.ts'
import type { MetaKey } from '../../../shared/domain/orders/orders.ts'
import type { Core } from '../core/core.ts'
import type { SchemeMetaKey, SchemeWrite, SetDeclaration, WireIntent } from '../ports/ports.ts'

/** An intent as the marketplace is to hear it, local ids of supplies become its own; null while one is not known yet. */
export function wireOf(body: IntentBody, core: Pick<Core, 'bench' | 'outbox'>): WireIntent | null {
  switch (body.kind) {
    case 'createSupply':
      return { kind: body.kind, name: body.name }
    case 'addToSupply':
    case 'setShipping':
    case 'addBoxes':
    case 'deleteBoxes':
    case 'deliverSupply':
    case 'setSpot':
    case 'deleteSupply':
      return ofSupply(body, core)
    case 'setMeta':
    case 'deleteMeta':
      return ofMeta(body)
    case 'confirm':
      return { kind: body.scheme, write: { kind: body.kind, orderIds: body.orderIds } }
    case 'deliver':
      return { kind: 'dbs', write: { kind: body.kind, orderIds: body.orderIds } }
    case 'prepare':
      return { kind: 'pickup', write: { kind: body.kind, orderIds: body.orderIds } }
    case 'cancel': {
      const { kind, scheme, orderIds } = body
      return scheme === 'fbs' ? { kind, orderIds } : { kind: scheme, write: { kind, orderIds } }
    }
    case 'handOver': {
      const { scheme, orderId, outcome, code } = body
      if (scheme === 'pickup') return { kind: scheme, write: { kind: outcome, orderIds: [orderId] } }
      return { kind: scheme, write: { kind: outcome, items: [{ orderId, code: code ?? '' }] } }
    }
    default:
      return assertNever(body)
  }
}

function ofSupply(
  body: Extract<
    IntentBody,
    {
      readonly kind:
        | ('addToSupply' | 'setShipping' | 'addBoxes' | 'deleteBoxes')
        | ('deliverSupply' | 'setSpot' | 'deleteSupply')
    }
  >,
  { bench, outbox }: Pick<Core, 'bench' | 'outbox'>
): WireIntent | null {
  const supply = bench.supplies.get(body.supplyId)
  if (supply === undefined || supply.remoteId === null) return null
  const { remoteId } = supply
  switch (body.kind) {
    case 'addToSupply':
      return { kind: body.kind, remoteId, orderIds: body.orderIds }
    case 'setShipping':
      return { kind: body.kind, remoteId, method: body.method }
    case 'addBoxes':
      return { kind: body.kind, remoteId, amount: body.amount, before: [...supply.boxes.ids, ...leaving(body, outbox)] }
    case 'deleteBoxes':
      return { kind: body.kind, remoteId, boxIds: body.boxIds }
    case 'deliverSupply':
    case 'deleteSupply':
      return { kind: body.kind, remoteId }
    case 'setSpot':
      return { kind: body.kind, remoteId, carrier: body.carrier }
    default:
      return assertNever(body)
  }
}

/** Boxes that are gone here and still stand at the marketplace: their deletion is behind in the same lane. */
function leaving(body: IntentBody, outbox: Core['outbox']): readonly string[] {
  return outbox.beside(body).flatMap(other => (other.body.kind === 'deleteBoxes' ? other.body.boxIds : []))
}

function ofMeta(body: Extract<IntentBody, { readonly kind: 'setMeta' | 'deleteMeta' }>): WireIntent {
  const { scheme, ...meta } = body
  if (scheme === undefined || !isSchemeKey(meta.key)) return meta
  const { orderId, key } = meta
  const write: SchemeWrite =
    meta.kind === 'setMeta'
      ? {
          kind: 'setMeta',
          items: [key === 'customsDeclaration' ? declared(meta) : { orderId, key, values: meta.values }]
        }
      : { kind: 'deleteMeta', orderIds: [orderId], key }
  return { kind: scheme, write }
}

/** A declaration was kept with the goods' country behind it. */
function declared({ orderId, values }: Extract<IntentBody, { readonly kind: 'setMeta' }>): SetDeclaration {
  const [declaration = '', originCountryCode = ''] = values
  return { orderId, key: 'customsDeclaration', declaration, originCountryCode }
}

/** The other is never asked for in orders of these schemes. */
function isSchemeKey(key: MetaKey): key is SchemeMetaKey {
  return key !== 'expiration'
}
