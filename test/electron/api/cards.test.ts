import { expect, onTestFinished, test } from 'vitest'
import { createCardsClient } from '../../../electron/api/cards.ts'
import { makePracticeToken } from '../../../electron/practice/marketplace/http/token.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'
import { json, startFaultyServer } from './faulty-server.ts'
import { letRun, openShop } from './practice.ts'

async function open(content: boolean) {
  const shop = await openShop({ edition: 'successor', orders: 30 })
  onTestFinished(() => shop.close())
  const { clock, marketplace } = shop
  const token = marketplace.control.issueToken({ content })
  const client = createCardsClient({ url: marketplace.url, token, clock, log: quietLog })
  onTestFinished(async () => client?.close())
  return { ...shop, cards: client }
}

test('the cards of a token with the Content category tell the barcodes and the additional GTIN of every size', async () => {
  const { cards, clock, marketplace } = await open(true)
  const reply = await letRun(clock, cards?.cards(null) ?? Promise.reject(new Error('no client')))
  if (reply.kind !== 'ok') throw new Error(JSON.stringify(reply))
  expect(reply.value.next).toBeNull()
  for (const order of marketplace.control.state().orders) {
    const card = reply.value.cards.find(({ nmId }) => nmId === order.nmId)
    const size = card?.sizes.find(({ chrtId }) => chrtId === order.chrtId)
    expect([card?.article, size?.skus]).toEqual([order.article, order.skus])
    const mark = marketplace.control.things().find(({ orderId }) => orderId === order.id)?.markingCode
    if (mark !== undefined) expect([...order.skus, size?.gtin ?? '']).toContain(mark.slice(3, 16))
  }
})

test('a token without the Content category reads no cards', async () => {
  expect((await open(false)).cards).toBeNull()
})

test('a full page is followed by the next one, from where it ended', async () => {
  const clock = createVirtualClock(Date.UTC(2026, 9, 10))
  const card = (nmID: number, gtin?: unknown) => ({
    nmID,
    vendorCode: null,
    sizes: [{ chrtID: nmID, skus: null, gtin }]
  })
  const full = Array.from({ length: 100 }, (_, place) => card(place + 1))
  const server = await startFaultyServer((response, seen, request) => {
    const first = !seen.body.includes('nmID')
    const cards = first ? full : [card(101, 4_600_000_000_017), card(102, ''), card(103, '04600000000017')]
    const cursor = { updatedAt: '2026-10-01T00:00:00Z', nmID: first ? 100 : 103, total: cards.length }
    json(200, { cards, cursor })(response, seen, request)
  })
  onTestFinished(() => server.close())
  const client = createCardsClient({
    url: server.url,
    token: makePracticeToken(1, clock.now()),
    clock,
    log: quietLog
  })
  onTestFinished(async () => client?.close())
  const page = async (cursor: Parameters<NonNullable<typeof client>['cards']>[0]) => {
    const reply = await letRun(clock, client?.cards(cursor) ?? Promise.reject(new Error('no client')))
    if (reply.kind !== 'ok') throw new Error(JSON.stringify(reply))
    return reply.value
  }
  const { cards, next } = await page(null)
  expect([cards.length, next]).toEqual([100, { updatedAt: '2026-10-01T00:00:00Z', nmId: 100 }])
  const rest = await page(next)
  expect(rest.cards.map(({ sizes }) => sizes[0]?.gtin)).toEqual(['4600000000017', null, '04600000000017'])
  expect(rest.next).toBeNull()
  expect(server.seen.map(({ body }) => JSON.parse(body).settings.cursor)).toEqual([
    { limit: 100 },
    { limit: 100, updatedAt: '2026-10-01T00:00:00Z', nmID: 100 }
  ])
})

test('the address of a picture tells when its card changed: a photo that is changed keeps its address', async () => {
  const clock = createVirtualClock(Date.UTC(2026, 9, 10))
  const card = { nmID: 1, photos: [{ c246x328: 'https://basket-10.wbbasket.ru/1.webp' }], sizes: [] }
  const cards = ['2026-10-01T00:00:00Z', '2026-10-02T00:00:00Z', undefined].map(updatedAt => ({ ...card, updatedAt }))
  const server = await startFaultyServer(json(200, { cards, cursor: { total: 3 } }))
  onTestFinished(() => server.close())
  const token = makePracticeToken(1, clock.now())
  const client = createCardsClient({ url: server.url, token, clock, log: quietLog })
  onTestFinished(async () => client?.close())
  const reply = await letRun(clock, client?.cards(null) ?? Promise.reject(new Error('no client')))
  const pictures = reply.kind === 'ok' ? reply.value.cards.map(({ picture }) => picture.split('#')) : []
  expect(pictures.map(([address]) => address)).toEqual(Array.from(cards, () => card.photos[0]?.c246x328))
  expect(pictures.map(([, version]) => version)).toEqual(cards.map(({ updatedAt }) => updatedAt))
})
