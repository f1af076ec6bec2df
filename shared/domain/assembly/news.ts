import type { MetaSeen, SeenOrder, SeenStatus, SeenSupply } from '../bench.ts'
import { isRefusedDecision, isUnsetDecision } from '../decisions.ts'
import type { Message } from '../messages.ts'
import { freshOrder, isCancelled } from '../orders.ts'
import type { Order, OrderFacts, StickerFacts } from '../orders.ts'
import { deliverIfReady } from './closing.ts'
import { releaseCodes } from './codes.ts'
import type { Draft } from './draft.ts'
import { dropLabels } from './jobs.ts'
import { advance, clearTable, isPackable, restMessage, workingLife } from './need.ts'
import { shelve } from './shelf.ts'

/** Orders as the marketplace lists them: new ones are taken in, known ones brought up to date. */
export function ordersSeen(draft: Draft, seen: readonly SeenOrder[]): void {
  const before = draft.current
  const byRemote = new Map([...draft.bench.supplies.values()].map(supply => [supply.remoteId, supply.id]))
  for (const news of seen) {
    const known = draft.order(news.facts.id)
    const order =
      known === undefined
        ? freshOrder(news.facts, news.supplierStatus, news.wbStatus)
        : { ...known, facts: mergeFacts(known.facts, news.facts) }
    const supplyId = byRemote.get(news.supplyRemoteId) ?? null
    const placed = order.supplyId === null && supplyId !== null ? { ...order, supplyId } : order
    const life = placed.life === 'fresh' && placed.supplyId !== null ? workingLife(placed) : placed.life
    const after = { ...placed, life }
    if (known === undefined || JSON.stringify(known) !== JSON.stringify(after)) draft.put(after)
    if (known !== undefined) applyStatus(draft, news.facts.id, news.supplierStatus, news.wbStatus)
  }
  refreshStage(draft, before)
}

/** The list of all orders leaves out what the list of new ones tells: what is known is kept. */
function mergeFacts(known: OrderFacts, news: OrderFacts): OrderFacts {
  if (news.metaKnown) return news
  const { requiredMeta, optionalMeta, unknownMeta, metaKnown } = known
  return { ...news, requiredMeta, optionalMeta, unknownMeta, metaKnown }
}

/** The marketplace's two statuses for known orders. */
export function statusesSeen(draft: Draft, statuses: readonly SeenStatus[]): void {
  for (const status of statuses) applyStatus(draft, status.orderId, status.supplierStatus, status.wbStatus)
  for (const supply of draft.bench.supplies.values()) deliverIfReady(draft, supply.id)
  refreshStage(draft, draft.current)
}

function applyStatus(draft: Draft, orderId: number, supplierStatus: Order['supplierStatus'], wbStatus: string): void {
  const order = draft.order(orderId)
  if (order === undefined) return
  if (order.supplierStatus === supplierStatus && order.wbStatus === wbStatus) return
  const after = draft.put({ ...order, supplierStatus, wbStatus })
  if (isCancelled(supplierStatus, wbStatus)) return cancel(draft, after)
  if (supplierStatus === 'complete' && order.life !== 'shipped') {
    draft.put({ ...after, life: 'shipped' })
    if (draft.table.orderId === orderId) clearTable(draft)
  }
}

/** A dead order leaves the table at once: its sticker must not print, its parcel must not leave. */
function cancel(draft: Draft, order: Order): void {
  if (order.life === 'cancelled' || order.life === 'shipped') return
  const { orderId, question } = draft.table
  const id = order.facts.id
  draft.put({ ...order, life: 'cancelled' })
  releaseCodes(draft, order)
  dropLabels(draft, id)
  const wasHere = orderId === id
  if (wasHere) clearTable(draft)
  // A parcel that is ready has to be found and taken apart: a person is told, unless busy; the problem list tells too.
  const isOut = orderId === null && question === null && draft.order(id)?.label !== 'none'
  if (wasHere || isOut) draft.say('refused', { code: 'orderCancelled', orderId: id })
}

export function stickersSeen(
  draft: Draft,
  stickers: readonly { readonly orderId: number; readonly sticker: StickerFacts }[]
): void {
  const before = draft.current
  for (const { orderId, sticker } of stickers) {
    const order = draft.order(orderId)
    if (order !== undefined) draft.put({ ...order, sticker })
  }
  refreshStage(draft, before)
}

/** Supplies as the marketplace lists them: open ones made elsewhere can be packed here too. */
export function suppliesSeen(draft: Draft, seen: readonly SeenSupply[]): void {
  for (const news of seen) {
    const known = [...draft.bench.supplies.values()].find(supply => supply.remoteId === news.remoteId)
    // A supply whose creation was never answered is matched by its unique name.
    const ours = known ?? [...draft.bench.supplies.values()].find(supply => supply.name === news.name)
    if (ours === undefined && news.done) continue
    if (ours === undefined) {
      const { remoteId, name, createdAt, cargoType } = news
      draft.putSupply({ id: remoteId, remoteId, name, createdAt, cargoType, state: 'open', qrWanted: false })
    } else if (news.done && ours.state !== 'delivered' && ours.remoteId !== null) {
      draft.putSupply({ ...ours, state: 'delivered' })
      for (const order of draft.ordersOf(ours.id)) {
        if (order.life === 'packed' || isPackable(order)) draft.put({ ...order, life: 'shipped' })
      }
      if (draft.bench.supplyId === ours.id) {
        draft.set({ supplyId: null })
        if (draft.current?.supplyId === ours.id) clearTable(draft)
      }
    }
  }
  refreshStage(draft, draft.current)
}

/** Codes as the marketplace holds them, with its verdicts; a refused one puts the order on the problem shelf. */
export function metaSeen(draft: Draft, metas: readonly MetaSeen[]): void {
  const before = draft.current
  const supplies = new Set<string>()
  for (const meta of metas) {
    const order = draft.order(meta.orderId)
    if (order === undefined) continue
    if (!order.facts.metaKnown) learnMeta(draft, order, meta)
    for (const detail of meta.details) judge(draft, meta.orderId, detail)
    if (order.supplyId !== null) supplies.add(order.supplyId)
  }
  for (const supplyId of supplies) deliverIfReady(draft, supplyId)
  refreshStage(draft, before)
}

/** The list of all orders says nothing of metadata: the keys that may be set, unless optional, are the ones to ask for. */
function learnMeta(draft: Draft, order: Order, meta: MetaSeen): void {
  const isOptional = (detail: MetaSeen['details'][number]) => detail.decision === 'optional'
  const requiredMeta = meta.details.filter(detail => !isOptional(detail)).map(detail => detail.key)
  const optionalMeta = meta.details.filter(isOptional).map(detail => detail.key)
  const learned = { ...order, facts: { ...order.facts, requiredMeta, optionalMeta, metaKnown: true } }
  draft.put({ ...learned, life: isPackable(learned) ? workingLife(learned) : learned.life })
}

function judge(draft: Draft, orderId: number, detail: MetaSeen['details'][number]): void {
  const order = draft.order(orderId)
  const entry = order?.codes[detail.key]
  if (order === undefined || entry?.state !== 'accepted') return
  // The first edition of the API stores or refuses and has no verdict of its own.
  const decision = detail.decision ?? (detail.value === null ? 'required' : 'filled')
  if (entry.decision === decision) return
  const isBad = isRefusedDecision(decision) || isUnsetDecision(decision)
  const state = isBad ? 'refused' : 'accepted'
  const judged = draft.put({ ...order, codes: { ...order.codes, [detail.key]: { ...entry, decision, state } } })
  if (isBad && order.life !== 'shipped' && order.life !== 'cancelled') {
    shelve(draft, judged, { kind: 'codeRefused', key: detail.key, decision })
    if (draft.table.orderId === null) {
      draft.say('refused', { code: 'codeRefusedAtMarketplace', orderId, key: detail.key, decision })
    }
  }
}

/** What an empty table says of itself, and the greeting that is read by then. */
const RESTING: readonly Message['code'][] = ['openSupply', 'scanItem', 'allPacked', 'signedIn']

/** What the order on the table waits for may have come; an empty, quiet table shows the newest count of what waits. */
function refreshStage(draft: Draft, before: Order | undefined): void {
  const order = draft.current
  if (order !== undefined && before !== undefined && waitsFor(order) !== waitsFor(before)) return advance(draft)
  if (draft.said !== null || order !== undefined || draft.table.question !== null) return
  const { message } = draft.bench.feedback
  if (!RESTING.includes(message.code)) return
  const resting = restMessage(draft)
  if (JSON.stringify(resting) !== JSON.stringify(message)) draft.say('waiting', resting)
}

/** What news can change of an order's needs, as one text to compare. */
function waitsFor({ facts, sticker }: Order): string {
  return JSON.stringify([facts.metaKnown, facts.requiredMeta, sticker === null])
}
