import { wording } from '../domain/assembly/codes/ask.ts'
import { askedMeta, setSize } from '../domain/assembly/codes/asked.ts'
import type { Bench } from '../domain/bench.ts'
import { formatForPerson } from '../domain/codes/gs1.ts'
import type { Message } from '../domain/messages.ts'
import { marks } from '../domain/orders/order-marks.ts'
import { isOver, isPackable, lacks, META_KEYS, SET_KEY } from '../domain/orders/orders.ts'
import { isProblem } from '../domain/orders/orders.ts'
import type { Order } from '../domain/orders/orders.ts'
import { routeOfKind } from '../domain/printing/routes.ts'
import { rulesFor } from '../domain/schemes/schemes.ts'
import { answersTo } from './answers.ts'
import { openBatch } from './batch-view.ts'
import type {
  DeviceView,
  NetworkView,
  NewsView,
  OrderView,
  PrinterView,
  ScannerTestView,
  StepView,
  View
} from './view.ts'

/** What the screen shows beside the bench: devices, network, mode. */
export interface BesideBench {
  readonly revision: number
  readonly mode: View['mode']
  readonly network: NetworkView
  readonly news: NewsView
  readonly damagedRows: number
  readonly clockOffMs: number
  readonly printers: readonly PrinterView[]
  readonly scanners: readonly DeviceView[]
  readonly scannerTest: ScannerTestView | null
  readonly tokenExpiresAt: number | null
  readonly isSandbox: boolean
  readonly hasLead: boolean
  readonly isLocked: boolean
  /** The PC's calendar day, `yyyy-mm-dd`. */
  readonly day: string
}

/** The bench as the packing screen shows it; pure, and as quick with very many orders as with few. */
export function viewOf(bench: Bench, around: BesideBench): View {
  const order = bench.table.orderId === null ? undefined : bench.orders.get(bench.table.orderId)
  const packer = bench.packerId === null ? undefined : bench.packers.get(bench.packerId)
  const { day, ...shown } = around
  return {
    ...shown,
    settings: bench.settings,
    feedback: bench.feedback,
    question: questionOf(bench),
    lamePrinter: lamePrinter(bench, order, around.printers),
    batch: openBatch(bench),
    order: order === undefined ? null : orderView(bench, order),
    answers: answersTo(bench),
    labelOf: order?.facts.id ?? (isOfCancelled(bench) ? null : lastHere(bench)),
    notes: bench.notes.map(({ id, at, text, feedback }) => ({ id, at, text, feedback })),
    packer: packer ?? null,
    knowsPackers: bench.packers.size > 0,
    deadParcels: deadParcels(bench),
    packedToday: bench.shift.day === day ? bench.shift.packed : 0,
    counts: { ...countLives(bench), attention: around.network.attention }
  }
}

function countLives(bench: Bench): { fresh: number; packable: number; problems: number } {
  const { fresh, problems } = bench.orders.tally
  const packable = bench.supplyId === null ? 0 : bench.orders.supplyTally(bench.supplyId).packable
  return { fresh, problems, packable }
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
    isPinned: order.isPinned === true,
    basket: basketOf(bench, order),
    others: othersLike(bench, order),
    sticker: order.sticker,
    steps: stepsOf(bench, order)
  }
}

function basketOf(bench: Bench, { facts: { orderUid }, life }: Order): number {
  if (orderUid === '') return 0
  return bench.orders.inBasket(orderUid) - (isOver(life) ? 0 : 1)
}

/** Orders of the same batch that the same thing could be packed for; of a thing with several barcodes each of them names all. */
function othersLike({ orders }: Bench, order: Order): number {
  const { facts, supplyId } = order
  if (supplyId === null || facts.skus.length === 0) return 0
  const alike = facts.skus.map(sku => orders.count(marks.thingIn(supplyId, sku, 'packable')))
  return Math.max(...alike) - (isPackable(order) ? 1 : 0)
}

function stepsOf(bench: Bench, order: Order): readonly StepView[] {
  const bySticker = bench.table.entry === 'sticker'
  const asked = askedMeta(bench, order)
  const known = META_KEYS.filter(key => order.facts.requiredMeta.includes(key) || order.codes[key] !== undefined)
  const keys = [...known, ...asked.filter(key => !known.includes(key))]
  const isCoded = order.itemChecked && asked.length === 0
  const steps: (Omit<StepView, 'state'> & { readonly isDone: boolean })[] = [
    { kind: bySticker ? 'product' : 'item', isDone: order.itemChecked, value: null },
    ...keys.map(key => {
      const entry = order.codes[key]
      const last = entry?.values.at(-1)
      const of = setSize(bench, order, key)
      const set = key === SET_KEY && of > 1 ? { have: entry?.values.length ?? 0, of } : {}
      return { kind: key, isDone: !lacks(order, key), value: last === undefined ? null : formatForPerson(last), ...set }
    }),
    { kind: 'sticker', isDone: isCoded && order.label === 'printed', value: null }
  ]
  const scansBack = bench.settings.scanBack || bench.table.entry === 'reopened'
  if (!bySticker && scansBack) steps.push({ kind: 'scanBack', isDone: false, value: null })
  const now = steps.findIndex(step => !step.isDone)
  return steps.map(({ isDone, ...step }, place) => ({
    ...step,
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

/** A good parcel's label beside "cancelled" would be torn up. */
function isOfCancelled({ feedback: { message } }: Bench): boolean {
  return message.code === 'orderCancelled' || message.code === 'ordersCancelled'
}

/** The order that was packed last, while what is open is still what it was packed from. */
function lastHere({ table, orders, supplyId }: Bench): number | null {
  const last = table.lastOrderId === null ? undefined : orders.get(table.lastOrderId)
  return last === undefined || (supplyId !== null && last.supplyId !== supplyId) ? null : last.facts.id
}

/** Cancelled when their labels were out, and not taken out of the pile yet. */
function deadParcels({ orders, supplyId }: Bench): readonly string[] {
  if (supplyId === null) return []
  const cancelled = [...orders.marked(marks.lifeIn(supplyId, 'cancelled'))]
  return cancelled.filter(isProblem).flatMap(({ sticker }) => sticker?.partB ?? [])
}

/** With an order on the table the printer of its sticker, if that waits; on an empty table any that has labels to print. */
function lamePrinter(bench: Bench, order: Order | undefined, printers: readonly PrinterView[]): PrinterView | null {
  const lame = printers.filter(({ state, waiting }) => waiting > 0 && (state === 'fault' || state === 'absent'))
  if (lame.length === 0 || (order !== undefined && order.label !== 'queued')) return null
  if (order === undefined) return lame[0] ?? null
  const { printer } = routeOfKind(bench.settings, 'sticker')
  return lame.find(({ id }) => id === printer?.id) ?? null
}
