import { describe, expect, test } from 'vitest'
import {
  carrierSchema,
  NEW_SPOT,
  sameCarrier,
  withCarrier,
  EMPTY_SPOT_BOOK
} from '../../../../../shared/domain/orders/spot.ts'
import type { SpotCarrier } from '../../../../../shared/domain/orders/spot.ts'
import type { Supply } from '../../../../../shared/domain/orders/supplies.ts'
import { newDesk, SUPPLY, supply } from '../support.ts'
import type { Desk } from '../support.ts'

const CARRIER: SpotCarrier = {
  name: 'Ала-Тоо Транс',
  taxNumber: '02912345678901',
  countryCode: '417',
  vehicle: '01KG123ABC',
  trailer: null
}
const OTHER: SpotCarrier = { ...CARRIER, vehicle: '01KG999XYZ' }

function deskWith(part: Partial<Supply> = { spot: NEW_SPOT }): Desk {
  return newDesk({ supplies: [supply(SUPPLY, { state: 'delivered', ...part })], supplyId: null })
}

const spotOf = (desk: Desk) => desk.bench.supplies.get(SUPPLY)?.spot
const name = (desk: Desk, carrier = CARRIER) => desk.act({ kind: 'nameCarrier', supplyId: SUPPLY, carrier })
const seen = (desk: Desk, status: string, carrier: SpotCarrier | null = CARRIER, trouble = '') =>
  desk.act({ kind: 'spotsSeen', spots: [{ remoteId: SUPPLY, carrier, status, trouble }] })
const stickerComes = (desk: Desk) =>
  desk.act({ kind: 'printOwn', sources: [{ kind: 'spotSticker', supplyId: SUPPLY }] })

describe('a carrier', () => {
  test('is told, checked, and its sticker printed once; it is proposed the next time', () => {
    const desk = deskWith()
    name(desk)
    expect(desk.queued).toEqual([{ kind: 'setSpot', supplyId: SUPPLY, carrier: CARRIER }])
    expect(spotOf(desk)?.state).toEqual({ kind: 'queued' })
    desk.sendAll()
    expect(spotOf(desk)?.state).toEqual({ kind: 'pending' })
    seen(desk, 'pending')
    seen(desk, 'completed')
    expect(spotOf(desk)).toMatchObject({ state: { kind: 'completed' }, sticker: 'wanted' })
    stickerComes(desk)
    seen(desk, 'completed')
    expect(spotOf(desk)?.sticker).toBe('here')
    expect(desk.prints.map(({ source }) => source.kind)).toEqual(['spotSticker'])
    expect(desk.bench.spot.carriers).toEqual([CARRIER])
  })

  test('that did not pass is named anew; one that passed or is being checked is not', () => {
    const desk = deskWith()
    name(desk)
    desk.sendAll()
    name(desk, OTHER)
    expect(desk.said).toBe('refused notNow')
    seen(desk, 'failed', CARRIER, 'doppFailed')
    expect(spotOf(desk)?.state).toEqual({ kind: 'failed', code: 'doppFailed' })
    name(desk, OTHER)
    desk.sendAll()
    expect(desk.queued).toHaveLength(2)
    seen(desk, 'completed', OTHER)
    name(desk)
    expect(desk.queued).toHaveLength(2)
    expect(desk.bench.spot.carriers).toEqual([OTHER, CARRIER])
  })

  test('named anew before the first had left: what is told of the first changes nothing', () => {
    const desk = deskWith()
    name(desk)
    name(desk, OTHER)
    const [first] = desk.waiting
    if (first === undefined) throw new Error('nothing waits')
    desk.carryOut(first)
    expect(spotOf(desk)).toMatchObject({ carrier: OTHER, state: { kind: 'queued' } })
    seen(desk, 'failed', CARRIER, 'doppFailed')
    expect(spotOf(desk)).toMatchObject({ carrier: OTHER, state: { kind: 'queued' } })
    desk.sendAll()
    expect(spotOf(desk)?.state).toEqual({ kind: 'pending' })
  })

  test('that is refused is named anew, and the marketplace’s own word is kept', () => {
    const desk = deskWith()
    name(desk)
    desk.refuse('setSpot', 'SpotActionNotAllowed')
    expect(spotOf(desk)?.state).toEqual({ kind: 'refused', code: 'SpotActionNotAllowed' })
    // Somebody named one on the portal meanwhile, and it has passed: the sticker is wanted all the same.
    seen(desk, 'completed', OTHER)
    expect(spotOf(desk)).toMatchObject({ carrier: OTHER, sticker: 'wanted' })
  })

  test('of a supply that goes no such way, or is not delivered yet, is refused', () => {
    for (const desk of [deskWith({ spot: null }), deskWith({}), newDesk()]) {
      name(desk)
      expect(desk.said).toBe('refused notNow')
      expect(desk.queued).toEqual([])
    }
  })

  test('is checked to the documents’ bounds before it is sent', () => {
    const parse = (part: Partial<SpotCarrier>) => carrierSchema.safeParse({ ...CARRIER, ...part }).success
    expect(parse({ name: 'я'.repeat(1000), taxNumber: '1'.repeat(50), vehicle: 'x'.repeat(30) })).toBe(true)
    expect(parse({ trailer: 'x'.repeat(30) })).toBe(true)
    for (const wrong of [
      { name: ' ' },
      { name: 'я'.repeat(1001) },
      { taxNumber: '' },
      { taxNumber: '1'.repeat(51) },
      { countryCode: '41' },
      { countryCode: 'KGZ' },
      { vehicle: '' },
      { vehicle: 'x'.repeat(31) },
      { trailer: '' },
      { trailer: 'x'.repeat(31) }
    ])
      expect(parse(wrong), JSON.stringify(wrong)).toBe(false)
  })
})

describe('the way', () => {
  const news = (goesBySpot: boolean | undefined, done = true) => ({
    remoteId: SUPPLY,
    name: 'S',
    createdAt: 1,
    done,
    cargoType: 1,
    ...(goesBySpot !== undefined && { goesBySpot })
  })

  test('is learned once the supply is delivered, and is not forgotten', () => {
    const desk = newDesk({ supplies: [supply(SUPPLY)], supplyId: null })
    const told = (...args: Parameters<typeof news>) => desk.act({ kind: 'suppliesSeen', supplies: [news(...args)] })
    told(false, false)
    expect(spotOf(desk)).toBeUndefined()
    told(undefined)
    expect(spotOf(desk)).toBeUndefined()
    told(true)
    expect(spotOf(desk)).toEqual(NEW_SPOT)
    name(desk)
    told(true)
    told(false)
    expect(spotOf(desk)?.carrier).toEqual(CARRIER)
  })

  test('a sticker of a carrier that was named elsewhere prints when somebody asks for it', () => {
    const desk = deskWith()
    seen(desk, 'completed')
    expect(spotOf(desk)).toMatchObject({ carrier: CARRIER, sticker: 'none' })
    desk.act({ kind: 'reprintSpot', supplyId: SUPPLY, reason: 'other' })
    expect(spotOf(desk)?.sticker).toBe('wanted')
    stickerComes(desk)
    expect(desk.prints).toHaveLength(1)
  })
})

describe('the sticker', () => {
  test('prints again with a reason; the label of unknown fate is settled by that', () => {
    const desk = deskWith({ spot: { carrier: CARRIER, state: { kind: 'completed' }, sticker: 'wanted' } })
    stickerComes(desk)
    desk.loseAll()
    desk.act({ kind: 'reprintSpot', supplyId: SUPPLY, reason: 'lost' })
    desk.printAll()
    const jobs = [...desk.bench.jobs.values()].map(({ reason, state }) => [reason, state.kind])
    expect(jobs).toEqual([
      [null, 'failed'],
      ['lost', 'confirmed']
    ])
  })

  test('of a carrier that has not passed does not print', () => {
    const desk = deskWith()
    desk.act({ kind: 'reprintSpot', supplyId: SUPPLY, reason: 'lost' })
    expect(desk.said).toBe('refused nothingToReprint')
    expect(desk.prints).toEqual([])
  })
})

test('the carriers proposed are few, without doubles, the newest first', () => {
  const numbered = (vehicle: number): SpotCarrier => ({ ...CARRIER, vehicle: String(vehicle) })
  const book = [1, 2, 3, 4, 5, 6, 7, 8, 9, 3].map(numbered).reduce(withCarrier, EMPTY_SPOT_BOOK)
  expect(book.carriers.map(({ vehicle }) => vehicle)).toEqual(['3', '9', '8', '7', '6', '5', '4', '2'])
  expect(sameCarrier(CARRIER, { ...CARRIER, trailer: 'T' })).toBe(false)
})
