import { wording } from '../domain/assembly/codes/ask.ts'
import { askedMeta } from '../domain/assembly/codes/asked.ts'
import { OFFERED } from '../domain/bench.ts'
import type { Bench, Question } from '../domain/bench.ts'
import { CITIES } from '../domain/orders/cities.ts'
import {
  cityBarcode,
  commandBarcode,
  pointBarcode,
  REPRINT_REASONS,
  reprintReasonBarcode,
  SHELF_REASONS,
  shelfReasonBarcode
} from '../domain/scanning/commands.ts'
import type { Command } from '../domain/scanning/commands.ts'
import { formatForPerson } from '../domain/codes/gs1.ts'
import type { LeftSupply, Message } from '../domain/messages.ts'
import { marks } from '../domain/orders/order-marks.ts'
import { isOver, isPackable, META_KEYS } from '../domain/orders/orders.ts'
import type { Order } from '../domain/orders/orders.ts'
import { choicesFor, needsShipping } from '../domain/orders/shipping.ts'
import { routeOfKind } from '../domain/printing/routes.ts'
import type { ShippingPoint } from '../domain/orders/shipping.ts'
import { rulesFor } from '../domain/schemes/schemes.ts'
import type { Supply } from '../domain/orders/supplies.ts'
import type {
  Answer,
  DeviceView,
  NetworkView,
  NewsView,
  OrderView,
  PrinterView,
  ScannerTestView,
  StepView,
  SupplyView,
  View
} from './view.ts'

/** What the screen shows beside the bench: devices, network, mode. */
export interface BesideBench {
  readonly revision: number
  readonly mode: View['mode']
  readonly network: NetworkView
  readonly news: NewsView
  readonly printers: readonly PrinterView[]
  readonly scanners: readonly DeviceView[]
  readonly scannerTest: ScannerTestView | null
  readonly tokenExpiresAt: number | null
  readonly isSandbox: boolean
  /** The PC's calendar day, `yyyy-mm-dd`. */
  readonly day: string
}

/** The bench as the packing screen shows it; pure, and as quick with very many orders as with few. */
export function viewOf(bench: Bench, around: BesideBench): View {
  const order = bench.table.orderId === null ? undefined : bench.orders.get(bench.table.orderId)
  const supply = bench.supplyId === null ? undefined : bench.supplies.get(bench.supplyId)
  const packer = bench.packerId === null ? undefined : bench.packers.get(bench.packerId)
  const { day, ...shown } = around
  return {
    ...shown,
    settings: bench.settings,
    feedback: bench.feedback,
    question: questionOf(bench),
    lamePrinter: lamePrinter(bench, order, around.printers),
    supply: supply === undefined ? null : supplyView(bench, supply),
    order: order === undefined ? null : orderView(bench, order),
    answers: answersTo(bench),
    labelOf: order?.facts.id ?? lastHere(bench),
    notes: bench.notes.map(({ id, at, text, feedback }) => ({ id, at, text, feedback })),
    packer: packer ?? null,
    packedToday: bench.shift.day === day ? bench.shift.packed : 0,
    counts: { ...countLives(bench), attention: around.network.attention }
  }
}

function countLives(bench: Bench): { fresh: number; packable: number; problems: number } {
  const { fresh, problems } = bench.orders.tally
  const packable = bench.supplyId === null ? 0 : bench.orders.supplyTally(bench.supplyId).packable
  return { fresh, problems, packable }
}

/** A supply with its counts. */
export function supplyView(bench: Bench, supply: Supply): SupplyView {
  const { id, remoteId, name, state, createdAt } = supply
  const { orders } = bench
  const { all, packed, shipped, shelved, cancelled } = orders.supplyTally(id)
  const facts = all === cancelled ? undefined : orders.anyOf(id)?.facts
  return {
    id,
    remoteId,
    name,
    state,
    createdAt,
    total: all - cancelled,
    packed: packed + shipped,
    shelved,
    offices: orders.officesOf(id),
    warehouseId: facts?.warehouseId ?? null,
    cargoType: facts?.cargoType ?? supply.cargoType,
    needsShipping: needsShipping(bench.settings, bench.shipping, supply.demand, orders.count(marks.abroadIn(id)) > 0),
    shipping: supply.shipping,
    isShippingOpen: state !== 'abandoned' && supply.scannedAt === null,
    boxes: supply.boxes,
    spot: supply.spot ?? null,
    hitch: supply.hitch
  }
}

function orderView(bench: Bench, order: Order): OrderView {
  const { id, article, colorCode, skus, price, currencyCode, comment, createdAt, isB2b } = order.facts
  const barcode = skus[0] ?? ''
  return {
    id,
    article,
    colorCode,
    barcode,
    price,
    currencyCode,
    comment,
    createdAt,
    scheme: order.scheme,
    deadlineAt: rulesFor(order).deadlineOf(order),
    isB2b,
    basket: basketOf(bench, order),
    others: othersLike(bench, order),
    sticker: order.sticker,
    steps: stepsOf(bench, order)
  }
}

function basketOf(bench: Bench, { facts: { orderUid }, life }: Order): number {
  if (orderUid === '') return 0
  return bench.orders.count(marks.basket(orderUid)) - (isOver(life) ? 0 : 1)
}

/** Orders of the same supply that the same thing could be packed for. */
function othersLike({ orders }: Bench, order: Order): number {
  const { facts, supplyId } = order
  if (supplyId === null) return 0
  const lists = [...new Set(facts.skus)].map(sku => orders.marked(marks.thingIn(supplyId, sku, 'packable')))
  const self = isPackable(order) ? 1 : 0
  const [first, ...more] = lists
  if (first === undefined) return 0
  if (more.length === 0) return first.size - self
  return new Set(lists.flatMap(list => [...list].map(other => other.facts.id))).size - self
}

function stepsOf(bench: Bench, order: Order): readonly StepView[] {
  const bySticker = bench.table.entry === 'sticker'
  const asked = askedMeta(bench, order)
  const known = META_KEYS.filter(key => order.facts.requiredMeta.includes(key) || order.codes[key] !== undefined)
  const keys = [...known, ...asked.filter(key => !known.includes(key))]
  const isCoded = order.itemChecked && asked.length === 0
  const steps: { kind: StepView['kind']; isDone: boolean; value: string | null }[] = [
    { kind: bySticker ? 'product' : 'item', isDone: order.itemChecked, value: null },
    ...keys.map(key => {
      const entry = order.codes[key]
      return { kind: key, isDone: entry !== undefined, value: entry ? formatForPerson(entry.value) : null }
    }),
    { kind: 'sticker', isDone: isCoded && order.label === 'printed', value: null }
  ]
  const scansBack = bench.settings.scanBack || bench.table.entry === 'reopened'
  if (!bySticker && scansBack) steps.push({ kind: 'scanBack', isDone: false, value: null })
  const now = steps.findIndex(step => !step.isDone)
  return steps.map(({ kind, isDone, value }, place) => ({
    kind,
    value,
    state: isDone ? 'done' : place === now ? 'now' : 'next'
  }))
}

/** What is asked, as it stands now, whatever else was said since. */
function questionOf(bench: Bench): Message | null {
  const { question } = bench.table
  if (question === null) return null
  return wording(
    {
      bench,
      order: id => bench.orders.get(id),
      orders: bench.orders
    },
    question
  )
}

/** The order that was packed last, while what is open is still what it was packed from. */
function lastHere({ table, orders, supplyId }: Bench): number | null {
  const last = table.lastOrderId === null ? undefined : orders.get(table.lastOrderId)
  return last === undefined || (supplyId !== null && last.supplyId !== supplyId) ? null : last.facts.id
}

/** With an order on the table the printer of its sticker, if that waits; on an empty table any that has labels to print. */
function lamePrinter(bench: Bench, order: Order | undefined, printers: readonly PrinterView[]): PrinterView | null {
  const lame = printers.filter(({ state, waiting }) => waiting > 0 && (state === 'fault' || state === 'absent'))
  if (lame.length === 0 || (order !== undefined && order.label !== 'queued')) return null
  if (order === undefined) return lame[0] ?? null
  const { printer } = routeOfKind(bench.settings, 'sticker')
  return lame.find(({ id }) => id === printer?.id) ?? null
}

/** The barcodes that the stage offers: the answers to a question, or the way to begin. */
function answersTo(bench: Bench): readonly Answer[] {
  const { question } = bench.table
  if (question !== null) return questionAnswers(question, knownPoints(bench, question))
  const { message, note } = bench.feedback
  if (note?.code === 'otherSupply') return commands('yes', 'no')
  if (note?.code === 'leftSupply') return leftAnswers(note, bench.orders.tally.untouched)
  if (bench.supplyId === null && !NOTHING_BEGINS.includes(message.code)) return commands('newSupply')
  return answersBeside(message)
}

/** Said with no supply open, and yet it is not the time to begin one. */
const NOTHING_BEGINS: readonly Message['code'][] = ['supplyClosing', 'scanBadge', 'badgeFirst']

/** "Yes" opens what is begun; new orders may begin something new. */
export function leftAnswers({ name }: LeftSupply, fresh: number): readonly Answer[] {
  const open: Answer = { code: 'yes', barcode: commandBarcode('yes'), name }
  return [open, ...(fresh > 0 ? commands('newSupply') : [])]
}

/** The command that a message asks for, if it does, as a barcode beside it. */
export function answersBeside(message: Message): readonly Answer[] {
  if (message.code === 'allPacked' || message.code === 'allCancelled') return commands('supplyDone')
  if (message.code === 'scanPrintCommand') return commands('print')
  if (message.code === 'scanOptionalCode') return commands('next')
  if (message.code === 'wavePrinting') return commands('undo')
  return []
}

/** What may be answered to a question, in the order in which it stands on the screen; `known`: points used before. */
export function questionAnswers(question: Question, known: readonly ShippingPoint[]): readonly Answer[] {
  switch (question.kind) {
    case 'whyShelf':
      return [...SHELF_REASONS.map(code => ({ code, barcode: shelfReasonBarcode(code) })), ...commands('no')]
    case 'whyReprint':
      return [...REPRINT_REASONS.map(code => ({ code, barcode: reprintReasonBarcode(code) })), ...commands('no')]
    case 'whichPoint':
      return pointAnswers(question, known)
    case 'labelInHand':
    case 'cancelledInside':
    case 'addBox':
    case 'emptySupply':
    case 'deliveryStuck':
    case 'gtinDiffers':
    case 'replaceCode':
    case 'codesWarned':
    case 'supplyUnfinished':
    case 'wholeWave':
      return commands('yes', 'no')
  }
}

/** Points, or cities whose points are offered then; `next` shows others, `undo` goes a step back, `no` puts it off. */
function pointAnswers(
  { step }: Extract<Question, { readonly kind: 'whichPoint' }>,
  known: readonly ShippingPoint[]
): readonly Answer[] {
  switch (step.kind) {
    case 'known':
      return [...known.slice(0, OFFERED).map(pointAnswer), ...commands('next', 'no')]
    case 'city': {
      const cities = CITIES.slice(step.from, step.from + OFFERED).map((name, place) => ({
        code: 'city' as const,
        barcode: cityBarcode(step.from + place),
        name
      }))
      return [...cities, ...commands('next', ...(known.length > 0 ? (['undo'] as const) : []), 'no')]
    }
    case 'point': {
      const more = step.total > OFFERED ? (['next'] as const) : []
      return [...(step.offer ?? []).map(pointAnswer), ...commands(...more, 'undo', 'no')]
    }
  }
}

/** The points that were chosen before for a supply like the one that is asked about. */
function knownPoints(bench: Bench, question: Question): readonly ShippingPoint[] {
  const supply = question.kind === 'whichPoint' ? bench.supplies.get(question.supplyId) : undefined
  if (supply === undefined) return []
  const { warehouseId, cargoType } = supplyView(bench, supply)
  if (warehouseId === null || cargoType === null) return []
  return choicesFor(bench.shipping, warehouseId, cargoType).map(({ point }) => point)
}

/** A point as it is told from its neighbours; its city is known by then. */
function pointAnswer({ id, name, address, city }: ShippingPoint): Answer {
  const parts = address.split(', ')
  const street = (parts[0]?.endsWith(city) ? parts.slice(1) : parts).join(', ')
  return { code: 'shippingPoint', barcode: pointBarcode(id), name: `${name} · ${street}` }
}

function commands(...codes: readonly Command[]): readonly Answer[] {
  return codes.map(code => ({ code, barcode: commandBarcode(code) }))
}
