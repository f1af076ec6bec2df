import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import type { MarketplaceState } from '../../electron/practice/marketplace/marketplace.ts'
import type { PracticeThing } from '../../shared/contract/practice-methods.ts'
import { commandBarcode } from '../../shared/domain/scanning/commands.ts'
import type { View } from '../../shared/view/view.ts'
import { decodePng } from '../support/decode.ts'
import { openPractice } from '../support/practice-desk.ts'
import { awaitView, call, marketplaceOf, openSupply } from '../support/practice-page.ts'
import { createWedgeScanner } from '../support/wedge-scanner.ts'

/** Orders packed before the network goes, and while it is away. */
const BEFORE_OUTAGE = 8
const IN_OUTAGE = 10

test('thirty orders are packed with a keyboard-wedge scanner alone, through an outage, each sent and printed once', async () => {
  const { page, folder } = await openPractice('30,0,0', 768)
  const marketplace = await marketplaceOf(folder)
  const { scan } = await createWedgeScanner(page)
  const packer = { page, scan, labels: new Map<string, string>() }
  await awaitView(page, 'thirty fresh orders', view => view.counts.fresh === 30)
  // The machine of a test may stumble between keys, and the test scans faster than a hand.
  await call(page, 'settings.set', { wedgeGapMs: 500, repeatMs: 0 })

  const first = await takeSupply(packer)
  expect(first.length).toBe(26)
  for (const thing of first.slice(0, BEFORE_OUTAGE)) await pack(packer, thing)
  await marketplace.post('faults', { away: true })
  for (const thing of first.slice(BEFORE_OUTAGE, BEFORE_OUTAGE + IN_OUTAGE)) await pack(packer, thing)
  await expectBanner(page)
  await marketplace.post('faults', { away: false })
  for (const thing of first.slice(BEFORE_OUTAGE + IN_OUTAGE)) await pack(packer, thing)
  await closeSupply(packer)

  const second = await takeSupply(packer)
  expect(second.length).toBe(4)
  for (const thing of second) await pack(packer, thing)
  await closeSupply(packer)

  const view = await awaitView(page, 'an empty queue', ({ network }) => network.waiting === 0)
  expect(view.packedToday).toBe(30)
  expect(view.network.attention).toBe(0)
  const state = await marketplace.state()
  expectOrders(state, [...first, ...second])
  expectRequests(state)
  await expectLabels(packer, state)
})

interface Packer {
  readonly page: Page
  readonly scan: (text: string) => Promise<void>
  /** PNGs of what the practice printer put out, by its own number. */
  readonly labels: Map<string, string>
}

/** Takes everything of the oldest order's kind into a new supply; the units on the table that belong to it. */
async function takeSupply({ page, scan }: Packer): Promise<readonly PracticeThing[]> {
  const supply = await openSupply(page, scan)
  const all = { search: '', offset: 0, limit: 200 }
  const supplyId = supply.batch?.id ?? ''
  const rows = await expect
    .poll(async () => (await call(page, 'orders.list', { ...all, lives: null, supplyId })).rows)
    .toSatisfy((orders: readonly { readonly partB: string | null }[]) => orders.every(({ partB }) => partB !== null))
    .then(() => call(page, 'orders.list', { ...all, lives: null, supplyId }))
  const mine = new Set(rows.rows.map(({ id }) => id))
  return (await call(page, 'practice.things', undefined)).filter(({ orderId }) => mine.has(orderId))
}

/** Packs one unit by what the screen asks for, with scans only. */
async function pack({ page, scan, labels }: Packer, thing: PracticeThing): Promise<void> {
  const before = (await call(page, 'view.get', undefined)).packedToday
  for (;;) {
    const view = await awaitView(page, 'the label', ({ feedback }) => feedback.message.code !== 'printing')
    if (view.packedToday > before) break
    const text = nextScan(view, thing)
    await scan(text)
    await awaitView(page, `an answer to ${text}`, next => next.notes[0]?.id !== view.notes[0]?.id)
  }
  for (const { id, png } of await call(page, 'practice.labels', undefined)) labels.set(id, png)
}

function nextScan(view: View, thing: PracticeThing): string {
  if (view.feedback.face === 'ask') return commandBarcode('yes')
  const step = view.order?.steps.find(({ state }) => state === 'now')?.kind ?? 'item'
  if (step === 'scanBack') return view.order?.sticker?.barcode ?? ''
  const kind = step === 'item' || step === 'product' ? 'barcode' : step
  const code = thing.codes.find(one => one.kind === kind)
  if (code === undefined) throw new Error(`${thing.article} has no ${kind}: ${JSON.stringify(view.feedback)}`)
  return code.text
}

async function closeSupply({ page, scan, labels }: Packer): Promise<void> {
  await scan(commandBarcode('supplyDone'))
  await awaitView(page, 'the delivery', ({ feedback }) => feedback.message.code === 'supplyDelivered')
  const count = labels.size
  await expect
    .poll(async () => {
      for (const { id, png } of await call(page, 'practice.labels', undefined)) labels.set(id, png)
      return labels.size
    })
    .toBe(count + 1)
}

/** The page itself says that the network is away and how much waits. */
async function expectBanner(page: Page): Promise<void> {
  const { network } = await awaitView(page, 'the outage', view => view.network.kind === 'offline')
  expect(network.waiting).toBeGreaterThan(0)
  expect(network.oldestAt).not.toBeNull()
  const status = page.locator('.status').first()
  await expect.poll(() => status.textContent()).toContain(String(network.waiting))
}

/** Every order in delivery, with exactly the codes of its own unit. */
function expectOrders(state: MarketplaceState, things: readonly PracticeThing[]): void {
  expect(state.orders.map(({ supplierStatus }) => supplierStatus)).toEqual(Array(30).fill('complete'))
  for (const order of state.orders) {
    const thing = things.find(({ orderId }) => orderId === order.id)
    const wanted = (thing?.codes ?? [])
      .filter(({ kind }) => order.requiredMeta.some(key => key === kind))
      .map(({ kind, text }) => [kind, [text]])
    expect(order.meta).toEqual(Object.fromEntries(wanted))
  }
}

/** Nothing over the limits, and no write that took place was sent again. */
function expectRequests({ requests }: MarketplaceState): void {
  expect(requests.filter(({ status }) => status === 429)).toEqual([])
  const writes = requests.filter(
    ({ method, path }) => method !== 'GET' && !/\/(status|stickers\?.*|meta)$/.test(path) && !path.includes('/stickers')
  )
  const committed = writes.filter(({ outcome, status }) => outcome === 'answered' && status < 300)
  const names = committed.map(({ method, path, body }) => `${method} ${path} ${JSON.stringify(body)}`)
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([])
  expect(committed.filter(({ path }) => path.endsWith('/deliver')).length).toBe(2)
  expect(writes.filter(({ status }) => status >= 400)).toEqual([])
}

/** Every sticker came out once, and each supply's QR once: read back from the pictures. */
async function expectLabels({ labels }: Packer, state: MarketplaceState): Promise<void> {
  const read: string[] = []
  for (const png of labels.values()) read.push(...(await decodePng(Buffer.from(png, 'base64'))))
  const wanted = [...state.orders.map(({ sticker }) => sticker.barcode), ...state.supplies.map(({ id }) => id)]
  expect(read.toSorted()).toEqual(wanted.toSorted())
}
