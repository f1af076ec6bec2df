import { expect, test } from 'vitest'
import { SET_MAX } from '../../../../../shared/domain/orders/orders.ts'
import { answersBeside } from '../../../../../shared/view/answers.ts'
import { ANNA, markingCode, MUG, newDesk, order, stickerOf, STRANGER } from '../support.ts'
import type { Desk } from '../support.ts'

const needsCode = { requiredMeta: ['sgtin'] } as const

/** A set of two on the table, its second code just told. */
function withSet(): Desk {
  const desk = newDesk({ orders: [order(1, needsCode), order(2, needsCode)] })
  desk.badge(ANNA.id)
  desk.scan(MUG, markingCode(1), markingCode(2))
  expect(desk.said).toBe('ask replaceCode')
  desk.command('oneMore')
  return desk
}

function codesOf(desk: Desk, id: number): readonly string[] | undefined {
  return desk.order(id).codes.sgtin?.values
}

test('a second marking code may be one more of a set: both travel, and the next unit is asked for both one by one', () => {
  const desk = withSet()
  expect(codesOf(desk, 1)).toEqual([markingCode(1), markingCode(2)])
  expect(desk.said).toBe('goOn printing')
  const both = { kind: 'setMeta', orderId: 1, key: 'sgtin', values: [markingCode(1), markingCode(2)] }
  expect(desk.queued.filter(({ kind }) => kind === 'setMeta').at(-1)).toEqual(both)
  expect([...desk.bench.sets.values()]).toMatchObject([
    { chrtId: desk.order(1).facts.chrtId, article: 'mug', codes: 2, orderId: 1, packerId: ANNA.id }
  ])
  desk.printAll()
  desk.scan(stickerOf(1).barcode, MUG)
  expect(desk.message).toEqual({ code: 'scanCode', key: 'sgtin', place: 1, of: 2 })
  // One at least there is.
  expect(answersBeside(desk.message)).toEqual([])
  desk.scan(markingCode(3))
  expect(desk.message).toEqual({ code: 'scanCode', key: 'sgtin', place: 2, of: 2 })
  expect(desk.order(2).life).toBe('claimed')
  desk.scan(markingCode(3))
  expect(desk.message).toEqual({ code: 'codeAlreadyHere', key: 'sgtin' })
  desk.scan(markingCode(1))
  expect(desk.message).toMatchObject({ code: 'codeUsed', orderId: 1 })
  desk.command('print')
  expect(desk.message).toEqual({ code: 'codesMissing', keys: ['sgtin'] })
  desk.scan(markingCode(4))
  expect(desk.said).toBe('goOn printing')
  expect(codesOf(desk, 2)).toEqual([markingCode(3), markingCode(4)])
})

test('a set may be told before its next code is scanned, and of three', () => {
  const desk = newDesk({ orders: [order(1, needsCode)] })
  desk.scan(MUG)
  desk.command('oneMore')
  expect(desk.said).toBe('refused notNow')
  desk.scan(markingCode(1))
  for (const place of [2, 3]) {
    desk.command('oneMore')
    expect(desk.message).toEqual({ code: 'scanCode', key: 'sgtin', place, of: place })
    desk.command('oneMore')
    expect(desk.said).toBe('refused notNow')
    desk.scan(markingCode(place))
    expect(desk.said).toBe('goOn printing')
  }
  expect(codesOf(desk, 1)).toEqual([1, 2, 3].map(place => markingCode(place)))
})

test('each undo takes back one step: the code, that it is a set, the first code', () => {
  const desk = withSet()
  desk.sendAll()
  desk.command('undo')
  expect(codesOf(desk, 1)).toEqual([markingCode(1)])
  expect([...desk.register.keys()]).toEqual([markingCode(1)])
  expect(desk.queued.at(-1)).toMatchObject({ kind: 'deleteMeta', key: 'sgtin' })
  desk.command('undo')
  expect(desk.message).toEqual({ code: 'undone', what: 'set' })
  expect(desk.bench.sets.size).toBe(0)
  // What is left is whole, and the marketplace is told so.
  expect(desk.queued.at(-1)).toMatchObject({ kind: 'setMeta', values: [markingCode(1)] })
  desk.command('undo')
  expect(desk.order(1).codes).toEqual({})
  expect(desk.register.size).toBe(0)
})

test('no set any more: forgotten, the unit on the table goes on with what it has', () => {
  const desk = newDesk({ orders: [order(1, needsCode)] })
  desk.scan(MUG, markingCode(1))
  desk.command('oneMore')
  desk.act({ kind: 'forgetSet', chrtId: desk.order(1).facts.chrtId })
  expect(desk.bench.sets.size).toBe(0)
  expect(desk.said).toBe('goOn printing')
  expect(desk.queued.filter(({ kind }) => kind === 'setMeta').at(-1)).toMatchObject({ values: [markingCode(1)] })
})

test('"yes" replaces all of a whole set, which is asked for again', () => {
  const desk = withSet()
  desk.scan(markingCode(3))
  expect(desk.said).toBe('ask replaceCode')
  desk.command('yes')
  expect(codesOf(desk, 1)).toEqual([markingCode(3)])
  expect(desk.message).toEqual({ code: 'scanCode', key: 'sgtin', place: 2, of: 2 })
  expect([...desk.register.keys()]).toEqual([markingCode(3)])
})

test('each code of a set is judged by its own GTIN', () => {
  const desk = newDesk({ orders: [order(1, needsCode)] })
  desk.scan(MUG, markingCode(1))
  desk.command('oneMore')
  desk.scan(markingCode(2, STRANGER))
  expect(desk.said).toBe('ask gtinDiffers')
  desk.command('no')
  expect(codesOf(desk, 1)).toEqual([markingCode(1)])
  desk.scan(markingCode(2, STRANGER))
  desk.command('yes')
  expect(codesOf(desk, 1)).toEqual([markingCode(1), markingCode(2, STRANGER)])
})

test('only marking codes come in sets, of as many as an order takes', () => {
  const desk = newDesk({ orders: [order(1, { requiredMeta: ['uin'] })] })
  desk.scan(MUG, '1'.repeat(16))
  desk.command('oneMore')
  expect(desk.said).toBe('refused notNow')
  const full = newDesk({ orders: [order(1, needsCode)] })
  full.scan(MUG, markingCode(1))
  for (let place = 2; place <= SET_MAX; place++) {
    full.command('oneMore')
    full.scan(markingCode(place))
  }
  expect(codesOf(full, 1)).toHaveLength(SET_MAX)
  full.command('oneMore')
  expect(full.said).toBe('refused notNow')
})

test('a packed set comes back to the table with each of its codes', () => {
  const codes = { sgtin: { values: [markingCode(1), markingCode(2)], of: 2 } }
  const desk = withSet()
  desk.printAll()
  desk.scan(stickerOf(1).barcode)
  expect(desk.said).toBe('done packed')
  desk.command('undo')
  expect(desk.order(1)).toMatchObject({ packedAt: null, codes })
  desk.command('undo')
  expect(codesOf(desk, 1)).toEqual([markingCode(1)])
})

test('a unit with fewer codes than its product had so far: “next” goes on with those, and the next unit is asked for as many', () => {
  const desk = withSet()
  desk.printAll()
  desk.scan(stickerOf(1).barcode, MUG, markingCode(3))
  expect(desk.message).toMatchObject({ place: 2, of: 2 })
  expect(answersBeside(desk.message).map(({ code }) => code)).toEqual(['next'])
  desk.command('next')
  expect(desk.said).toBe('goOn printing')
  expect(codesOf(desk, 2)).toEqual([markingCode(3)])
  expect(desk.bench.sets.size).toBe(0)
})

test('put aside with a set begun by mistake, an order gets out of it by “next”, whatever was forgotten meanwhile', () => {
  const desk = newDesk({ orders: [order(1, needsCode)] })
  desk.scan(MUG, markingCode(1))
  desk.command('oneMore')
  desk.command('skip')
  desk.act({ kind: 'forgetSet', chrtId: desk.order(1).facts.chrtId })
  desk.scan(MUG)
  expect(desk.message).toMatchObject({ code: 'scanCode', place: 2, of: 2 })
  desk.command('next')
  expect(desk.message).not.toMatchObject({ code: 'scanCode' })
  expect(codesOf(desk, 1)).toEqual([markingCode(1)])
})

test.each(['ifScanned', 'ask'] as const)(
  'a set of codes that are optional is finished once it was begun (%s)',
  optionalCodes => {
    const desk = newDesk({ orders: [order(1, { optionalMeta: ['sgtin'] })], settings: { optionalCodes } })
    desk.scan(MUG, markingCode(1))
    desk.command('oneMore')
    expect(desk.message).toEqual({ code: 'scanCode', key: 'sgtin', place: 2, of: 2 })
    desk.scan(markingCode(2))
    expect(desk.order(1).life).toBe('coded')
    expect(codesOf(desk, 1)).toEqual([markingCode(1), markingCode(2)])
  }
)

test('undo past a set that was replaced takes the product out of the sets, as it says', () => {
  const desk = withSet()
  desk.scan(markingCode(3))
  desk.command('yes')
  desk.command('undo')
  desk.command('undo')
  expect(desk.message).toEqual({ code: 'undone', what: 'set' })
  expect(desk.bench.sets.size).toBe(0)
})

test('undo of a set may finish the order, and says so', () => {
  const desk = newDesk({ orders: [order(1, needsCode)], settings: { scanBack: false } })
  desk.scan(MUG, markingCode(1))
  desk.command('oneMore')
  desk.printAll()
  desk.command('undo')
  expect(desk.said).toBe('done packed')
  desk.command('undo')
  expect(desk.said).toBe('goOn reopened')
})

test('what was vouched for holds for the codes that stay', () => {
  const desk = newDesk({ orders: [order(1, needsCode)] })
  desk.scan(MUG, markingCode(1, STRANGER))
  desk.command('yes')
  desk.command('oneMore')
  desk.scan(markingCode(2, STRANGER))
  desk.command('undo')
  expect(desk.bench.gtinOverrides.size).toBe(1)
  desk.command('undo')
  desk.command('undo')
  expect(desk.bench.gtinOverrides.size).toBe(0)
})
