import { describe, expect, test } from 'vitest'
import type { MarketplaceClient } from '../../../electron/api/client.ts'
import type { DbsWrite, PickupWrite, Reply, WireIntent } from '../../../electron/station/ports/ports.ts'
import { FAULTS, once, openFaulty } from './fault-bench.ts'

const imei = '490154203237518'

async function landed(found: ReturnType<MarketplaceClient['dbs']['readBack']>): Promise<Reply<boolean>> {
  const reply = await found
  return reply.kind === 'ok' ? { kind: 'ok', value: reply.value.every(({ happened }) => happened === true) } : reply
}

describe.each(['seed', 'successor'] as const)('%s edition', edition => {
  test.concurrent.for(FAULTS)('every FBS write happens once in spite of %s', async (fault, context) => {
    const bench = await openFaulty(edition, context)
    const { client, control, clock } = bench
    const [orderId = 0] = control.addOrders(1, { cargoType: 1, requiredMeta: ['imei'], optionalMeta: [] })
    const remoteId = () => control.state().supplies[0]?.id ?? ''
    const writes: readonly (() => WireIntent)[] = [
      () => ({ kind: 'createSupply', name: 'Wave 1' }),
      () => ({ kind: 'addToSupply', remoteId: remoteId(), orderIds: [orderId] }),
      () => ({ kind: 'setMeta', orderId, key: 'imei', values: [imei] }),
      () => ({ kind: 'deleteMeta', orderId, key: 'imei' }),
      () => ({ kind: 'setMeta', orderId, key: 'imei', values: [imei] }),
      ...(edition === 'seed'
        ? []
        : [
            (): WireIntent => ({
              kind: 'setShipping',
              remoteId: remoteId(),
              method: { pointId: 300_100, type: 'selfShipping', day: '2030-01-01' }
            })
          ]),
      () => ({ kind: 'addBoxes', remoteId: remoteId(), amount: 1, before: [] }),
      () => ({ kind: 'deliverSupply', remoteId: remoteId() })
    ]
    for (const make of writes) {
      const write = make()
      await once(
        bench,
        fault,
        write,
        () => client.send(write),
        async () => {
          const reply = await client.readBack(write)
          return reply.kind === 'ok' ? { kind: 'ok', value: reply.value.happened === true } : reply
        }
      )
      // Codes are checked for two seconds.
      await clock.advance(3000)
    }
    expect(control.state().supplies).toMatchObject([{ done: true, orderIds: [orderId], boxes: [expect.any(String)] }])
  })

  test.concurrent.for(FAULTS)('every DBS write happens once in spite of %s', async (fault, context) => {
    const bench = await openFaulty(edition, context)
    const { control, clock } = bench
    const { dbs } = bench.client
    const [sold = 0, back = 0, dead = 0] = control.addOrders(3, {
      scheme: 'dbs',
      requiredMeta: ['imei'],
      optionalMeta: []
    })
    const said = (orderId: number) => ({
      orderId,
      code: control.state().dbsOrders.find(({ id }) => id === orderId)?.code ?? ''
    })
    const set = { kind: 'setMeta', items: [{ orderId: sold, key: 'imei', values: [imei] }] } as const
    const writes: readonly DbsWrite[] = [
      { kind: 'confirm', orderIds: [sold] },
      { kind: 'confirm', orderIds: [back] },
      { kind: 'cancel', orderIds: [dead] },
      set,
      { kind: 'deleteMeta', orderIds: [sold], key: 'imei' },
      set,
      { kind: 'setMeta', items: [{ orderId: back, key: 'imei', values: [imei] }] },
      { kind: 'deliver', orderIds: [sold] },
      { kind: 'deliver', orderIds: [back] },
      { kind: 'receive', items: [said(sold)] },
      { kind: 'reject', items: [said(back)] }
    ]
    for (const write of writes) {
      await once(
        bench,
        fault,
        write,
        () => dbs.send(write),
        () => landed(dbs.readBack(write))
      )
      await clock.advance(3000)
    }
    expect(control.state().dbsOrders.map(order => order.supplierStatus)).toEqual(['receive', 'reject', 'cancel'])
  })

  test.concurrent.for(FAULTS)('every pickup write happens once in spite of %s', async (fault, context) => {
    const bench = await openFaulty(edition, context)
    const { control, clock } = bench
    const { pickup } = bench.client
    const [sold = 0, back = 0, dead = 0] = control.addOrders(3, {
      scheme: 'pickup',
      requiredMeta: ['uin'],
      optionalMeta: []
    })
    const set = (orderId: number) =>
      ({ kind: 'setMeta', items: [{ orderId, key: 'uin', values: ['1234567890123456'] }] }) as const
    const writes: readonly PickupWrite[] = [
      { kind: 'confirm', orderIds: [sold] },
      { kind: 'confirm', orderIds: [back] },
      { kind: 'cancel', orderIds: [dead] },
      set(sold),
      { kind: 'deleteMeta', orderIds: [sold], key: 'uin' },
      set(sold),
      set(back),
      { kind: 'prepare', orderIds: [sold] },
      { kind: 'prepare', orderIds: [back] },
      { kind: 'receive', orderIds: [sold] },
      { kind: 'reject', orderIds: [back] }
    ]
    for (const write of writes) {
      await once(
        bench,
        fault,
        write,
        () => pickup.send(write),
        () => landed(pickup.readBack(write))
      )
      await clock.advance(3000)
    }
    expect(control.state().pickupOrders.map(order => order.supplierStatus)).toEqual(['receive', 'reject', 'cancel'])
  })
})
