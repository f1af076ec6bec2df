import { assertNever } from '../../../shared/domain/assert.ts'
import type { Clock, Failure, MarketplacePort, Reply, Sent, WireIntent } from '../../station/ports/ports.ts'
import type { Call } from '../wire/caller.ts'
import { editionFor, type EditionChoice } from '../editions.ts'
import { createSpot } from '../fbs/spot.ts'
import { operations } from '../operations.ts'
import { notInEdition } from '../schemes/carrier.ts'
import { sendShipping } from './shipping.ts'

/** Requests of one seed-edition bulk that are under way at once. */
const ABREAST = 8

/** Sends one intent, in the edition of today or the pinned one. */
export function createWrites(parts: {
  readonly call: Call
  readonly clock: Clock
  readonly edition: EditionChoice
}): MarketplacePort['send'] {
  const { call, clock } = parts
  const { setSpot } = createSpot(call, parts.edition)

  function addToSupply(supplyId: string, orderIds: readonly number[]): Promise<Reply<Sent>> {
    if (editionFor(operations.addOrder, parts.edition, clock.now()) === 'seed') return addOneByOne(supplyId, orderIds)
    return done(call(operations.addOrders, { path: { supplyId }, body: { orders: [...orderIds] } }, 'urgent'))
  }

  /**
   * The older edition takes one order a call. A refused order stops no other; any other failure ends the whole and is
   * its result: sending all again is safe, because an order that is in the supply stays there.
   */
  async function addOneByOne(supplyId: string, orderIds: readonly number[]): Promise<Reply<Sent>> {
    const refused: Sent['refused'][number][] = []
    const rest = [...orderIds]
    let stopped: Failure | null = null
    async function work(): Promise<void> {
      for (let orderId = rest.shift(); orderId !== undefined && stopped === null; orderId = rest.shift()) {
        const reply = await call(operations.addOrder, { path: { supplyId, orderId } }, 'urgent')
        if (reply.kind === 'refused') refused.push({ orderId, code: reply.code, message: reply.message })
        else if (reply.kind !== 'ok') stopped ??= reply
      }
    }
    await Promise.all(Array.from({ length: ABREAST }, work))
    return stopped ?? { kind: 'ok', value: { remoteId: null, refused } }
  }

  async function setMeta(intent: Extract<WireIntent, { readonly kind: 'setMeta' }>): Promise<Reply<Sent>> {
    const { key, value } = intent
    const path = { orderId: intent.orderId }
    switch (key) {
      case 'sgtin':
        return done(call(operations.setSgtin, { path, body: { sgtins: [value] } }, 'urgent'))
      case 'imei':
        return done(call(operations.setImei, { path, body: { imei: value } }, 'urgent'))
      case 'uin':
        return done(call(operations.setUin, { path, body: { uin: value } }, 'urgent'))
      case 'gtin':
        return done(call(operations.setGtin, { path, body: { gtin: value } }, 'urgent'))
      case 'expiration':
        return done(call(operations.setExpiration, { path, body: { expiration: value } }, 'urgent'))
      case 'customsDeclaration':
        // The key came with the edition that reads metadata of many orders.
        if (editionFor(operations.readMeta, parts.edition, clock.now()) === 'seed') return notInEdition
        return done(call(operations.setCustomsDeclaration, { path, body: { customsDeclaration: value } }, 'urgent'))
      default:
        return assertNever(key)
    }
  }

  return async intent => {
    switch (intent.kind) {
      case 'createSupply': {
        const reply = await call(operations.createSupply, { body: { name: intent.name } }, 'urgent')
        return reply.kind === 'ok' ? { kind: 'ok', value: { remoteId: reply.value.id, refused: [] } } : reply
      }
      case 'addToSupply':
        return addToSupply(intent.remoteId, intent.orderIds)
      case 'setMeta':
        return setMeta(intent)
      case 'deleteMeta': {
        const { orderId, key } = intent
        if (key === 'expiration') return expirationStays
        return done(call(operations.deleteMeta, { path: { orderId }, query: { key } }, 'urgent'))
      }
      case 'setShipping':
        return sendShipping(call, intent)
      case 'addBoxes': {
        const { remoteId: supplyId, amount } = intent
        const reply = await call(operations.addBoxes, { path: { supplyId }, body: { amount } }, 'urgent')
        if (reply.kind !== 'ok') return reply
        return { kind: 'ok', value: { remoteId: null, refused: [], boxIds: reply.value.trbxIds } }
      }
      case 'deliverSupply':
        return done(call(operations.deliverSupply, { path: { supplyId: intent.remoteId } }, 'urgent'))
      case 'setSpot':
        return done(setSpot(intent.remoteId, intent.carrier))
      default:
        return assertNever(intent)
    }
  }
}

const expirationStays: Failure = {
  kind: 'refused',
  status: 0,
  code: 'NotAsDocumented',
  message: 'an expiry date can be overwritten, not deleted',
  culprits: []
}

async function done(call: Promise<Reply<unknown>>): Promise<Reply<Sent>> {
  const reply = await call
  return reply.kind === 'ok' ? { kind: 'ok', value: { remoteId: null, refused: [] } } : reply
}
