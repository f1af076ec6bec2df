import { describe, expect, test } from 'vitest'
import { USUAL_API_CHOICES } from '../../../shared/domain/account/api-choices.ts'
import type { MarketplaceClient } from '../../../electron/api/client.ts'
import type { FbsWrite, Reply } from '../../../electron/station/ports/ports.ts'
import { FAULTS, once, openFaulty, type Bench } from './fault-bench.ts'
import type { Fault } from './fault-proxy.ts'
import { letRun } from './practice.ts'

type Fbs = MarketplaceClient['fbs']

/** The function of a write that is read back. */
function send(fbs: Fbs, write: FbsWrite): Promise<Reply<unknown>> {
  switch (write.kind) {
    case 'cancel':
      return fbs.cancel(write.orderIds)
    case 'setSgtins':
      return fbs.setSgtins(write.orderId, write.codes)
    case 'setSpot':
      return fbs.setSpot(write.remoteId, write.carrier)
    case 'setWaybills':
      return fbs.setWaybills(write.waybills)
    case 'deleteSupply':
      return fbs.deleteSupply(write.remoteId)
    case 'addBoxes':
      return fbs.addBoxes(write)
    case 'deleteBoxes':
      return fbs.deleteBoxes(write.remoteId, write.boxIds)
    case 'createPass':
      return fbs.createPass(write.fields)
    case 'updatePass':
      return fbs.updatePass(write.passId, write.fields)
    case 'deletePass':
      return fbs.deletePass(write.passId)
  }
}

/** Sends over the bench: what must succeed at once, and each write once in spite of `fault`. */
function handsOn(bench: Bench, fault: Fault) {
  const { fbs } = bench.client
  return {
    must: async <T>(call: Promise<Reply<T>>): Promise<T> => {
      const reply = await letRun(bench.clock, call)
      if (reply.kind !== 'ok') throw new Error(JSON.stringify(reply))
      return reply.value
    },
    exactlyOnce: (write: FbsWrite) =>
      once(
        bench,
        fault,
        write,
        () => send(fbs, write),
        async () => {
          const reply = await fbs.readBack(write)
          return reply.kind === 'ok' ? { kind: 'ok', value: reply.value.happened === true } : reply
        }
      )
  }
}

describe.each(['seed', 'successor'] as const)('%s edition', edition => {
  test.concurrent.for(FAULTS)('boxes, passes and cancelling happen once in spite of %s', async (fault, context) => {
    const bench = await openFaulty(edition, context)
    const { control } = bench
    const { fbs, send: pack } = bench.client
    const { must, exactlyOnce } = handsOn(bench, fault)
    const shape = { cargoType: 1, requiredMeta: ['sgtin'], optionalMeta: [] } as const
    const [packed = 0, dead = 0] = control.addOrders(2, shape)
    const remoteId = (await must(pack({ kind: 'createSupply', name: 'Wave 1' }))).remoteId ?? ''
    const empty = (await must(pack({ kind: 'createSupply', name: 'Wave 2' }))).remoteId ?? ''
    // Since 2026 half as many boxes as orders are allowed.
    const others = edition === 'seed' ? [] : control.addOrders(8, shape)
    await must(pack({ kind: 'addToSupply', remoteId, orderIds: [packed, ...others] }))
    const boxes = () => control.state().supplies.find(({ id }) => id === remoteId)?.boxes ?? []

    await exactlyOnce({ kind: 'addBoxes', remoteId, amount: 2, orders: 8, before: [] })
    const before = await must(fbs.boxes(remoteId))
    const more = { kind: 'addBoxes', remoteId, amount: 2, orders: 8, before } as const
    await exactlyOnce(more)
    expect([before.length, boxes().length]).toEqual([2, 4])
    expect((await must(fbs.readBack(more))).boxIds).toEqual(boxes().slice(2))
    await exactlyOnce({ kind: 'deleteBoxes', remoteId, boxIds: before })
    expect(boxes()).toHaveLength(2)

    await exactlyOnce({ kind: 'deleteSupply', remoteId: empty })
    await exactlyOnce({ kind: 'cancel', orderIds: [dead] })
    const codes = ['0104600000000017215first', '0104600000000017215second']
    await exactlyOnce({ kind: 'setSgtins', orderId: packed, codes })

    const [office] = await must(fbs.passOffices())
    const fields = {
      firstName: 'Ян',
      lastName: 'Петров',
      carModel: 'Lada',
      carNumber: 'A456BC123',
      officeId: office?.officeId ?? 0
    }
    await exactlyOnce({ kind: 'createPass', fields, before: [] })
    // The same driver once more, while the first pass is still good.
    const again = { kind: 'createPass', fields, before: control.state().passes.map(({ id }) => id) } as const
    await exactlyOnce(again)
    const [first = 0, second = 0] = control.state().passes.map(({ id }) => id)
    expect((await must(fbs.readBack(again))).passId).toBe(second)
    await exactlyOnce({ kind: 'updatePass', passId: second, fields: { ...fields, carModel: 'Niva' } })
    await exactlyOnce({ kind: 'deletePass', passId: first })

    const { orders, supplies, passes } = control.state()
    expect(orders.slice(0, 2).map(({ supplierStatus }) => supplierStatus)).toEqual(['confirm', 'cancel'])
    expect(supplies.map(({ id }) => id)).toEqual([remoteId])
    expect(passes).toMatchObject([{ id: second, carModel: 'Niva' }])
  })
})

test.concurrent.for(FAULTS)('a carrier and a waybill are set once in spite of %s', async (fault, context) => {
  const bench = await openFaulty('successor', context, { ...USUAL_API_CHOICES, waybill: true })
  const { control } = bench
  const { send: pack } = bench.client
  const { must, exactlyOnce } = handsOn(bench, fault)
  const orderIds = control.addOrders(1, { cargoType: 1, goesBySpot: true, requiredMeta: [], optionalMeta: [] })
  const remoteId = (await must(pack({ kind: 'createSupply', name: 'Wave 1' }))).remoteId ?? ''
  await must(pack({ kind: 'addToSupply', remoteId, orderIds }))
  const method = { pointId: 300_100, type: 'transportCompany', day: '2030-01-01' } as const
  await must(pack({ kind: 'setShipping', remoteId, method }))
  await exactlyOnce({
    kind: 'setWaybills',
    waybills: [{ remoteId, waybillUuid: '7a2c8810-1db2-4011-9682-5c7fa33afd83' }]
  })
  await must(pack({ kind: 'deliverSupply', remoteId }))
  const carrier = { name: 'Дорога', taxNumber: '123', countryCode: '417', vehicle: 'A1', trailer: 'B2' }
  await exactlyOnce({ kind: 'setSpot', remoteId, carrier })
})
