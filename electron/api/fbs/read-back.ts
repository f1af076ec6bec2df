import { assertNever } from '../../../shared/domain/assert.ts'
import type { FbsClient, FbsFound, FbsWrite, Landed, PassFields, Reply } from '../../station/ports/ports.ts'
import { editionFor } from '../editions.ts'
import { operations as table } from '../operations.ts'
import type { Reads } from '../packing/reads.ts'
import { sameCodes } from '../schemes/read-back.ts'
import type { SchemeParts } from '../schemes/reads.ts'
import { boxesFound } from './boxes-found.ts'
import type { FbsReads } from './reads.ts'
import { spotFound } from './spot.ts'

type Of<Kind extends FbsWrite['kind']> = Extract<FbsWrite, { readonly kind: Kind }>

/** Finds out whether a write of unknown fate took place, by reading what it would have changed. */
export function createFbsReadBack(
  { call, clock, edition }: SchemeParts,
  reads: FbsReads & Pick<Reads, 'statuses' | 'supplies'> & Pick<FbsClient, 'spots'>
) {
  async function cancelled({ orderIds }: Of<'cancel'>): Promise<Reply<FbsFound>> {
    const reply = await reads.statuses(orderIds)
    if (reply.kind !== 'ok') return reply
    const statuses = new Map(reply.value.map(({ orderId, supplierStatus }) => [orderId, supplierStatus]))
    const orders = orderIds.map((orderId): Landed => {
      const status = statuses.get(orderId)
      return { orderId, happened: status === undefined ? null : status === 'cancel' }
    })
    const missed = orders.find(({ happened }) => happened === false) ?? orders.find(({ happened }) => happened === null)
    return found(missed === undefined ? true : missed.happened, { orders })
  }

  /** The marking codes that an order has; null: nothing is told of it. */
  async function sgtinsOf(orderId: number): Promise<Reply<readonly string[] | null>> {
    if (editionFor(table.readMeta, edition, clock.now()) === 'seed') {
      const reply = await call(table.readMeta, { path: { orderId } }, 'urgent')
      return reply.kind === 'ok' ? { kind: 'ok', value: reply.value.meta['sgtin'] ?? [] } : reply
    }
    const reply = await call(table.readMetas, { body: { orders: [orderId] } }, 'urgent')
    if (reply.kind !== 'ok') return reply
    const details = reply.value.orders.find(({ id }) => id === orderId)?.metaDetails
    return { kind: 'ok', value: details ? (details.find(({ key }) => key === 'sgtin')?.value ?? []) : null }
  }

  async function codesSet({ orderId, codes }: Of<'setSgtins'>): Promise<Reply<FbsFound>> {
    const reply = await sgtinsOf(orderId)
    if (reply.kind !== 'ok') return reply
    return found(reply.value === null ? null : sameCodes(reply.value, codes))
  }

  async function spotSet(write: Of<'setSpot'>): Promise<Reply<FbsFound>> {
    const reply = await spotFound(reads, write)
    return reply.kind === 'ok' ? found(reply.value) : reply
  }

  async function waybillsSet({ waybills }: Of<'setWaybills'>): Promise<Reply<FbsFound>> {
    for (const { remoteId, waybillUuid } of waybills) {
      const reply = await reads.supply(remoteId)
      if (reply.kind !== 'ok') return reply
      if (reply.value.waybillUuid?.toLowerCase() !== waybillUuid.toLowerCase()) return found(false)
    }
    return found(true)
  }

  async function boxesAdded(write: Of<'addBoxes'>): Promise<Reply<FbsFound>> {
    const reply = await reads.boxes(write.remoteId)
    if (reply.kind !== 'ok') return reply
    const { happened, boxIds } = boxesFound(reply.value, write)
    return found(happened, { boxIds })
  }

  async function passFound(write: Of<'createPass' | 'updatePass' | 'deletePass'>): Promise<Reply<FbsFound>> {
    const reply = await reads.passes()
    if (reply.kind !== 'ok') return reply
    switch (write.kind) {
      case 'createPass': {
        // By its id and not by its end: a pass of the same driver, still valid, may be older, and clocks differ.
        const made = reply.value.find(pass => !write.before.includes(pass.passId) && sameDriver(pass, write.fields))
        return found(made !== undefined, { passId: made?.passId ?? null })
      }
      case 'updatePass':
        // A pass that is gone counts as unchanged: sending again is harmless, and its refusal tells why.
        return found(reply.value.some(pass => pass.passId === write.passId && samePass(pass, write.fields)))
      case 'deletePass':
        return found(!reply.value.some(({ passId }) => passId === write.passId))
      default:
        return assertNever(write)
    }
  }

  const readBack: FbsClient['readBack'] = async write => {
    switch (write.kind) {
      case 'cancel':
        return cancelled(write)
      case 'setSgtins':
        return codesSet(write)
      case 'setSpot':
        return spotSet(write)
      case 'setWaybills':
        return waybillsSet(write)
      case 'deleteSupply': {
        const reply = await reads.supplies()
        return reply.kind === 'ok' ? found(!reply.value.some(({ remoteId }) => remoteId === write.remoteId)) : reply
      }
      case 'addBoxes':
        return boxesAdded(write)
      case 'deleteBoxes': {
        const reply = await reads.boxes(write.remoteId)
        return reply.kind === 'ok' ? found(!write.boxIds.some(id => reply.value.includes(id))) : reply
      }
      case 'createPass':
      case 'updatePass':
      case 'deletePass':
        return passFound(write)
      default:
        return assertNever(write)
    }
  }
  return readBack
}

function samePass(one: PassFields, other: PassFields): boolean {
  return (
    one.firstName === other.firstName &&
    one.lastName === other.lastName &&
    one.carModel === other.carModel &&
    one.carNumber === other.carNumber &&
    one.officeId === other.officeId
  )
}

/** However the marketplace writes them: a pass that is not known again would be made twice. */
function sameDriver(one: PassFields, other: PassFields): boolean {
  const key = ({ firstName, lastName, carNumber, officeId }: PassFields) =>
    [carNumber, lastName, firstName, officeId].join(' ').replaceAll(/\s+/g, ' ').trim().toLowerCase()
  return key(one) === key(other)
}

function found(
  happened: boolean | null,
  more: Partial<Omit<FbsFound, 'happened'>> = {}
): { readonly kind: 'ok'; readonly value: FbsFound } {
  return { kind: 'ok', value: { happened, orders: [], boxIds: [], passId: null, ...more } }
}
