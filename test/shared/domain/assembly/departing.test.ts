import { describe, expect, test } from 'vitest'
import { ordersToRead } from '../../../../electron/station/marketplace/lacking.ts'
import { DBS, inRound, markingCode, MUG, newDesk, PICKUP, round } from './support.ts'
import type { Desk } from './support.ts'

const SGTIN = { requiredMeta: ['sgtin'] } as const
const WITHOUT = { kind: 'setMeta', scheme: 'pickup' } as const

/** A desk on which an order with a marking code, of this scheme, is packed and is to leave. */
function packed(scheme: typeof DBS | typeof PICKUP): Desk {
  const id = `round-${scheme.kind}`
  const orders = [inRound(1, scheme, 'claimed', SGTIN), inRound(2, scheme, 'claimed', { skus: ['other'] })]
  const desk = newDesk({ rounds: [round(scheme.kind)], supplyId: id, orders })
  desk.scan(MUG, markingCode(1))
  desk.printAll()
  desk.scan(desk.order(1).sticker?.barcode ?? '')
  expect(desk.order(1).life).toBe('packed')
  if (scheme.kind === 'dbs') desk.command('supplyDone')
  if (desk.bench.table.question?.kind === 'supplyUnfinished') desk.command('yes')
  return desk
}

function verdict(desk: Desk, decision: string): void {
  const details = [{ key: 'sgtin', values: [markingCode(1)], decision }] as const
  desk.act({ kind: 'metaSeen', metas: [{ orderId: 1, details }] })
}

const told = (desk: Desk) => desk.queued.filter(({ kind }) => kind === 'deliver' || kind === 'prepare')

describe.each([
  ['deliver', DBS],
  ['prepare', PICKUP]
] as const)('%s', (kind, scheme) => {
  const word = { kind, scheme: scheme.kind, orderIds: [1] }

  /** The word was said, and refused for what the marketplace says of the code now. */
  function blamed(decision: string): Desk {
    const desk = packed(scheme)
    desk.sendAll()
    verdict(desk, 'sgtinIntroduced')
    const details = [{ key: 'sgtin', values: [markingCode(1)], decision }] as const
    desk.refuse(kind, 'MetaValidationFail', [1], [{ orderId: 1, details }])
    return desk
  }

  test('waits until the code is accepted and judged, and goes by itself', () => {
    const desk = packed(scheme)
    expect(told(desk)).toEqual([])
    desk.sendAll()
    expect(told(desk)).toEqual([])
    expect(ordersToRead(desk.bench)).toEqual([1])
    verdict(desk, 'pending')
    expect(told(desk)).toEqual([])
    verdict(desk, 'sgtinIntroduced')
    expect(told(desk)).toEqual([word])
    expect(ordersToRead(desk.bench)).toEqual([])
    verdict(desk, 'deadlineExceeded')
    expect(told(desk)).toEqual([word])
  })

  test('is never said of an order whose code is refused: it is on the shelf, and comes back into an open round', () => {
    const desk = packed(scheme)
    desk.sendAll()
    verdict(desk, 'sgtinRetired')
    expect(desk.said).toBe('refused codeRefusedAtMarketplace')
    expect(desk.order(1)).toMatchObject({ life: 'shelved', shelf: { why: { kind: 'codeRefused', key: 'sgtin' } } })
    desk.act({ kind: 'unshelve', orderId: 1 })
    expect(desk.bench.rounds.get(desk.order(1).supplyId ?? '')?.state).toBe('open')
    expect(told(desk)).toEqual([])
  })

  test('that met a check still under way is said once more after it', () => {
    const desk = blamed('pending')
    expect(desk.order(1)).toMatchObject({ life: 'packed', departure: 'due' })
    expect(ordersToRead(desk.bench)).toEqual([1])
    verdict(desk, 'sgtinIntroduced')
    expect(told(desk)).toEqual([word, word])
  })

  test('that is refused for a code names the code', () => {
    const desk = blamed('sgtinWrittenOff')
    expect(desk.order(1)).toMatchObject({
      life: 'shelved',
      shelf: { why: { kind: 'codeRefused', key: 'sgtin', decision: 'sgtinWrittenOff' } }
    })
  })

  test('does not hold an order whose code is taken off: it is packed anew', () => {
    const desk = packed(scheme)
    desk.sendAll()
    desk.act({ kind: 'deleteCode', orderId: 1, key: 'sgtin' })
    expect(desk.order(1)).toMatchObject({ life: 'claimed', packedAt: null })
    expect(desk.bench.rounds.get(desk.order(1).supplyId ?? '')?.state).toBe('open')
    verdict(desk, 'sgtinIntroduced')
    expect(told(desk)).toEqual([])
  })

  test('of a cancelled order is not said', () => {
    const desk = packed(scheme)
    desk.sendAll()
    const statuses = [{ orderId: 1, supplierStatus: 'confirm', wbStatus: 'canceled_by_client' }] as const
    desk.act({ kind: 'statusesSeen', statuses })
    verdict(desk, 'sgtinIntroduced')
    expect(desk.order(1).life).toBe('cancelled')
    expect(told(desk)).toEqual([])
  })
})

test('a warning is a person’s to answer for, as it is of a supply that closes', () => {
  const orders = [inRound(1, PICKUP, 'claimed', { requiredMeta: ['gtin'] })]
  const desk = newDesk({ rounds: [round('pickup')], supplyId: 'round-pickup', orders })
  desk.scan(MUG, MUG)
  desk.printAll()
  desk.scan(desk.order(1).sticker?.barcode ?? '')
  expect(desk.queued).toEqual([{ ...WITHOUT, orderId: 1, key: 'gtin', values: [MUG] }])
  desk.sendAll()
  const metas = [{ orderId: 1, details: [{ key: 'gtin', values: [], decision: 'required' }] }] as const
  desk.act({ kind: 'metaSeen', metas })
  expect(desk.message).toEqual({ code: 'codesWarned', name: 'round of pickup', orderIds: [1], keys: ['gtin'] })
  desk.command('yes')
  expect(told(desk)).toEqual([{ kind: 'prepare', scheme: 'pickup', orderIds: [1] }])
})

describe('a packed pickup order that is scanned undone', () => {
  function last(facts: { readonly requiredMeta?: readonly ['sgtin'] }): Desk {
    const orders = [inRound(1, PICKUP, 'claimed', facts)]
    const desk = newDesk({ rounds: [round('pickup')], supplyId: 'round-pickup', orders })
    desk.scan(MUG, ...(facts.requiredMeta ? [markingCode(1)] : []))
    desk.printAll()
    desk.scan(desk.order(1).sticker?.barcode ?? '')
    expect(desk.said).toBe('done packed')
    return desk
  }

  test('comes back on the table while its codes are judged, with its round, and is packed anew', () => {
    const desk = last(SGTIN)
    expect(desk.bench.rounds.get('round-pickup')?.state).toBe('left')
    desk.command('undo')
    expect(desk.said).toBe('goOn reopened')
    expect(desk.bench).toMatchObject({ supplyId: 'round-pickup', table: { orderId: 1 } })
    expect(desk.bench.rounds.get('round-pickup')?.state).toBe('open')
    desk.sendAll()
    verdict(desk, 'sgtinIntroduced')
    expect(told(desk)).toEqual([])
    desk.scan(desk.order(1).sticker?.barcode ?? '')
    expect(desk.order(1).life).toBe('packed')
    expect(told(desk)).toEqual([{ kind: 'prepare', scheme: 'pickup', orderIds: [1] }])
  })

  test('stays where it is once the marketplace knows it to be ready, and the stage says why', () => {
    const desk = last({})
    desk.command('undo')
    expect(desk.message).toEqual({ code: 'nothingToUndo', readyOrderId: 1 })
    expect(desk.order(1).life).toBe('packed')
  })
})

test('of a round that was opened again, what the marketplace was told of keeps its codes', () => {
  const orders = [inRound(1, DBS, 'claimed', SGTIN), inRound(2, DBS, 'claimed', { ...SGTIN, skus: ['other'] })]
  const desk = newDesk({ rounds: [round('dbs')], supplyId: 'round-dbs', orders })
  for (const [id, thing] of [
    [1, MUG],
    [2, 'other']
  ] as const) {
    desk.scan(thing, markingCode(id, MUG))
    if (desk.bench.table.question !== null) desk.command('yes')
    desk.printAll()
    desk.scan(desk.order(id).sticker?.barcode ?? '')
    expect(desk.order(id).life).toBe('packed')
  }
  desk.sendAll()
  desk.command('supplyDone')
  verdict(desk, 'sgtinIntroduced')
  expect(desk.order(1).departure).toBe('told')
  expect(desk.order(2).departure).toBe('due')
  desk.act({ kind: 'reopenOrder', orderId: 2 })
  expect(desk.bench.rounds.get('round-dbs')?.state).toBe('open')
  desk.scan(desk.order(2).sticker?.barcode ?? '')
  desk.act({ kind: 'deleteCode', orderId: 1, key: 'sgtin' })
  expect(desk.said).toBe('refused notNow')
  expect(desk.order(1).codes.sgtin).toBeDefined()
})

test('a pickup order that waits for its codes is opened again by its label, until the marketplace is told', () => {
  const desk = packed(PICKUP)
  desk.scan('what is this', desk.order(1).sticker?.barcode ?? '')
  expect(desk.message).toMatchObject({ code: 'alreadyPacked', canReopen: true })
  desk.command('undo')
  expect(desk.said).toBe('goOn reopened')
  desk.scan(desk.order(1).sticker?.barcode ?? '')
  desk.sendAll()
  verdict(desk, 'sgtinIntroduced')
  desk.scan('what is this', desk.order(1).sticker?.barcode ?? '')
  expect(desk.message).toMatchObject({ code: 'pickupWaits' })
})
