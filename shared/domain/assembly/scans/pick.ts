import { isPackable } from '../../orders/orders.ts'
import type { Message, OtherSupply } from '../../messages.ts'
import { isMisreadGtin } from '../../codes/identifiers.ts'
import { marks } from '../../orders/order-marks.ts'
import type { Order } from '../../orders/orders.ts'
import { roundScheme, schemeOf } from '../../orders/rounds.ts'
import type { Batch } from '../../orders/rounds.ts'
import { byUrgency } from '../../schemes/urgency.ts'
import { stickerKeys } from '../../scanning/scan.ts'
import type { Scan } from '../../scanning/scan.ts'
import { candidates, isAny, oldest, theOnly, withoutCode } from './candidates.ts'
import type { Candidates } from './candidates.ts'
import { wantLabels } from '../prints/recall.ts'
import { acceptDateOf, acceptMarkingCode, takes } from '../codes/codes.ts'
import type { Draft } from '../draft.ts'
import { advance, withLabel } from '../codes/need.ts'
import { otherSupply } from './other-supply.ts'
import { whereabouts } from './whereabouts.ts'

/**
 * A scan on an empty table: finds the order it means and lays it on the table, or says why not. With no batch open the
 * thing opens the one that its most urgent order is in; a batch that is only passing gives way to another scheme's.
 */
export function pick(draft: Draft, scan: Scan): void {
  const { batch } = draft
  const other = batch === undefined ? undefined : moreUrgentElsewhere(draft, batch, scan)
  if (batch !== undefined && other === undefined) return pickHere(draft, scan)
  const found = meant(draft, scan)
  const order = other ?? mostUrgentIn(draft, found, draft.openBatches)
  if (order === undefined) {
    const nothing = isMisread(scan) ? unknownItem(scan) : ({ code: 'noSupply' } as const)
    return draft.say('refused', whatEnded(draft, found) ?? nothing)
  }
  const { table } = draft
  draft.set({ supplyId: order.supplyId })
  draft.setTable({ isPassing: true })
  pickHere(draft, scan)
  // What is refused opens nothing.
  if (draft.table.orderId !== null) return
  draft.set({ supplyId: batch?.id ?? null, table })
}

/** The order for whose sake the open batch gives way: it was opened by an item, or has nothing left to pack. */
function moreUrgentElsewhere(draft: Draft, batch: Batch, scan: Scan): Order | undefined {
  const isDone = draft.orders.supplyTally(batch.id).packable === 0
  if (draft.table.isPassing !== true && !isDone) return undefined
  const others = draft.openBatches.filter(other => schemeOf(other) !== schemeOf(batch))
  if (others.length === 0) return undefined
  const first = mostUrgentIn(draft, meant(draft, scan), [batch, ...others])
  return first?.supplyId === batch.id ? undefined : first
}

/** The most urgent that may be packed of these batches, as far as their schemes are packed at this table. */
function mostUrgentIn(draft: Draft, found: Candidates, batches: readonly Batch[]): Order | undefined {
  const { schemes } = draft.bench.settings
  const ours = batches.filter(batch => schemes.includes(schemeOf(batch)))
  return ours.flatMap(({ id }) => firstOf(byTurn(draft, found, id)) ?? []).toSorted(byUrgency)[0]
}

/** What can be packed of a batch, most urgent first; a supply's orders, which may be very many, stand so already. */
function byTurn({ bench, orders }: Draft, found: Candidates, batchId: string): Iterable<Order> {
  const list = found.of('packable', batchId)
  const isInOrder = !bench.rounds.has(batchId) && orders.count(marks.pinnedIn(batchId)) === 0
  return isInOrder ? list : [...list].toSorted(byUrgency)
}

function pickHere(draft: Draft, scan: Scan): void {
  const sticker = orderOfSticker(draft, scan)
  if (sticker !== undefined) return pickOrder(draft, sticker, 'sticker')
  if (scan.kind === 'imei' || scan.kind === 'uin' || scan.kind === 'expiration') {
    // Such a code may also be a seller's own barcode; only if it is not, the item has to come first.
    if (!isAny(candidates(draft, textOf(scan)))) return draft.say('refused', { code: 'itemFirst' })
  }
  if (scan.kind === 'markingCode') return pickByMarkingCode(draft, scan)
  pickAmong(draft, candidates(draft, textOf(scan)), unknownItem(scan))
  acceptDateOf(draft, scan)
}

/** Every order that this thing may be for. */
function meant(draft: Draft, scan: Scan): Candidates {
  const sticker = orderOfSticker(draft, scan)
  if (sticker !== undefined) return theOnly(sticker)
  const isCode = scan.kind === 'markingCode' && scan.check.kind === 'ok'
  return candidates(draft, isCode ? scan.check.value.gtin : textOf(scan))
}

const ENDED: readonly Message['code'][] = [
  ...(['alreadyPacked', 'orderCancelled', 'onShelf', 'parcelOver', 'parcelLeft', 'pickupWaits'] as const)
]

/** With no supply open: why the thing is not to be packed whatever supply were; null if a supply is all it lacks. */
function whatEnded(draft: Draft, found: Candidates): Message | null {
  const isToPack = oldest(found, 'fresh') !== undefined || oldest(found, 'packable') !== undefined
  const why = isToPack ? null : whyNot(draft, found)
  return why !== null && ENDED.includes(why.code) ? why : null
}

function pickByMarkingCode(draft: Draft, scan: Extract<Scan, { kind: 'markingCode' }>): void {
  if (scan.check.kind === 'bad') {
    return draft.say('refused', { code: 'badCode', key: 'sgtin', problem: scan.check.problem })
  }
  const { gtin } = scan.check.value
  const wanted = candidates(draft, gtin)
  if (!isAny(wanted)) return draft.say('refused', { code: 'itemFirst' })
  const use = draft.context.codeUse(scan.check.value.code)
  if (use !== null) {
    // The unit of an order that was begun: it is gone on with.
    const begun = draft.order(use.orderId)
    const isHere = begun !== undefined && isPackable(begun) && begun.supplyId === draft.bench.supplyId
    if (!isHere) return draft.say('refused', { code: 'codeUsed', ...use })
    pickOrder(draft, begun, 'item')
    return draft.current?.codes.sgtin === undefined ? acceptMarkingCode(draft, scan) : undefined
  }
  // An order that already has its code is not what this unit is for.
  const open = withoutCode(wanted, 'sgtin')
  if (!isAny(open)) return draft.say('refused', { code: 'codeAlreadyHere', key: 'sgtin' })
  pickAmong(draft, open, { code: 'notFound', text: gtin })
  const order = draft.current
  if (order !== undefined && takes(draft, order, 'sgtin')) acceptMarkingCode(draft, scan)
}

function pickAmong(draft: Draft, found: Candidates, nothing: Message): void {
  const order = firstHere(draft, found)
  if (order !== undefined) pickOrder(draft, order, 'item')
  else refuse(draft, whyNot(draft, found) ?? nothing, 'item')
}

/** Says why not, and offers the supply that the thing is for. */
function refuse(draft: Draft, why: Message, entry: OtherSupply['entry']): void {
  draft.say('refused', why)
  if (why.code !== 'notInSupply' && why.code !== 'wrongSupply') return
  const offer = otherSupply(draft, why.orderId, entry)
  if (offer !== undefined) draft.note(offer)
}

function firstOf(orders: Iterable<Order>): Order | undefined {
  for (const order of orders) return order
  return undefined
}

/** The most urgent of the batch on the table that nobody put aside; else the one that was put aside first. */
function firstHere(draft: Draft, found: Candidates): Order | undefined {
  const { table, bench } = draft
  const aside: Order[] = []
  for (const order of byTurn(draft, found, bench.supplyId ?? '')) {
    if (!table.skipped.includes(order.facts.id)) return order
    aside.push(order)
  }
  return aside.toSorted((a, b) => table.skipped.indexOf(a.facts.id) - table.skipped.indexOf(b.facts.id))[0]
}

/** What `skus` are compared with: the product that a symbol names, or what stood on the label, without an AIM identifier. */
export function textOf(scan: Scan): string {
  return scan.kind === 'product' ? scan.barcode : scan.symbol
}

/** What is said of a thing that no order is for: a slip in its barcode is no unknown product. */
export function unknownItem(scan: Scan): Message {
  const text = textOf(scan)
  return isMisread(scan) ? { code: 'checkDigitWrong', text } : { code: 'notFound', text }
}

/** A barcode, or a symbol's AI 01, whose check digit is wrong. */
function isMisread(scan: Scan): boolean {
  return scan.kind === 'unknown' && isMisreadGtin(textOf(scan).replace(/^01(?=[0-9]{14}$)/, ''))
}

/** Lays an order on the table by its item, by its sticker, or chosen from a list; says why if it can't be packed. */
export function pickOrder(draft: Draft, order: Order, entry: 'item' | 'sticker' | 'chosen'): void {
  const inSupply = order.supplyId === draft.bench.supplyId
  const refusal = inSupply && isPackable(order) ? null : whyNot(draft, theOnly(order))
  if (refusal !== null) return refuse(draft, refusal, entry)
  if (order.facts.unknownMeta.length > 0) {
    return draft.say('refused', { code: 'unknownMeta', keys: order.facts.unknownMeta })
  }
  wantLabels(draft, order.facts.id)
  const settled = entry === 'sticker' ? settleLabel(draft, order) : order
  draft.put({ ...settled, itemChecked: entry === 'item' })
  // Only a sticker that was in the hand at the start needs no scanning back at the end.
  draft.setTable({
    orderId: order.facts.id,
    entry: entry === 'sticker' ? 'sticker' : 'item',
    undo: [{ kind: 'item' }],
    question: null
  })
  advance(draft)
}

/** The sticker itself was scanned: nobody needs to ask the printer any more. */
export function settleLabel(draft: Draft, order: Order): Order {
  for (const job of draft.bench.jobs.ofOrder(order.facts.id)) {
    if (['sending', 'sent', 'uncertain'].includes(job.state.kind)) {
      draft.putJob({ ...job, state: { kind: 'confirmed', at: draft.context.now, by: 'packer' } })
    }
  }
  return draft.put(withLabel(order, 'printed'))
}

/** The order whose sticker this is; a sticker text that lost its `*` is found too. */
export function orderOfSticker(draft: Draft, scan: Scan): Order | undefined {
  if (scan.kind !== 'sticker' && scan.kind !== 'unknown') return undefined
  const told = scan.kind === 'sticker' ? [scan.barcode] : []
  for (const key of new Set([...told, ...stickerKeys(scan)])) {
    const order = draft.bench.orders.bySticker(key)
    if (order !== undefined) return draft.order(order.facts.id)
  }
  return undefined
}

/** Why none of these orders can be packed now: the most telling reason first. */
function whyNot(draft: Draft, found: Candidates): Message | null {
  const { supplyId } = draft.bench
  const here = supplyId === null ? undefined : oldest(found, 'shelved', ({ shelf }) => shelf !== null, supplyId)
  if (here?.shelf) return { code: 'onShelf', orderId: here.facts.id, why: here.shelf.why }
  const elsewhere = oldest(found, 'packable', order => order.supplyId !== supplyId)
  if (elsewhere !== undefined) {
    const there = draft.batchOf(elsewhere.supplyId ?? '')
    return { code: 'wrongSupply', orderId: elsewhere.facts.id, supplyName: there?.name ?? '—', ...roundScheme(there) }
  }
  const fresh = oldest(found, 'fresh')
  if (fresh !== undefined) return { code: 'notInSupply', orderId: fresh.facts.id, ...roundScheme(draft.batch) }
  const packed = found.last('left') ?? found.last('over')
  if (packed !== undefined) {
    return whereabouts(packed) ?? { code: 'alreadyPacked', orderId: packed.facts.id, at: packed.packedAt }
  }
  const cancelled = oldest(found, 'cancelled')
  if (cancelled !== undefined) return { code: 'orderCancelled', orderId: cancelled.facts.id }
  const other = oldest(found, 'shelved', ({ shelf }) => shelf !== null)
  return other?.shelf ? { code: 'onShelf', orderId: other.facts.id, why: other.shelf.why } : null
}
