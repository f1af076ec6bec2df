import { boxInUse } from '../supply/in-box.ts'
import { isPackable, META_KEYS, missingMeta } from '../../orders/orders.ts'
import type { LabelState, MetaKey, Order, OrderLife } from '../../orders/orders.ts'
import { roundScheme, schemeOf } from '../../orders/rounds.ts'
import type { Batch } from '../../orders/rounds.ts'
import type { LeftSupply, Message } from '../../messages.ts'
import { namedScheme } from '../../schemes/scheme.ts'
import { rulesFor } from '../../schemes/schemes.ts'
import { byUrgency } from '../../schemes/urgency.ts'
import { firstIn, firstNew, newHere } from '../urgent.ts'
import { askedOptional, setSize } from './asked.ts'
import type { Draft } from '../draft.ts'
import { depart } from '../round/departing.ts'
import { endIfOver } from '../round/ending.ts'
import { noteSticker, recallLabels } from '../prints/recall.ts'
import { awaitsBadge } from '../scans/awaits-badge.ts'
import { cancelledParcels, isAllCancelled } from '../supply/cancelled.ts'

/** An order's local life as its facts tell it; `shelved`, `shipped` and `cancelled` are set by their own events. */
export function workingLife(order: Order): OrderLife {
  if (order.supplyId === null) return 'fresh'
  if (order.packedAt !== null) return 'packed'
  if (!isComplete(order)) return 'claimed'
  return order.label === 'printed' ? 'stickered' : 'coded'
}

/** Whether the item was shown and nothing that the order asks for is missing: its label may print. */
export function isComplete(order: Order): boolean {
  return order.itemChecked && order.facts.metaKnown && missingMeta(order).length === 0
}

/**
 * Does what the order on the table lets happen by itself (queue its codes, print, finish), then asks for what is still
 * missing. Every change to the order on the table ends here, so that there is one place that knows the next step.
 */
export function advance(draft: Draft, commanded = false): void {
  const order = draft.current
  if (order === undefined) return rest(draft)
  // An open question comes first; its answer ends here again.
  if (draft.table.question !== null) return
  const alive = draft.put({ ...order, life: workingLife(order) })
  if (!alive.itemChecked) return draft.say('goOn', { code: 'scanProduct', article: alive.facts.article })
  // Until the marketplace has told which codes the order needs, it waits as it does for its sticker.
  if (!alive.facts.metaKnown) return draft.say('goOn', { code: 'waitSticker' })
  const key = missingMeta(alive)[0]
  if (key !== undefined) return draft.say('goOn', { code: 'scanCode', key, ...placeInSet(draft, alive, key) })
  const optional = askedOptional(draft.bench, alive)[0]
  if (optional !== undefined) return draft.say('goOn', { code: 'scanOptionalCode', key: optional })
  queueCodes(draft, alive)
  label(draft, commanded)
}

/** Which of a set's codes comes next. */
function placeInSet({ bench }: Draft, order: Order, key: MetaKey): { readonly place?: number; readonly of?: number } {
  const of = setSize(bench, order, key)
  return of > 1 ? { place: (order.codes[key]?.values.length ?? 0) + 1, of } : {}
}

/** Codes leave only when all of them are in: a scan undone before that costs the marketplace nothing. */
function queueCodes(draft: Draft, order: Order): void {
  let codes = order.codes
  for (const key of META_KEYS) {
    const entry = codes[key]
    if (entry?.state !== 'kept') continue
    draft.queue({ kind: 'setMeta', ...namedScheme(order.scheme), orderId: order.facts.id, key, values: entry.values })
    codes = { ...codes, [key]: { ...entry, state: 'queued' } }
  }
  if (codes !== order.codes) draft.put({ ...order, codes })
}

function label(draft: Draft, commanded: boolean): void {
  const order = draft.current
  if (order === undefined) return
  switch (order.label) {
    case 'none':
      if (order.sticker === null) {
        draft.effects.push({ kind: 'fetchSticker', orderId: order.facts.id })
        const { stickerLack: lack } = order
        return draft.say('goOn', { code: 'waitSticker', ...(lack !== undefined && { lack }) })
      }
      if (draft.bench.settings.printWhen === 'onCommand' && !commanded) {
        return draft.say('goOn', { code: 'scanPrintCommand' })
      }
      draft.print({ kind: 'sticker', orderId: order.facts.id }, null)
      draft.put({ ...order, label: 'queued', life: 'coded' })
      return draft.say('goOn', { code: 'printing' })
    case 'queued':
    // Of a label in doubt the question "is it in your hand?" takes the stage by itself.
    case 'doubt':
      return draft.say('goOn', { code: 'printing' })
    case 'failed':
      return draft.say('goOn', { code: 'scanPrintCommand' })
    case 'printed':
      if (draft.table.entry === 'sticker' || (draft.table.entry === 'item' && !wantsBack(draft, order))) {
        return pack(draft)
      }
      return draft.say('goOn', { code: 'scanStickerBack', partB: order.sticker?.partB ?? '' })
  }
}

/** A sticker whose code nobody was told can't be known again. */
function wantsBack({ bench }: Draft, { sticker }: Order): boolean {
  return bench.settings.scanBack && sticker?.barcode !== ''
}

/** The order on the table is done: off the table, counted, the next one may come. */
export function pack(draft: Draft): void {
  const order = draft.current
  if (order === undefined) return
  const { now, today } = draft.context
  const boxId = boxInUse(draft)
  const done = { life: 'packed', packedAt: now, packedBy: draft.bench.packerId } as const
  const packed = draft.put({ ...order, ...done, ...(boxId !== undefined && { boxId }) })
  draft.effects.push({ kind: 'askStatus', orderId: order.facts.id })
  if (rulesFor(order).packed(order.facts.id).length > 0) depart(draft, packed)
  const day = `${today.year}-${String(today.month).padStart(2, '0')}-${String(today.day).padStart(2, '0')}`
  const { shift } = draft.bench
  draft.set({ shift: { day, packed: (shift.day === day ? shift.packed : 0) + 1 } })
  clearTable(draft)
  draft.setTable({
    lastOrderId: order.facts.id,
    skipped: draft.table.skipped.filter(id => id !== order.facts.id)
  })
  const round = draft.bench.rounds.get(order.supplyId ?? '')
  const ended = round !== undefined && endIfOver(draft, round) ? { ended: round.name } : {}
  draft.say('done', { code: 'packed', orderId: order.facts.id, partB: order.sticker?.partB ?? '', ...ended })
}

/**
 * Takes whatever lies on the table off it. The order keeps its codes, but the item in hand is gone: an order that was
 * not finished wants to see it again. Its label is called back; a sticker that is out or can't be called back is named.
 */
export function clearTable(draft: Draft): void {
  if (draft.current !== undefined) recallLabels(draft, draft.current)
  const order = draft.current
  if (order !== undefined && order.packedAt === null) {
    draft.put(unchecked(order))
    noteSticker(draft, order)
  }
  draft.setTable({ orderId: null, entry: 'item', undo: [], question: null })
}

/** The order without its item shown. */
export function unchecked(order: Order): Order {
  return relived({ ...order, itemChecked: false })
}

/** The order with news of its label. */
export function withLabel(order: Order, label: LabelState): Order {
  return relived({ ...order, label })
}

/** The order with a label that is out and shows it as it is now. */
export function withNewLabel(order: Order): Order {
  const { hasOldLabel: _, ...rest } = order
  return withLabel(rest, 'printed')
}

function relived(order: Order): Order {
  return isPackable(order) ? { ...order, life: workingLife(order) } : order
}

/** Says what an empty table asks for. */
export function rest(draft: Draft): void {
  draft.say('waiting', restMessage(draft))
}

/** Open supplies and rounds of the schemes that are packed here. */
export function batchesHere({ openBatches, bench }: Draft): readonly Batch[] {
  return openBatches.filter(batch => bench.settings.schemes.includes(schemeOf(batch)))
}

/** Those with something to pack, the most urgent first. */
function begun(draft: Draft): readonly Batch[] {
  return batchesHere(draft)
    .flatMap(batch => {
      const first = firstIn(draft, batch)
      return first === undefined ? [] : [{ batch, first }]
    })
    .toSorted((a, b) => byUrgency(a.first, b.first))
    .map(({ batch }) => batch)
}

/** Whether nothing is left to pack of a batch, and something of it is to be handed over. */
export function isAllPacked({ orders }: Draft, batchId: string): boolean {
  const { packable, packed } = orders.supplyTally(batchId)
  return packable === 0 && packed > 0
}

/** With nothing open: the batch that is best opened now; where nothing is left to pack, one that waits to be handed over, or whose orders are all cancelled. */
export function leftSupply(draft: Draft): LeftSupply | null {
  const { batch, openBatches, orders } = draft
  if (batch !== undefined || awaitsBadge(draft.bench)) return null
  const ready = () => batchesHere(draft).find(({ id }) => isAllPacked(draft, id))
  const dead = () => openBatches.find(({ id }) => isAllCancelled(draft, id))
  const all = begun(draft)
  const left = all[0] ?? ready() ?? dead()
  if (left === undefined) return null
  const others = all.slice(1).map(({ name }) => name)
  const { packable, packed, shelved } = orders.supplyTally(left.id)
  return {
    code: 'leftSupply',
    supplyId: left.id,
    name: left.name,
    orders: packable,
    ...(packable === 0 && packed > 0 && { packed }),
    shelved,
    ...(others.length > 0 && { others }),
    ...roundScheme(left)
  }
}

/** What an empty table asks for. */
export function restMessage(draft: Draft): Message {
  const { batch } = draft
  if (awaitsBadge(draft.bench)) return { code: 'scanBadge' }
  if (batch === undefined) {
    const fresh = newHere(draft)
    const left = fresh > 0 ? [] : begun(draft)
    if (left.length === 0) {
      const first = firstNew(draft)
      return { code: 'openSupply', fresh, ...(first && namedScheme(first.scheme)) }
    }
    const rounds = left.filter(({ kind }) => kind === 'round').length
    return { code: 'resumeSupply', supplies: left.length - rounds, ...(rounds > 0 && { rounds }) }
  }
  if (draft.orders.supplyTally(batch.id).packable > 0) return { code: 'scanItem' }
  const { id, name: supplyName } = batch
  if (isAllCancelled(draft, id))
    return { code: 'allCancelled', supplyName, parcels: cancelledParcels(draft, id).length, ...roundScheme(batch) }
  return batch.kind === 'round'
    ? { code: 'roundPacked', scheme: batch.scheme, name: supplyName }
    : { code: 'allPacked', supplyName }
}
