import type { FbsClient, Reply } from '../../station/ports.ts'
import { editionFor } from '../editions.ts'
import { operations as table } from '../operations.ts'
import { strictly } from '../caller.ts'
import type { Reads } from '../reads.ts'
import { carryAlone, notInEdition, report } from '../schemes/carrier.ts'
import type { SchemeParts } from '../schemes/reads.ts'
import { asItems } from '../schemes/writes.ts'
import { createFbsReadBack } from './read-back.ts'
import { createFbsReads } from './reads.ts'

/** Orders that the marketplace delivers: what a seller needs beside the packing. */
export function createFbsClient(
  { call, clock, edition }: SchemeParts,
  /** For looking up: an odd item spoils their answers. */
  packing: Pick<Reads, 'statuses' | 'supplies'>
): FbsClient {
  const reads = createFbsReads(call)
  return {
    ...reads,
    readBack: createFbsReadBack(strictly(call), { ...createFbsReads(strictly(call)), ...packing }),
    cancel: async orderIds => {
      const items = asItems(orderIds)
      return report(
        items,
        await carryAlone(({ orderId }) => call(table.cancelOrder, { path: { orderId } }, 'urgent'), items)
      )
    },
    setCustomsDeclaration: async (orderId, value) => {
      // The key came with the edition that reads metadata of many orders.
      if (editionFor(table.readMeta, edition, clock.now()) === 'seed') return notInEdition
      const request = { path: { orderId }, body: { customsDeclaration: value } }
      return done(call(table.setCustomsDeclaration, request, 'urgent'))
    },
    deleteSupply: remoteId => done(call(table.deleteSupply, { path: { supplyId: remoteId } }, 'urgent')),
    addBoxes: async (remoteId, amount) => {
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

async function done(call: Promise<Reply<unknown>>): Promise<Reply<true>> {
  const reply = await call
  return reply.kind === 'ok' ? { kind: 'ok', value: true } : reply
}
