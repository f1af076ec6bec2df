import { describe, expect, test } from 'vitest'
import type { IntentBody } from '../../../../shared/domain/intents.ts'
import { FAULTS } from '../../api/fault-bench.ts'
import { openSchemes } from './scheme-bench.ts'

const imei = '490154203237518'
const plain = { requiredMeta: [], optionalMeta: [] } as const
const imeiOnly = { requiredMeta: ['imei'], optionalMeta: [] } as const

describe.each(['seed', 'successor'] as const)('%s edition', edition => {
  test.concurrent.for(FAULTS)(
    'a DBS order goes its whole way, each change once, in spite of %s',
    async (fault, context) => {
      const { control, proxy, readNews, carryOut, orderOf, statusThere, codeOf, clock } = await openSchemes(
        edition,
        context
      )
      const [sold = 0, back = 0, dead = 0] = control.addOrders(3, { scheme: 'dbs', ...imeiOnly })
      await readNews()
      const scheme = 'dbs' as const
      const steps: readonly (() => IntentBody)[] = [
        () => ({ kind: 'confirm', scheme, orderIds: [sold, back, dead] }),
        () => ({ kind: 'cancel', scheme, orderIds: [dead] }),
        () => ({ kind: 'setMeta', scheme, orderId: sold, key: 'imei', values: [imei] }),
        () => ({ kind: 'deleteMeta', scheme, orderId: sold, key: 'imei' }),
        () => ({ kind: 'setMeta', scheme, orderId: sold, key: 'imei', values: [imei] }),
        () => ({ kind: 'setMeta', scheme, orderId: back, key: 'imei', values: [imei] }),
        () => ({ kind: 'deliver', scheme, orderIds: [sold, back] }),
        () => ({ kind: 'handOver', scheme, orderId: sold, outcome: 'receive', code: codeOf(sold) }),
        () => ({ kind: 'handOver', scheme, orderId: back, outcome: 'reject', code: codeOf(back) })
      ]
      for (const step of steps) {
        proxy.setNext(fault)
        await carryOut(step())
        // Codes are checked for two seconds.
        await clock.advance(3000)
      }
      expect([sold, back, dead].map(id => statusThere(id))).toEqual(['receive', 'reject', 'cancel'])
      expect([sold, back, dead].map(id => orderOf(id).life)).toEqual(['handed', 'returned', 'cancelled'])
      await readNews()
      expect([sold, back, dead].map(id => orderOf(id).life)).toEqual(['handed', 'returned', 'cancelled'])
    }
  )

  test.concurrent.for(FAULTS)(
    'a pickup order goes its whole way, each change once, in spite of %s',
    async (fault, context) => {
      const { control, proxy, readNews, carryOut, orderOf, statusThere } = await openSchemes(edition, context)
      const [sold = 0, back = 0, dead = 0] = control.addOrders(3, { scheme: 'pickup', ...plain })
      await readNews()
      const scheme = 'pickup' as const
      for (const step of [
        { kind: 'confirm', scheme, orderIds: [sold, back, dead] },
        { kind: 'prepare', scheme, orderIds: [sold, back, dead] },
        { kind: 'cancel', scheme, orderIds: [dead] },
        { kind: 'handOver', scheme, orderId: sold, outcome: 'receive', code: null },
        { kind: 'handOver', scheme, orderId: back, outcome: 'reject', code: null }
      ] satisfies readonly IntentBody[]) {
        proxy.setNext(fault)
        await carryOut(step)
      }
      expect([sold, back, dead].map(id => statusThere(id))).toEqual(['receive', 'reject', 'cancel'])
      expect([sold, back, dead].map(id => orderOf(id).life)).toEqual(['handed', 'returned', 'cancelled'])
    }
  )

  test('an order that is turned down keeps back no other; one that stands there already is done', async context => {
    const { core, control, readNews, carryOut, orderOf, statusThere } = await openSchemes(edition, context)
    const [good = 0, gone = 0] = control.addOrders(2, { scheme: 'dbs', ...plain })
    await readNews()
    control.cancelOrder(gone, 'declined_by_client')
    await carryOut({ kind: 'confirm', scheme: 'dbs', orderIds: [good, gone] })
    expect(orderOf(good).supplierStatus).toBe('confirm')
    expect(statusThere(good)).toBe('confirm')
    expect(orderOf(gone).supplierStatus).toBe('new')
    await carryOut({ kind: 'confirm', scheme: 'dbs', orderIds: [good] })
    const asked = core.outbox.all()
    expect(asked).toEqual([])
    expect(orderOf(good).life).not.toBe('shelved')
  })

  test('a wrong code at the door is refused, and the right one is taken', async context => {
    const { control, readNews, carryOut, orderOf, codeOf } = await openSchemes(edition, context)
    const [orderId = 0] = control.addOrders(1, { scheme: 'dbs', ...plain })
    await readNews()
    const handOver = { kind: 'handOver', scheme: 'dbs', orderId, outcome: 'receive' } as const
    await carryOut(
      { kind: 'confirm', scheme: 'dbs', orderIds: [orderId] },
      { kind: 'deliver', scheme: 'dbs', orderIds: [orderId] },
      { ...handOver, code: '000000' }
    )
    expect(orderOf(orderId).supplierStatus).toBe('deliver')
    await carryOut({ ...handOver, code: codeOf(orderId) })
    expect(orderOf(orderId).life).toBe('handed')
  })

  test('a hand-over whose code nobody can read any more costs no request, and may be told anew', async context => {
    const { core, network, control, readNews, carryOut, orderOf, codeOf } = await openSchemes(edition, context)
    const [orderId = 0] = control.addOrders(1, { scheme: 'dbs', ...plain })
    await readNews()
    const act = { kind: 'handOver', orderId, outcome: 'receive' } as const
    await carryOut(
      { kind: 'confirm', scheme: 'dbs', orderIds: [orderId] },
      { kind: 'deliver', scheme: 'dbs', orderIds: [orderId] }
    )
    // It left from elsewhere.
    core.dispatch({ kind: 'statusesSeen', statuses: [{ orderId, supplierStatus: 'deliver', wbStatus: 'sorted' }] })
    expect(orderOf(orderId).life).toBe('shipped')
    network.failed({ kind: 'retry', why: 'offline', inMs: 0 })
    core.dispatch({ ...act, code: codeOf(orderId) })
    const [queued] = core.outbox.all()
    if (queued?.body.kind !== 'handOver') throw new Error('nothing is queued')
    control.clearRequests()
    core.saveIntents([{ ...queued, body: { ...queued.body, code: null } }])
    await carryOut()
    expect(orderOf(orderId).handover?.state).toMatchObject({ kind: 'refused' })
    expect(control.requests().filter(({ path }) => path.endsWith('/receive'))).toEqual([])
    core.dispatch({ ...act, code: codeOf(orderId) })
    await carryOut()
    expect(orderOf(orderId).life).toBe('handed')
  })

  test('new orders are taken in with what their scheme tells, express first; what ends elsewhere ends here', async context => {
    const { core, control, readNews, carryOut, orderOf } = await openSchemes(edition, context)
    const [plainOne = 0] = control.addOrders(1, { scheme: 'dbs', ...plain })
    const [late = 0] = control.addOrders(1, { scheme: 'pickup', ...plain })
    const [called = 0] = control.addOrders(1, { scheme: 'dbs', ...plain })
    await readNews()
    const { dbsOrders, pickupOrders } = control.state()
    expect(orderOf(plainOne)).toMatchObject({
      life: 'fresh',
      scheme: { kind: 'dbs', deliveryType: expect.any(String) }
    })
    expect(orderOf(late).scheme).toMatchObject({ kind: 'pickup', orderCode: pickupOrders[0]?.orderCode, place: null })
    expect(dbsOrders).toHaveLength(2)
    await carryOut(
      { kind: 'confirm', scheme: 'pickup', orderIds: [late] },
      { kind: 'prepare', scheme: 'pickup', orderIds: [late] }
    )
    expect(control.expireOrder(late)).toBe(true)
    expect(control.cancelOrder(called, 'canceled')).toBe(true)
    await readNews()
    expect(orderOf(late).life).toBe('cancelled')
    expect(orderOf(called).life).toBe('cancelled')
    expect(orderOf(plainOne).life).toBe('fresh')
    expect([...core.bench.orders.all()]).toHaveLength(3)
  })

  test('where to and whom to call is kept while the order lives, sealed; pickup buyers when somebody asks', async context => {
    const { store, buyers, control, readNews, carryOut, orderOf, codeOf, clock } = await openSchemes(edition, context)
    const [orderId = 0] = control.addOrders(1, { scheme: 'dbs', ...plain })
    const [inStore = 0] = control.addOrders(1, { scheme: 'pickup', ...plain })
    await readNews()
    const address = control.state().dbsOrders[0]?.delivery.fullAddress
    expect(store.buyer(orderId)).toEqual({ address, contact: null })
    await carryOut(
      { kind: 'confirm', scheme: 'dbs', orderIds: [orderId] },
      { kind: 'confirm', scheme: 'pickup', orderIds: [inStore] }
    )
    await readNews()
    expect(store.buyer(orderId)).toMatchObject({ address, contact: { name: expect.stringMatching(/./) } })
    expect(store.buyer(inStore)).toBeNull()
    const look = buyers.look(orderOf(inStore))
    await clock.advance(1000)
    expect(await look).toMatchObject({ address: null, contact: { name: expect.stringMatching(/./) } })
    await carryOut(
      { kind: 'deliver', scheme: 'dbs', orderIds: [orderId] },
      { kind: 'handOver', scheme: 'dbs', orderId, outcome: 'receive', code: codeOf(orderId) },
      { kind: 'cancel', scheme: 'pickup', orderIds: [inStore] }
    )
    expect([store.buyer(orderId), store.buyer(inStore)]).toEqual([null, null])
    expect(await buyers.look(orderOf(orderId))).toBeNull()
  })

  test('an account without these schemes is asked for them once in two minutes', async context => {
    const { control, readNews } = await openSchemes(edition, context)
    expect(await readNews()).toEqual([120_000, 120_000])
    control.addOrders(1, { scheme: 'dbs', ...plain })
    expect(await readNews()).toEqual([30_000, 120_000])
  })
})
