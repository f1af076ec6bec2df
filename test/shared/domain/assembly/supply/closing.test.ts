import { describe, expect, test } from 'vitest'
import type { IntentBody } from '../../../../../shared/domain/intents.ts'
import type { MetaKey } from '../../../../../shared/domain/orders/orders.ts'
import { makeImei, makeUin } from '../../../../../shared/domain/printing/samples.ts'
import {
  codeFor,
  entry,
  markingCode,
  MUG,
  newDesk,
  order,
  OTHER_SUPPLY,
  packedOrder,
  SCARF,
  stickerOf
} from '../support.ts'
import { SUPPLY } from '../support.ts'
import type { Desk } from '../support.ts'

const needsCode = { requiredMeta: ['sgtin'] } as const

function coded(id: number, state: 'queued' | 'accepted' = 'accepted', decision: string | null = null) {
  return packedOrder(id, needsCode, { codes: { sgtin: entry(markingCode(id), { state, decision }) } })
}

function verdict(
  desk: Desk,
  orderId: number,
  decision: string | null,
  values: readonly string[] = [markingCode(orderId)]
): void {
  desk.act({ kind: 'metaSeen', metas: [{ orderId, details: [{ key: 'sgtin', values, decision }] }] })
}

function deliveries(desk: Desk): readonly IntentBody[] {
  return desk.queued.filter(body => body.kind === 'deliverSupply')
}

describe('closing a supply', () => {
  test('a parcel that must come out of the pile is told until it is seen, whatever becomes of the rest', () => {
    const desk = newDesk({ orders: [coded(1), packedOrder(2)] })
    desk.command('supplyDone')
    verdict(desk, 1, 'invalid')
    desk.sendAll()
    expect(desk.bench.supplies.get(SUPPLY)?.state).toBe('delivered')
    expect(desk.message).toMatchObject({ code: 'codeRefusedAtMarketplace', orderId: 1 })
    desk.command('acknowledge')
    expect(desk.message).toEqual({ code: 'openSupply', fresh: 0 })
  })

  test('without codes it is delivered at once, and its QR is wanted when that is done', () => {
    const desk = newDesk({ orders: [packedOrder(1)] })
    desk.command('supplyDone')
    expect(desk.message).toEqual({ code: 'supplyClosing', name: `supply ${SUPPLY}` })
    expect(desk.queued).toEqual([{ kind: 'deliverSupply', supplyId: SUPPLY, orderIds: [1] }])
    expect(desk.bench.supplyId).toBeNull()
    desk.sendAll()
    expect(desk.message).toEqual({ code: 'supplyDelivered', name: `supply ${SUPPLY}` })
    expect(desk.bench.supplies.get(SUPPLY)).toMatchObject({ state: 'delivered', qrWanted: true })
    expect(desk.order(1)).toMatchObject({ life: 'shipped', supplierStatus: 'complete' })
  })

  test('its codes are read back first, all of them, and it is delivered once', () => {
    const desk = newDesk({ orders: [coded(1), coded(2, 'queued')] })
    desk.command('supplyDone')
    verdict(desk, 1, 'pending')
    verdict(desk, 1, 'sgtinIntroduced')
    expect(desk.bench.supplies.get(SUPPLY)?.state).toBe('closing')
    verdict(desk, 2, 'sgtinIntroduced')
    expect(deliveries(desk)).toEqual([])
    const body = { kind: 'setMeta', orderId: 2, key: 'sgtin', values: [markingCode(2)] } as const
    desk.act({
      kind: 'intentDone',
      intent: { id: 'i', seq: 1, body, bornAt: 0, packerId: null, state: { kind: 'done', at: 0 } },
      remoteId: null
    })
    for (const _ of [1, 2, 3]) verdict(desk, 2, 'filled')
    desk.act({ kind: 'statusesSeen', statuses: [] })
    expect(deliveries(desk)).toEqual([{ kind: 'deliverSupply', supplyId: SUPPLY, orderIds: [1, 2] }])
  })

  test('the first edition has no verdicts: a value that is there will do, and several', () => {
    const desk = newDesk({ orders: [coded(1), coded(2)] })
    desk.command('supplyDone')
    verdict(desk, 1, null)
    verdict(desk, 2, null, [markingCode(70), markingCode(2)])
    expect(deliveries(desk)).toHaveLength(1)
    expect(desk.order(2).life).toBe('packed')
  })

  test('a UIN that may be sold travels; a check that runs late is no reason to wait', () => {
    const uin = { codes: { uin: entry(makeUin(1)) } }
    const imei = { codes: { imei: entry(makeImei(1)) } }
    const orders = [packedOrder(1, { requiredMeta: ['uin'] }, uin), packedOrder(2, { requiredMeta: ['imei'] }, imei)]
    const desk = newDesk({ orders })
    desk.command('supplyDone')
    const detail = (key: MetaKey, value: string, decision: string) => [{ key, values: [value], decision }]
    desk.act({ kind: 'metaSeen', metas: [{ orderId: 1, details: detail('uin', makeUin(1), 'uinMaySell') }] })
    desk.act({ kind: 'metaSeen', metas: [{ orderId: 2, details: detail('imei', makeImei(1), 'deadlineExceeded') }] })
    expect(desk.queued).toEqual([{ kind: 'deliverSupply', supplyId: SUPPLY, orderIds: [1, 2] }])
  })

  test.each(['sgtinNotFound', 'sgtinEmitted', 'neverHeardOf', 'required'])(
    'a code that is refused (%s) puts its order on the shelf; the rest goes without it',
    decision => {
      const desk = newDesk({ orders: [coded(1), coded(2)] })
      desk.command('supplyDone')
      verdict(desk, 1, decision)
      expect(desk.message).toEqual({ code: 'codeRefusedAtMarketplace', orderId: 1, key: 'sgtin', decision })
      expect(desk.order(1)).toMatchObject({
        life: 'shelved',
        shelf: { why: { kind: 'codeRefused', key: 'sgtin', decision } }
      })
      verdict(desk, 2, 'sgtinIntroduced')
      const [creation, addition, delivery] = desk.queued
      expect(creation?.kind).toBe('createSupply')
      expect(addition).toMatchObject({ kind: 'addToSupply', orderIds: [1] })
      expect(delivery).toMatchObject({ kind: 'deliverSupply', supplyId: SUPPLY })
      expect(desk.order(1).supplyId).not.toBe(SUPPLY)
      desk.sendAll()
      expect([desk.order(1).life, desk.order(2).life]).toEqual(['shelved', 'shipped'])
    }
  )

  test.each(['gtin', 'expiration'] as const)(
    'a %s that the marketplace does not see is for the lead to decide',
    key => {
      const value = codeFor(key, 1)
      const parcel = packedOrder(1, { requiredMeta: [key] }, { codes: { [key]: entry(value) } })
      const judged = () => {
        const desk = newDesk({ orders: [parcel, packedOrder(2)] })
        desk.command('supplyDone')
        desk.act({ kind: 'metaSeen', metas: [{ orderId: 1, details: [{ key, values: [], decision: 'required' }] }] })
        expect(desk.message).toEqual({ code: 'codesWarned', name: `supply ${SUPPLY}`, orderIds: [1], keys: [key] })
        expect(desk.queued).toEqual([])
        expect(desk.order(1).life).toBe('packed')
        return desk
      }
      const trying = judged()
      trying.command('yes')
      expect(deliveries(trying)).toEqual([{ kind: 'deliverSupply', supplyId: SUPPLY, orderIds: [1, 2] }])
      const staying = judged()
      staying.command('no')
      expect(staying.order(1).shelf?.why).toEqual({ kind: 'codeRefused', key, decision: 'required' })
      expect(deliveries(staying)).toHaveLength(1)
      expect(staying.order(1).supplyId).not.toBe(SUPPLY)
      staying.act({ kind: 'unshelve', orderId: 1 })
      expect(staying.order(1)).toMatchObject({ life: 'claimed', codes: {} })
      // Another verdict answers the question by itself.
      const settled = judged()
      settled.act({
        kind: 'metaSeen',
        metas: [{ orderId: 1, details: [{ key, values: [value], decision: 'filled' }] }]
      })
      expect(deliveries(settled)).toHaveLength(1)
    }
  )

  test('an order whose code was refused after packing wants a new code; its label is there, scanning it back finishes', () => {
    const desk = newDesk({ orders: [coded(1), order(2, { skus: [SCARF] })] })
    verdict(desk, 1, 'sgtinRetired')
    expect(desk.order(1).life).toBe('shelved')
    desk.act({ kind: 'unshelve', orderId: 1 })
    expect(desk.order(1)).toMatchObject({ life: 'claimed', codes: {}, packedAt: null, label: 'printed' })
    expect(desk.register.has(markingCode(1))).toBe(false)
    desk.scan(MUG, markingCode(8))
    expect(desk.message).toEqual({ code: 'scanStickerBack', partB: '9001' })
    desk.scan(stickerOf(1).barcode)
    expect(desk.said).toBe('done packed')
    expect(desk.prints).toEqual([])
    expect(desk.queued).toEqual([{ kind: 'setMeta', orderId: 1, key: 'sgtin', values: [markingCode(8)] }])
  })

  test('what is not packed moves to a supply of its own before the delivery', () => {
    const desk = newDesk({ orders: [packedOrder(1), order(2), order(3)] })
    desk.command('supplyDone')
    desk.command('yes')
    expect(desk.queued.map(body => body.kind)).toEqual(['createSupply', 'addToSupply', 'deliverSupply'])
    expect(desk.order(2).supplyId).toBe(desk.order(3).supplyId)
    desk.sendAll()
    expect([1, 2, 3].map(id => desk.order(id).life)).toEqual(['shipped', 'claimed', 'claimed'])
  })

  test('nothing packed is nothing to deliver', () => {
    const desk = newDesk({ orders: [order(1)] })
    desk.command('supplyDone')
    expect(desk.said).toBe('refused supplyEmpty')
    desk.act({ kind: 'closeSupply', supplyId: 'nowhere' })
    expect(desk.said).toBe('refused noSupply')
  })

  test('when the last packed order falls out, the supply is open again', () => {
    const desk = newDesk({ orders: [coded(1)] })
    desk.command('supplyDone')
    verdict(desk, 1, 'sgtinNotFound')
    expect(desk.bench.supplies.get(SUPPLY)?.state).toBe('open')
    expect(deliveries(desk)).toEqual([])
    desk.act({ kind: 'closeSupply', supplyId: SUPPLY })
    expect(desk.said).toBe('refused supplyEmpty')
  })

  test('a cancellation may be the last verdict', () => {
    const desk = newDesk({ orders: [coded(1), packedOrder(2)] })
    desk.command('supplyDone')
    expect(deliveries(desk)).toEqual([])
    desk.act({ kind: 'statusesSeen', statuses: [{ orderId: 1, supplierStatus: 'cancel', wbStatus: 'canceled' }] })
    expect(deliveries(desk)).toHaveLength(1)
  })

  test('it waits for the order on the table', () => {
    const desk = newDesk({ orders: [packedOrder(1), order(2)] })
    desk.scan(MUG)
    desk.command('supplyDone')
    expect(desk.said).toBe('refused finishCurrent')
    desk.act({ kind: 'closeSupply', supplyId: OTHER_SUPPLY })
    expect(desk.said).toBe('refused finishCurrent')
    expect(desk.bench.table.orderId).toBe(2)
  })

  test('another supply than the open one is closed from the list; the open one stays', () => {
    const desk = newDesk({ orders: [order(1), packedOrder(2, {}, { supplyId: OTHER_SUPPLY })] })
    desk.act({ kind: 'closeSupply', supplyId: OTHER_SUPPLY })
    expect(desk.said).toBe('goOn supplyClosing')
    expect(desk.bench.supplyId).toBe(SUPPLY)
    desk.act({ kind: 'closeSupply', supplyId: OTHER_SUPPLY })
    expect(desk.said).toBe('refused notNow')
    desk.scan(MUG)
    desk.sendAll()
    expect(desk.said).toBe('goOn printing')
    expect(desk.order(2).life).toBe('shipped')
  })
})

describe('a delivery that is refused', () => {
  test('shelves each order that it blames with the reason of its own code, and asks for that code again', () => {
    const imei = { codes: { imei: entry(makeImei(1), { decision: 'imeiMaySell' }) } }
    const desk = newDesk({
      orders: [
        coded(1, 'accepted', 'sgtinIntroduced'),
        packedOrder(2, { requiredMeta: ['imei'] }, imei),
        packedOrder(3),
        coded(4, 'accepted', 'sgtinIntroduced')
      ]
    })
    desk.command('supplyDone')
    const blame = (orderId: number, key: MetaKey, decision: string) => ({
      orderId,
      details: [{ key, values: [], decision }]
    })
    const blamed = [
      blame(1, 'sgtin', 'sgtinRetired'),
      blame(2, 'imei', 'imeiAlreadySold'),
      blame(3, 'uin', 'required'),
      blame(4, 'sgtin', 'pending')
    ]
    desk.refuse('deliverSupply', 'MetaValidationFail', [1, 2, 3, 4], blamed)
    expect([1, 2, 3].map(id => desk.order(id).shelf?.why)).toEqual([
      { kind: 'codeRefused', key: 'sgtin', decision: 'sgtinRetired' },
      { kind: 'codeRefused', key: 'imei', decision: 'imeiAlreadySold' },
      { kind: 'codeRefused', key: 'uin', decision: 'required' }
    ])
    // Only being checked: its parcel is fine, and its supply waits for the verdict.
    expect(desk.order(4)).toMatchObject({
      life: 'packed',
      codes: { sgtin: { state: 'accepted', decision: 'pending' } }
    })
    desk.act({ kind: 'unshelve', orderId: 1 })
    expect(desk.order(1)).toMatchObject({ life: 'claimed', codes: {} })
    desk.act({ kind: 'unshelve', orderId: 3 })
    expect(desk.order(3)).toMatchObject({ life: 'claimed', facts: { requiredMeta: ['uin'] } })
  })

  test('opens the supply again, and its culprits are on the shelf', () => {
    const desk = newDesk({ orders: [packedOrder(1), packedOrder(2), packedOrder(3, {}, { supplyId: OTHER_SUPPLY })] })
    desk.command('supplyDone')
    desk.refuse('deliverSupply', 'MetaValidationFail', [1, 3, 77])
    expect(desk.message).toMatchObject({ code: 'deliveryStuck', hitch: { kind: 'codes', orderIds: [1] } })
    expect(desk.bench.supplies.get(SUPPLY)?.state).toBe('open')
    expect([1, 2, 3].map(id => desk.order(id).life)).toEqual(['shelved', 'packed', 'packed'])
    desk.act({ kind: 'closeSupply', supplyId: SUPPLY })
    expect(deliveries(desk)).toHaveLength(2)
    expect(desk.order(1).supplyId).not.toBe(SUPPLY)
  })

  test('does not open a supply that has left in the meantime', () => {
    const desk = newDesk({ orders: [packedOrder(1)] })
    desk.command('supplyDone')
    const seen = { remoteId: SUPPLY, name: '', createdAt: 0, done: true, cargoType: 1 } as const
    desk.act({ kind: 'suppliesSeen', supplies: [seen] })
    desk.refuse('deliverSupply', 'StatusMismatch', [1])
    expect(desk.bench.supplies.get(SUPPLY)?.state).toBe('delivered')
    expect(desk.order(1).life).toBe('shipped')
  })
})
