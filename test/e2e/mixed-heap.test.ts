import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import type { MarketplaceState } from '../../electron/practice/marketplace/marketplace.ts'
import { createRandom } from '../../electron/practice/marketplace/orders/random.ts'
import { makeTexts } from '../../renderer/i18n/index.ts'
import type { PracticeThing } from '../../shared/contract/practice-methods.ts'
import { commandBarcode, parcelBarcode } from '../../shared/domain/scanning/commands.ts'
import type { View } from '../../shared/view/view.ts'
import { decodePng } from '../support/decode.ts'
import { openPractice } from '../support/practice-desk.ts'
import { awaitView, call, choosePoint, marketplaceOf } from '../support/practice-page.ts'
import { createPtyCable } from '../support/pty.ts'
import { until } from '../support/until.ts'
import { isWrite, repeatedWrites, toWrite } from '../support/write-log.ts'

const HEAP = { fbs: 30, dbs: 15, pickup: 15 }
const ORDERS = HEAP.fbs + HEAP.dbs + HEAP.pickup
/** Any: with another the things lie in another order. */
const SEED = 10

test('one table packs a mixed heap of sixty orders of three schemes by scanner alone, each sent and printed once', async () => {
  const { page, folder } = await openPractice(Object.values(HEAP).join(','), 768)
  const marketplace = await marketplaceOf(folder)
  const packer = await takeScanner(page)
  await awaitView(page, 'the heap', view => view.counts.fresh === ORDERS)

  await claimAll(packer)
  const things = createRandom(SEED).shuffled(await call(page, 'practice.things', undefined))
  const unitOf = new Map<number, PracticeThing>()
  for (const thing of things) unitOf.set(await pack(packer, thing, things), thing)
  expect(unitOf.size).toBe(ORDERS)
  await handOverAll(packer)

  const view = await awaitView(page, 'an empty queue', ({ network }) => network.waiting === 0)
  expect(view).toMatchObject({ packedToday: ORDERS, batch: null, network: { attention: 0 } })
  const state = await until('the last verdicts', async () => {
    const now = await marketplace.state()
    const { dbsOrders, pickupOrders } = now
    return [...dbsOrders, ...pickupOrders].some(({ supplierStatus }) => supplierStatus === 'confirm') ? null : now
  })
  expectOrders(state, unitOf, things)
  expectRequests(state)
  await expectLabels(packer, state)
}, 300_000)

interface Packer {
  readonly page: Page
  /** Reads a text with the serial scanner; the view once the station has answered. */
  readonly scan: (text: string) => Promise<View>
  /** PNGs of what the practice printer put out, by its own number. */
  readonly labels: Map<string, string>
}

/** Plugs a serial scanner into the station. */
async function takeScanner(page: Page): Promise<Packer> {
  const cable = await createPtyCable()
  onTestFinished(() => cable.close())
  const scanners = [{ kind: 'serial', name: 'hand', path: cable.path }] as const
  await call(page, 'settings.set', { scanners: [...scanners], repeatMs: 0, language: 'ru', pollSeconds: 5 })
  await awaitView(page, 'the scanner', view => view.scanners.some(({ state }) => state === 'ready'))
  return {
    page,
    labels: new Map(),
    async scan(text) {
      const before = (await call(page, 'view.get', undefined)).notes[0]?.id
      await cable.send(new TextEncoder().encode(`${text}\r`))
      return awaitView(page, `an answer to ${text}`, ({ notes }) => notes[0]?.id !== before)
    }
  }
}

/** Takes the whole heap into supplies and rounds; a supply that asks where it goes takes the first point. */
async function claimAll({ page, scan }: Packer): Promise<void> {
  while ((await call(page, 'view.get', undefined)).counts.fresh > 0) {
    await scan(commandBarcode('newSupply'))
    await choosePoint(page, scan)
  }
  const all = { lives: null, supplyId: null, search: '', offset: 0, limit: 200 }
  await until('all stickers', async () =>
    (await call(page, 'orders.list', all)).rows.every(({ partB }) => partB !== null)
  )
}

/** Packs one unit by what the screen asks for, with scans only; the order that it went into. */
async function pack(packer: Packer, thing: PracticeThing, things: readonly PracticeThing[]): Promise<number> {
  const { page, scan } = packer
  const before = (await call(page, 'view.get', undefined)).packedToday
  let orderId = 0
  for (;;) {
    const view = await awaitView(page, 'the label', ({ feedback }) => feedback.message.code !== 'printing')
    if (view.packedToday > before) break
    if (view.order !== null && view.order.id !== orderId) {
      orderId = view.order.id
      await expectShown(page, view.order)
    }
    await scan(nextScan(view, thing, things))
  }
  await takeLabels(packer)
  return orderId
}

/** The page shows what the station has: the order, and whose delivery it is where it is not the marketplace's. */
async function expectShown(page: Page, { article, scheme }: NonNullable<View['order']>): Promise<void> {
  const { names } = makeTexts('ru')
  const wanted = [article, ...(scheme.kind === 'fbs' ? [] : [names.schemes[scheme.kind]])]
  await until(`the page shows ${wanted.join(', ')}`, async () => {
    const text = await page.textContent('body')
    return wanted.every(part => text?.includes(part))
  })
}

function nextScan(view: View, thing: PracticeThing, things: readonly PracticeThing[]): string {
  if (view.feedback.face === 'ask' || view.feedback.note?.code === 'otherSupply') return commandBarcode('yes')
  const step = view.order?.steps.find(({ state }) => state === 'now')?.kind ?? 'item'
  if (step === 'scanBack') return view.order?.sticker?.barcode ?? ''
  const code = codeOn(thing, step === 'item' || step === 'product' ? 'barcode' : step, things)
  if (code === undefined) throw new Error(`${thing.article} has no ${step}: ${JSON.stringify(view.feedback)}`)
  return code
}

/** What is on the unit itself, or on every unit of its product: a date stands on those too whose own order asks for none. */
function codeOn(thing: PracticeThing, wanted: string, things: readonly PracticeThing[]): string | undefined {
  const isShared = wanted === 'expiration' || wanted === 'gtin'
  const bearers = isShared ? [thing, ...things.filter(({ article }) => article === thing.article)] : [thing]
  return bearers.flatMap(({ codes }) => codes).find(({ kind }) => kind === wanted)?.text
}

/** Closes every supply and sends off every round that still waits, found by the scanner alone. */
async function handOverAll(packer: Packer): Promise<void> {
  const { page, scan } = packer
  for (;;) {
    const view = await awaitView(page, 'no supply on its way', isNotClosing)
    if (view.question !== null) throw new Error(`a question: ${JSON.stringify(view.question)}`)
    if (view.batch !== null) await scan(commandBarcode('supplyDone'))
    else if (view.feedback.note?.code === 'leftSupply') await scan(commandBarcode('yes'))
    else break
  }
  const supplies = (await call(page, 'supplies.list', undefined)).length
  await until('the QR labels', async () => {
    await takeLabels(packer)
    return packer.labels.size === ORDERS + supplies
  })
}

function isNotClosing({ feedback }: View): boolean {
  return feedback.message.code !== 'supplyClosing'
}

async function takeLabels({ page, labels }: Packer): Promise<void> {
  for (const { id, png } of await call(page, 'practice.labels', undefined)) labels.set(id, png)
}

/** FBS complete in a supply, DBS with the courier, pickup ready: each with exactly the codes of the unit that went into it. */
function expectOrders(
  state: MarketplaceState,
  unitOf: ReadonlyMap<number, PracticeThing>,
  things: readonly PracticeThing[]
): void {
  const supplies = new Set(state.supplies.filter(({ done }) => done).map(({ id }) => id))
  const orders = [...state.orders, ...state.dbsOrders, ...state.pickupOrders]
  expect(orders).toHaveLength(ORDERS)
  expect(state.orders.filter(({ supplyId }) => !supplies.has(supplyId ?? ''))).toEqual([])
  expect(state.orders.map(({ supplierStatus }) => supplierStatus)).toEqual(Array(HEAP.fbs).fill('complete'))
  expect(state.dbsOrders.map(({ supplierStatus }) => supplierStatus)).toEqual(Array(HEAP.dbs).fill('deliver'))
  expect(state.pickupOrders.map(({ supplierStatus }) => supplierStatus)).toEqual(Array(HEAP.pickup).fill('prepare'))
  for (const { id, article, requiredMeta, meta } of orders) {
    const unit = unitOf.get(id)
    expect(unit?.article).toBe(article)
    const wanted = requiredMeta.map(key => [key, [unit && codeOn(unit, key, things)]])
    expect(meta, article).toEqual(Object.fromEntries(wanted))
  }
}

/** Nothing refused, and no write that took place was sent again. */
function expectRequests({ requests }: MarketplaceState): void {
  expect(requests.filter(({ status }) => status >= 400)).toEqual([])
  const writes = requests.filter(isWrite).map(toWrite)
  expect(writes.length).toBeGreaterThan(0)
  expect(repeatedWrites(writes)).toEqual([])
}

/** Every sticker and parcel label came out once, and each supply's QR once: read back from the pictures. */
async function expectLabels({ labels }: Packer, state: MarketplaceState): Promise<void> {
  const read: string[] = []
  for (const png of labels.values()) read.push(...(await decodePng(Buffer.from(png, 'base64'))))
  const wanted = [
    ...state.orders.map(({ sticker }) => sticker.barcode),
    ...[...state.dbsOrders, ...state.pickupOrders].map(({ id }) => parcelBarcode(id)),
    ...state.supplies.map(({ id }) => id)
  ]
  expect(read.toSorted()).toEqual(wanted.toSorted())
}
