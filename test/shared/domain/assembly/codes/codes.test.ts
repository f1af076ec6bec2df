import { describe, expect, test } from 'vitest'
import { META_KEYS } from '../../../../../shared/domain/orders/orders.ts'
import { makeEan13, makeImei, makeUin } from '../../../../../shared/domain/printing/samples.ts'
import { codeFor, entry, GOOD_DATE, markingCode, MUG, newDesk, NOW, order, packedOrder, SCARF } from '../support.ts'
import { isUnique, stickerOf, STRANGER } from '../support.ts'

const everything = { requiredMeta: META_KEYS } as const

function atTable(facts: Parameters<typeof order>[1], ...others: readonly ReturnType<typeof order>[]) {
  const desk = newDesk({ orders: [order(1, facts), ...others] })
  desk.scan(MUG)
  return desk
}

describe('codes of the order on the table', () => {
  test('each required key is a step, asked for in one order', () => {
    const desk = atTable(everything)
    for (const key of META_KEYS) {
      expect(desk.message).toEqual({ code: 'scanCode', key })
      desk.scan(codeFor(key, 1))
      expect(desk.order(1).codes[key]).toMatchObject({ values: [codeFor(key, 1)], packerId: null })
    }
    expect(desk.said).toBe('goOn printing')
    expect(desk.queued).toEqual(META_KEYS.map(key => ({ kind: 'setMeta', orderId: 1, key, values: [codeFor(key, 1)] })))
  })

  test('are taken in any order: a scan is known by what it is', () => {
    const desk = newDesk({ orders: [order(1, everything)] })
    desk.scan(stickerOf(1).barcode)
    for (const key of [...META_KEYS].toReversed()) desk.scan(codeFor(key, 1))
    // The marking code showed the item too.
    expect(desk.said).toBe('done packed')
    expect(desk.prints).toEqual([])
  })

  test('an optional one is asked for last, where the settings say so, and the unit may have none', () => {
    const facts = { requiredMeta: ['imei'], optionalMeta: ['sgtin', 'uin'] } as const
    const desk = newDesk({ orders: [order(1, facts)], settings: { optionalCodes: 'ask' } })
    desk.scan(MUG)
    expect(desk.message).toEqual({ code: 'scanCode', key: 'imei' })
    desk.command('next')
    expect(desk.message).toEqual({ code: 'codesMissing', keys: ['imei'] })
    desk.scan(codeFor('imei', 1))
    expect(desk.message).toEqual({ code: 'scanOptionalCode', key: 'sgtin' })
    desk.scan('what is this')
    expect(desk.message).toMatchObject({ code: 'badCode', key: 'sgtin' })
    desk.command('next')
    expect(desk.message).toEqual({ code: 'scanOptionalCode', key: 'uin' })
    desk.command('undo')
    expect(desk.message).toEqual({ code: 'scanOptionalCode', key: 'sgtin' })
    desk.command('next')
    desk.scan(codeFor('uin', 1))
    expect(desk.said).toBe('goOn printing')
    expect(Object.keys(desk.order(1).codes)).toEqual(['imei', 'uin'])
    expect(desk.queued.map(body => body.kind === 'setMeta' && body.key)).toEqual(['imei', 'uin'])
  })

  test('an optional one is taken when it is scanned, or never, as the settings say', () => {
    const orders = [order(1, { optionalMeta: ['sgtin'] }, { sticker: null })]
    const taking = newDesk({ orders })
    taking.scan(MUG, markingCode(1))
    expect(taking.order(1).codes.sgtin?.values[0]).toBe(markingCode(1))
    const skipping = newDesk({ orders, settings: { optionalCodes: 'skip' } })
    skipping.scan(MUG, markingCode(1))
    expect(skipping.message).toEqual({ code: 'codeNotNeeded', key: 'sgtin' })
    // Asking begins at once for the order that lies there.
    taking.command('undo')
    taking.act({ kind: 'settings', settings: { ...taking.bench.settings, optionalCodes: 'ask' } })
    expect(taking.message).toEqual({ code: 'scanOptionalCode', key: 'sgtin' })
  })

  test('leave only when all of them are in', () => {
    const desk = atTable({ requiredMeta: ['sgtin', 'uin'] })
    desk.scan(codeFor('uin', 1))
    expect(desk.queued).toEqual([])
    expect(desk.order(1).codes.uin?.state).toBe('kept')
    desk.scan(markingCode(1))
    expect(desk.queued).toHaveLength(2)
    expect(desk.order(1).codes.uin?.state).toBe('queued')
  })

  test('an optional one is taken at any time and sent like the others', () => {
    const desk = atTable({ requiredMeta: ['sgtin'], optionalMeta: ['imei'] })
    desk.scan(codeFor('imei', 1), markingCode(1))
    expect(desk.queued.map(body => body.kind === 'setMeta' && body.key)).toEqual(['sgtin', 'imei'])
  })

  test('a marking code goes out without its AIM prefix, byte for byte otherwise', () => {
    const desk = atTable({ requiredMeta: ['sgtin'] })
    desk.scan(`]d2${markingCode(1)}`)
    expect(desk.order(1).codes.sgtin?.values[0]).toBe(markingCode(1))
  })

  test('an IMEI may have separators; the GTIN asked for may be the barcode of the item', () => {
    const imei = makeImei(3)
    const desk = atTable({ requiredMeta: ['imei', 'gtin'] })
    desk.scan(`${imei.slice(0, 6)}-${imei.slice(6)}`)
    expect(desk.order(1).codes.imei?.values[0]).toBe(imei)
    desk.scan(MUG)
    expect(desk.order(1).codes.gtin?.values[0]).toBe(MUG)
  })
})

describe('an eight-digit date that is an EAN-8 by chance', () => {
  test.each([
    ['15112026', '15.11.2026'],
    ['17270915', '15.09.2027']
  ])('%s is a date where one is wanted', (text, date) => {
    const desk = atTable({ requiredMeta: ['expiration'] })
    desk.scan(text)
    expect(desk.order(1).codes.expiration?.values[0]).toBe(date)
  })

  test('replaces a date, and is judged like one', () => {
    const desk = atTable({ requiredMeta: ['expiration', 'sgtin'] })
    desk.scan(GOOD_DATE, '15112026')
    desk.command('yes')
    expect(desk.order(1).codes.expiration?.values[0]).toBe('15.11.2026')
    desk.scan('20122027')
    desk.command('yes')
    expect(desk.order(1).codes.expiration?.values[0]).toBe('20.12.2027')
  })

  test('is a product where none is wanted, or where it stands on an order', () => {
    const desk = atTable({ requiredMeta: ['uin'] })
    desk.scan('15112026')
    expect(desk.said).toBe('refused wrongProduct')
    const other = atTable({ requiredMeta: ['expiration'] }, order(2, { skus: ['15112026'] }))
    other.scan('15112026')
    expect(other.said).toBe('refused wrongProduct')
    const own = newDesk({ orders: [order(1, { skus: ['15112026'], requiredMeta: ['expiration'] })] })
    own.scan('15112026')
    expect(own.message).toEqual({ code: 'scanCode', key: 'expiration' })
  })
})

describe('what is refused, with the exact reason', () => {
  test.each([
    ['no GS', 'sgtin', markingCode(1).replaceAll('\u001d', ''), { code: 'markingNoGs' }],
    ['Cyrillic', 'sgtin', markingCode(1).replace('91EE', '91ЕЕ'), { code: 'markingCyrillic', at: 34, char: 'Е' }],
    ['no crypto part', 'sgtin', markingCode(1).slice(0, 31), { code: 'markingNoCrypto' }],
    ['too long', 'sgtin', `${markingCode(1)}\u001d${'93'.padEnd(60, 'x')}`, { code: 'markingLength', length: 146 }],
    ['a cut tail', 'sgtin', markingCode(1).slice(0, -1), { code: 'markingTail' }],
    ['IMEI by Luhn', 'imei', '354912345678901', { code: 'imeiLuhn' }],
    ['GTIN check digit', 'gtin', '4601234567890', { code: 'gtinCheckDigit', expected: '3' }],
    ['a date too near', 'expiration', '01.09.2026', { code: 'expirationTooSoon', days: 29, minimum: 30 }],
    ['a past date', 'expiration', '01.09.2025', { code: 'expirationTooSoon', days: -336, minimum: 30 }],
    ['no such day', 'expiration', '31.02.2027', { code: 'expirationNoSuchDay' }]
  ] as const)('%s', (_name, key, text, problem) => {
    const desk = atTable(everything)
    desk.scan(text)
    expect(desk.message).toMatchObject({ code: 'badCode', key, problem })
    expect(desk.order(1).codes).toEqual({})
  })

  test('thirty days ahead is just enough', () => {
    const desk = atTable({ requiredMeta: ['expiration'] })
    desk.scan('02.09.2026')
    expect(desk.said).toBe('goOn printing')
  })

  test('a code that is used, with where and when', () => {
    const codes = { sgtin: entry(markingCode(1)), imei: entry(makeImei(1)), uin: entry(makeUin(1)) }
    const desk = atTable(everything, packedOrder(5, { skus: [SCARF] }, { codes }))
    for (const text of [markingCode(1), makeImei(1), makeUin(1)]) {
      desk.scan(text)
      expect(desk.message).toEqual({ code: 'codeUsed', orderId: 5, at: NOW - 120_000 })
    }
  })

  test('every unit code is in the register from its scan on', () => {
    const desk = atTable(everything)
    desk.scan(codeFor('sgtin', 1), codeFor('imei', 1), codeFor('uin', 1), GOOD_DATE)
    expect([...desk.register.keys()]).toEqual([codeFor('sgtin', 1), codeFor('imei', 1), codeFor('uin', 1)])
  })

  test('GTINs and dates may be the same on many orders', () => {
    const codes = { gtin: entry(makeEan13(7)), expiration: entry(GOOD_DATE) }
    const desk = atTable({ requiredMeta: ['gtin', 'expiration'] }, packedOrder(5, {}, { codes }))
    desk.scan(makeEan13(7), GOOD_DATE)
    expect(desk.said).toBe('goOn printing')
    expect(desk.register.size).toBe(0)
  })

  test('a second code of a key that is the same', () => {
    const desk = atTable(everything)
    desk.scan(markingCode(1), markingCode(1))
    expect(desk.message).toEqual({ code: 'codeAlreadyHere', key: 'sgtin' })
    desk.scan(GOOD_DATE, GOOD_DATE)
    expect(desk.message).toEqual({ code: 'codeAlreadyHere', key: 'expiration' })
    expect([...desk.register.keys()]).toEqual([markingCode(1)])
  })

  test.each(['sgtin', 'imei', 'uin', 'expiration', 'customsDeclaration'] as const)(
    'a second %s that differs asks; no keeps the first, yes replaces it',
    key => {
      const other = key === 'expiration' ? '01.12.2027' : codeFor(key, 2)
      const desk = atTable(everything)
      desk.scan(codeFor(key, 1), other)
      expect(desk.message).toMatchObject({ code: 'replaceCode', key })
      desk.command('no')
      expect(desk.order(1).codes[key]?.values[0]).toBe(codeFor(key, 1))
      desk.scan(other)
      desk.command('yes')
      expect(desk.order(1).codes[key]?.values[0]).toBe(other)
      expect([...desk.register.keys()]).toEqual(isUnique(key) ? [other] : [])
      desk.command('undo')
      expect(desk.order(1).codes).toEqual({})
    }
  )

  test('a marking code is told by its serial number, and replaced at the marketplace too', () => {
    const desk = atTable({ requiredMeta: ['sgtin'] })
    desk.scan(markingCode(1))
    desk.sendAll()
    desk.scan(markingCode(2))
    const { message } = desk
    expect(message.code === 'replaceCode' && markingCode(1).slice(18).startsWith(message.here)).toBe(true)
    expect(message.code === 'replaceCode' && message.here !== message.value).toBe(true)
    desk.command('yes')
    expect(desk.queued.map(({ kind }) => kind)).toEqual(['setMeta', 'deleteMeta', 'setMeta'])
  })

  test('a code that the order does not ask for', () => {
    const desk = atTable({})
    for (const [text, key] of [
      [markingCode(1), 'sgtin'],
      [makeImei(1), 'imei'],
      [makeUin(1), 'uin'],
      [GOOD_DATE, 'expiration'],
      ['107/010624/0000302', 'customsDeclaration']
    ] as const) {
      desk.scan(text)
      expect(desk.message).toEqual({ code: 'codeNotNeeded', key })
    }
  })

  test('another product, another sticker, and the item once more', () => {
    const waiting = atTable({ requiredMeta: ['uin'] }, order(2, { skus: [SCARF] }))
    waiting.scan(SCARF)
    expect(waiting.message).toEqual({ code: 'wrongProduct', expected: 'mug' })
    waiting.scan(STRANGER)
    expect(waiting.said).toBe('refused wrongProduct')
    const desk = atTable({}, order(2, { skus: [SCARF] }))
    desk.scan(stickerOf(2).barcode)
    expect(desk.message).toEqual({ code: 'wrongSticker', expected: '9001' })
    desk.scan('!nobodys')
    expect(desk.said).toBe('refused wrongSticker')
    desk.scan(MUG)
    expect(desk.message).toEqual({ code: 'finishCurrent', orderId: 1 })
    desk.scan('what is this')
    expect(desk.message).toEqual({ code: 'notFound', text: 'what is this' })
  })

  test.each([
    ['an IMEI of 14 digits', 'imei', makeImei(1).slice(0, 14), { code: 'imeiLength', length: 14 }],
    ['an IMEI with a letter', 'imei', `${makeImei(1).slice(0, 14)}O`, { code: 'imeiNotDigits' }],
    ['a UIN of 15 digits', 'uin', makeUin(1).slice(0, 15), { code: 'uinLength', length: 15 }],
    ['a torn declaration', 'customsDeclaration', '10704010/0106', { code: 'declarationFormat' }],
    ['a word for a date', 'expiration', 'tomorrow', { code: 'expirationFormat' }],
    ['a web address for a marking code', 'sgtin', 'https://shop.example/15', { code: 'markingStructure' }]
  ] as const)('%s, where the screen asks for that code', (_name, key, text, problem) => {
    const desk = atTable({ requiredMeta: [key] })
    desk.scan(text)
    expect(desk.message).toEqual({ code: 'badCode', key, problem })
  })

  test('a long text nobody knows, where a marking code is wanted, is told what it lacks as one', () => {
    const desk = atTable({ requiredMeta: ['sgtin'] })
    desk.scan('00000046210654abcdefghijk')
    expect(desk.message).toMatchObject({ code: 'badCode', problem: { code: 'markingStructure' } })
  })
})
