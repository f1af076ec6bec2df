import type { ApiChoices } from '../../../shared/domain/account/api-choices.ts'
import { mostBoxes } from '../../../shared/domain/orders/supplies.ts'
import type { FbsClient } from '../../station/ports/ports.ts'
import { done } from '../done.ts'
import { operations as table } from '../operations.ts'
import { strictly } from '../wire/caller.ts'
import type { Reads } from '../packing/reads.ts'
import { carryAlone, refusal, report } from '../schemes/carrier.ts'
import type { SchemeParts } from '../schemes/reads.ts'
import { asItems } from '../schemes/writes.ts'
import { createArchive } from './archive.ts'
import { createFbsReadBack } from './read-back.ts'
import { createFbsReads } from './reads.ts'
import { createSpot } from './spot.ts'
import { createWaybills } from './waybills.ts'

/** Orders that the marketplace delivers: what a seller needs beside the packing. */
export function createFbsClient(
  { call, clock, edition, choices }: SchemeParts & { readonly choices: ApiChoices },
  /** For looking up: an odd item spoils their answers. */
  packing: Pick<Reads, 'statuses' | 'supplies'>
): FbsClient {
  const careful = strictly(call)
  return {
    ...createFbsReads(call),
    ...createSpot(call, edition),
    ...createArchive(call, edition),
    ...createWaybills(call, edition, choices),
    readBack: createFbsReadBack(
      { call: careful, clock, edition },
      { ...createFbsReads(careful), ...packing, ...createSpot(careful, edition) }
    ),
    cancel: async orderIds => {
      const items = asItems(orderIds)
      // A refusal costs ten requests. What no status tells, or one that is not there, the cancellation itself finds out.
      const known = await packing.statuses(
        orderIds.filter(id => id > 0),
        'urgent'
      )
      const barred = new Set(
        known.kind === 'ok' ? known.value.flatMap(one => (one.isCancellable === false ? [one.orderId] : [])) : []
      )
      const cancel = async ({ orderId }: (typeof items)[number]) =>
        barred.has(orderId)
          ? refusal('NotCancellable', `order ${orderId}`)
          : call(table.cancelOrder, { path: { orderId } }, 'urgent')
      return report(items, await carryAlone(cancel, items))
    },
    setSgtins: (orderId, codes) =>
      done(call(table.setSgtin, { path: { orderId }, body: { sgtins: [...codes] } }, 'urgent')),
    deleteSupply: remoteId => done(call(table.deleteSupply, { path: { supplyId: remoteId } }, 'urgent')),
    addBoxes: async ({ remoteId, amount, orders, before }) => {
      const most = mostBoxes(orders)
      if (before.length + amount > most) return refusal('TooManyBoxes', `at most ${most} for ${orders} orders`)
      const reply = await call(table.addBoxes, { path: { supplyId: remoteId }, body: { amount } }, 'urgent')
      return reply.kind === 'ok' ? { kind: 'ok', value: reply.value.trbxIds } : reply
    },
    deleteBoxes: (remoteId, boxIds) =>
      done(call(table.deleteBoxes, { path: { supplyId: remoteId }, body: { trbxIds: [...boxIds] } }, 'urgent')),
    createPass: async fields => {
      const reply = await call(table.createPass, { body: fields }, 'urgent')
      return reply.kind === 'ok' ? { kind: 'ok', value: reply.value.id } : reply
    },
    updatePass: (passId, fields) => done(call(table.updatePass, { path: { passId }, body: fields }, 'urgent')),
    deletePass: passId => done(call(table.deletePass, { path: { passId } }, 'urgent'))
  }
}
