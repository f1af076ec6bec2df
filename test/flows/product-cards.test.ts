import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { makePracticeToken } from '../../electron/practice/marketplace/http/token.ts'
import { startRig } from '../support/station-rig.ts'
import type { RigOptions } from '../support/station-rig.ts'
import { makePng } from '../support/make-png.ts'
import { until } from '../support/until.ts'

async function rigOf(article: string, options: RigOptions = {}) {
  const rig = await startRig({ orders: 0, ...options })
  const [orderId = 0] = rig.marketplace.control.addOrders(1, { article })
  await rig.refresh('the order', ({ counts }) => counts.fresh === 1)
  const card = async () => (await rig.call('cards.of', { orderIds: [orderId] }))[0]
  const begin = async () => {
    const begun = await rig.call('cards.beginOwn')
    return begun.kind === 'open' ? begun.batch : begun.kind
  }
  const own = async (lines: readonly { code: string; place?: string; name?: string; picture?: string }[]) => {
    const batch = await begin()
    const cards = lines.map(line => ({ name: '', color: '', size: '', place: '', picture: '', ...line }))
    expect(await rig.call('cards.keepOwn', { batch, cards })).toBe(true)
    expect(await rig.call('cards.ownIsWhole', { batch })).toBe(true)
  }
  return { rig, orderId, card, own, begin }
}

test('name, colour, size and picture come from the seller’s card, and stay here without a network and after a restart', async () => {
  const { rig, card } = await rigOf('tshirt-basic-m-white')
  const told = { name: 'Футболка базовая, белая, размер M', color: 'белый', size: 'M', place: '' }
  await until('the card', async () => (await card())?.name === told.name)
  expect(await card()).toMatchObject(told)
  const name = (await card())?.picture ?? ''
  await until('its picture', async () => (await rig.call('cards.picture', { name })) !== null)
  const picture = await rig.call('cards.picture', { name })
  expect(picture).toMatch(/^data:image\/png;base64,iVBOR/)

  await rig.stop()
  await rig.network.cut()
  await rig.start()
  await rig.when('the banner', ({ network }) => network.kind === 'offline')
  expect(await card()).toEqual({ ...told, picture: name })
  expect(await rig.call('cards.picture', { name })).toBe(picture)
  await rig.network.mend()
  expect(rig.errors()).toEqual([])
})

test('pictures of open orders are fetched before anybody looks', async () => {
  const { rig, card } = await rigOf('mug-enamel-350')
  await until('the card', async () => (await card()) !== null)
  // It looks for them at the start, and then once in a while.
  await rig.stop()
  await rig.start()
  const pictures = () => readdirSync(rig.dataDirectory, { recursive: true, encoding: 'utf8' }).filter(isPicture)
  await until('a picture on disk', () => pictures().length === 1)
  expect(rig.errors()).toEqual([])
})

test('the seller’s own list goes before the card, a barcode before an article, and a new list takes the former one’s place', async () => {
  const { rig, orderId, card, own, begin } = await rigOf('mug-enamel-350', {
    token: makePracticeToken(11, Date.now(), { content: false })
  })
  expect(await card()).toBeNull()
  const { barcode } = rig.thing(orderId)
  const data = Buffer.from(makePng({ width: 1, rows: [[0]], depth: 8, colorType: 0 })).toString('base64')
  const former = await begin()
  const picture = await rig.call('cards.keepPicture', { batch: former, data })
  expect(picture).toMatch(/^o-/)
  await rig.call('cards.leaveOwn', { batch: former })
  await own([
    { code: 'MUG-enamel-350', name: 'Кружка', place: 'A-2', picture: picture ?? '' },
    { code: barcode, place: 'B-7' }
  ])
  expect(await card()).toEqual({ name: 'Кружка', color: '', size: '', place: 'B-7', picture })
  expect(await rig.call('cards.picture', { name: picture ?? '' })).toBe(`data:image/png;base64,${data}`)
  expect(await rig.call('cards.ownCount')).toBe(2)

  await own([{ code: 'mug-enamel-350', place: 'C-1' }])
  expect(await card()).toEqual({ name: '', color: '', size: '', place: 'C-1', picture: null })
  expect(await rig.call('cards.ownCount')).toBe(1)
  expect(await rig.call('cards.picture', { name: picture ?? '' })).toBeNull()
})

test('what is no picture is not kept, and no name leads out of the folder', async () => {
  const { rig, begin } = await rigOf('mug-enamel-350')
  const page = Buffer.from('<svg onload="alert(1)">').toString('base64')
  expect(await rig.call('cards.keepPicture', { batch: await begin(), data: page })).toBeNull()
  expect(await rig.invoke('cards.picture', { name: join('..', 'verstak.sqlite') })).toMatchObject({ ok: false })
})

test('a list without a line leaves the former one where it is; two are never read at once, and one that was left makes way', async () => {
  const { rig, own, begin } = await rigOf('mug-enamel-350')
  await own([{ code: 'mug-enamel-350', place: 'A-1' }])
  const batch = await begin()
  expect(await rig.call('cards.ownIsWhole', { batch })).toBe(false)
  expect(await rig.call('cards.ownCount')).toBe(1)
  const line = { code: 'lamp', name: '', color: '', size: '', place: 'B-2', picture: '' }
  expect(await begin()).toBe('busy')
  expect(await rig.call('cards.keepOwn', { batch, cards: [line] })).toBe(true)
  await rig.call('cards.leaveOwn', { batch })
  expect(await rig.call('cards.keepOwn', { batch, cards: [line] })).toBe(false)
  expect(await rig.call('cards.ownIsWhole', { batch })).toBe(false)

  const left = await begin()
  rig.skipTime(2 * 60_000)
  const next = await begin()
  expect([left, next]).not.toContain('busy')
  expect(await rig.call('cards.keepOwn', { batch: left, cards: [line] })).toBe(false)
})

test('a long list is looked through page by page, and of a former one nothing stays', async () => {
  const { rig, own, begin } = await rigOf('mug-enamel-350')
  const lines = (count: number, from: number) =>
    Array.from({ length: count }, (_, at) => ({
      name: '',
      color: '',
      size: '',
      place: 'A',
      picture: '',
      code: `c${from + at}`
    }))
  const batch = await begin()
  for (let from = 0; from < 900; from += 100) {
    expect(await rig.call('cards.keepOwn', { batch, cards: lines(100, from) })).toBe(true)
  }
  expect(await rig.call('cards.ownIsWhole', { batch })).toBe(true)
  expect(await rig.call('cards.ownCount')).toBe(900)
  await own(lines(50, 870))
  expect(await rig.call('cards.ownCount')).toBe(50)
})

test('where there is a lead a list begins by the lead’s word, and the log has one line of it', async () => {
  const { rig, own } = await rigOf('mug-enamel-350')
  await rig.call('packers.save', { id: '7', name: 'Anna' })
  await rig.call('lead.setPin', { packerId: '7', pin: '73915264' })
  expect(await rig.invoke('cards.beginOwn', undefined)).toMatchObject({ ok: false, error: { kind: 'needsLead' } })
  await rig.call('lead.enter', { pin: '73915264' })
  await own([{ code: 'mug-enamel-350', place: 'A-1' }])
  const acts = (await rig.call('history.list', { offset: 0, limit: 50 })).filter(({ kind }) => kind === 'leadAct')
  expect(acts.map(({ facts }) => facts)).toEqual([expect.stringContaining('"cards.beginOwn"')])
})

function isPicture(path: string): boolean {
  return /pictures.w-[0-9a-f]{32}$/.test(path)
}
