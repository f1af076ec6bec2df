import { roundScheme } from '../orders/rounds.ts'
import type { MetaSeen, SeenOrder, SeenStatus, SeenSupply } from '../bench.ts'
import { judge } from '../codes/decisions.ts'
import { freshOrder, isPackable } from '../orders/orders.ts'
import type { Order, OrderFacts, StickerFacts, StickerLack } from '../orders/orders.ts'
import { newSupply } from '../orders/supplies.ts'
import type { Supply } from '../orders/supplies.ts'
import { isSame } from '../same.ts'
import { ownSticker } from '../schemes/own-sticker.ts'
import type { OrderScheme } from '../schemes/scheme.ts'
import { rulesFor } from '../schemes/schemes.ts'
import type { Draft } from './draft.ts'
import { cancel, end, ship } from './ends.ts'
import { advance, clearTable, workingLife } from './codes/need.ts'
import { bringBack } from './supply/reshipment.ts'
import { shelve, shelveUnknown } from './shelf.ts'
import { refreshRest } from './stage.ts'
import { spotTold } from './supply/spot.ts'

/** Orders as the marketplace lists them: new ones are taken in, known ones brought up to date. */
export function ordersSeen(draft: Draft, seen: readonly SeenOrder[]): void {
  const before = draft.current
  learnCurrency(draft, seen)
  reopenKept(draft, seen)
  // One that is leaving or has left takes nothing in: what says so is older than that.
  const open = [...draft.bench.supplies.values()].filter(({ state }) => state === 'open')
  const byRemote = new Map(open.flatMap(({ remoteId, id }) => (remoteId === null ? [] : [[remoteId, id]])))
  for (const news of seen) {
    const { id } = news.facts
    const known = draft.order(id)
    const order = known === undefined ? newOrder(news) : withNews(known, news)
    const there = order.scheme.kind === 'fbs' ? byRemote.get(news.supplyRemoteId ?? '') : undefined
    const after = place(draft, order, there ?? order.supplyId, news)
    applyStatus(draft, id, news.supplierStatus, news.wbStatus)
    shelveUnknown(draft, draft.order(id) ?? after)
    leaveTableIfMoved(draft, id)
  }
  refreshStage(draft, before)
}

/** What was given up here, and the marketplace has kept since something was put into it, is packed like any other supply. */
function reopenKept(draft: Draft, seen: readonly SeenOrder[]): void {
  for (const supply of draft.bench.supplies.values()) {
    const { state, remoteId } = supply
    if (state !== 'abandoned' || remoteId === null) continue
    const isKept = seen.some(news => news.supplyRemoteId === remoteId && isLive(news))
    if (isKept) draft.putSupply({ ...supply, state: 'open' })
  }
}

function isLive(news: SeenOrder): boolean {
  return news.supplierStatus === 'confirm' && newOrder(news).life === 'fresh'
}

/** Puts the order into the supply that the list names: somebody may have moved it there elsewhere, also one that had left. */
function place(draft: Draft, order: Order, supplyId: string | null, news: SeenOrder): Order {
  if (order.life === 'shipped' && news.supplierStatus === 'confirm' && supplyId !== order.supplyId) {
    const { travelsAgain: _, ...rest } = order
    return bringBack(draft, { ...rest, supplyId })
  }
  const placed = { ...order, supplyId }
  return draft.put({ ...placed, life: placed.life === 'fresh' ? workingLife(placed) : placed.life })
}

/** An order of another supply is not what the packer is working on. */
function leaveTableIfMoved(draft: Draft, orderId: number): void {
  const order = draft.order(orderId)
  if (draft.table.orderId !== orderId || order === undefined || order.supplyId === draft.bench.supplyId) return
  clearTable(draft)
  const there = draft.batchOf(order.supplyId ?? '')
  draft.say('refused', { code: 'wrongSupply', orderId, supplyName: there?.name ?? '—', ...roundScheme(there) })
}

/** The seller's country shows by the currency of any of its orders. */
function learnCurrency(draft: Draft, seen: readonly SeenOrder[]): void {
  const { shipping } = draft.bench
  const currencyCode = seen.find(news => news.sellerCurrency)?.sellerCurrency ?? shipping.currencyCode
  if (currencyCode !== shipping.currencyCode) draft.set({ shipping: { ...shipping, currencyCode } })
}

function newOrder({ facts, scheme, supplierStatus, wbStatus }: SeenOrder): Order {
  const order = freshOrder(facts, supplierStatus, wbStatus, scheme)
  const sticker = ownSticker(facts.id, order.scheme)
  return { ...order, sticker, life: rulesFor(order).lifeTold(order) ?? order.life }
}

/** What the list tells anew of an order; where its parcel lies in the store nobody but us knows. */
function withNews(known: Order, { facts, scheme }: SeenOrder): Order {
  return { ...known, scheme: mergeScheme(known.scheme, scheme), facts: mergeFacts(known.facts, facts) }
}

/** Another delivery time is an event of its own (`deliveryMoved`): here what is known stays. */
function mergeScheme(known: OrderScheme, news: OrderScheme = known): OrderScheme {
  if (news.kind === 'pickup' && known.kind === 'pickup') return { ...news, place: known.place }
  if (news.kind !== 'dbs' || known.kind !== 'dbs') return news
  const { slot, movedFrom } = known
  return { ...news, slot: slot.date === '' ? news.slot : slot, ...(movedFrom && { movedFrom }) }
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
  refreshStage(draft, draft.current)
}

function applyStatus(draft: Draft, orderId: number, supplierStatus: Order['supplierStatus'], wbStatus: string): void {
  const order = draft.order(orderId)
  if (order === undefined) return
  if (order.supplierStatus === supplierStatus && order.wbStatus === wbStatus) return
  const after = draft.put({ ...order, supplierStatus, wbStatus })
  const life = rulesFor(after).lifeTold(after)
  if (life === 'cancelled') cancel(draft, after)
  else if (life === 'shipped') ship(draft, after)
  else if (life === 'handed' || life === 'returned') end(draft, after, life)
}

export function stickersSeen(
  draft: Draft,
  stickers: readonly { readonly orderId: number; readonly sticker: StickerFacts }[]
): void {
  const before = draft.current
  for (const { orderId, sticker } of stickers) {
    const order = draft.order(orderId)
    // What proves a parcel of another scheme is a label of our own.
    if (order === undefined || rulesFor(order).label === 'own') continue
    const { stickerLack: _, ...rest } = order
    draft.put({ ...rest, sticker })
  }
  refreshStage(draft, before)
}

/** Why the stickers of these orders can't be printed yet: whoever waits for one is told. */
export function stickersLacking(
  draft: Draft,
  lacking: readonly { readonly orderId: number; readonly why: StickerLack }[]
): void {
  const before = draft.current
  for (const { orderId, why } of lacking) {
    const order = draft.order(orderId)
    if (order?.sticker === null && order.stickerLack !== why) draft.put({ ...order, stickerLack: why })
  }
  refreshStage(draft, before)
}

/** Supplies as the marketplace lists them: open ones made elsewhere can be packed here too. */
export function suppliesSeen(draft: Draft, seen: readonly SeenSupply[]): void {
  for (const news of seen) {
    const supplies = [...draft.bench.supplies.values()]
    const known = supplies.find(supply => supply.remoteId === news.remoteId)
    // A supply whose creation was not answered yet is known by its unique name: it is no second one.
    const ours = known ?? supplies.find(supply => supply.remoteId === null && supply.name === news.name)
    if (ours === undefined && news.done) continue
    if (ours === undefined) {
      const { remoteId, name, createdAt, cargoType } = news
      draft.putSupply(supplyWithNews(newSupply({ id: remoteId, remoteId, name, createdAt, cargoType }), news))
    } else if (news.done && ours.state !== 'delivered' && ours.remoteId !== null) {
      draft.putSupply({ ...supplyWithNews(ours, news), state: 'delivered', hitch: null })
      for (const order of draft.orders.ofSupply(ours.id)) {
        if (order.life === 'packed' || isPackable(order)) ship(draft, order)
      }
      if (draft.bench.supplyId === ours.id) draft.set({ supplyId: null })
    } else {
      const told = supplyWithNews(ours, news)
      if (told !== ours) draft.putSupply(told)
    }
  }
  refreshStage(draft, draft.current)
}

/** What the marketplace says of a supply: its shipping, and the kind of its orders; the same supply if that is known. */
function supplyWithNews(supply: Supply, news: SeenSupply): Supply {
  const told = {
    demand: supply.demand ?? (news.isExempt === true ? ('exempt' as const) : null),
    scannedAt: supply.scannedAt ?? news.scannedAt ?? null,
    ...spotTold(supply, news),
    ...(supply.state === 'open' && kindTold(news))
  }
  return isSame({ ...supply, ...told }, supply) ? supply : { ...supply, ...told }
}

/** An empty supply has no kind. */
function kindTold({ isCrossBorder, isB2b }: SeenSupply): Pick<Supply, 'isCrossBorder' | 'isB2b'> {
  return { ...(isCrossBorder !== undefined && { isCrossBorder }), ...(isB2b !== undefined && { isB2b }) }
}

/** Codes as the marketplace holds them, with its verdicts; a refused one puts the order on the problem shelf. */
export function metaSeen(draft: Draft, metas: readonly MetaSeen[]): void {
  const before = draft.current
  for (const meta of metas) {
    const order = draft.order(meta.orderId)
    if (order === undefined) continue
    if (!order.facts.metaKnown) learnMeta(draft, order, meta)
    for (const detail of meta.details) takeVerdict(draft, meta.orderId, detail)
  }
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

function takeVerdict(draft: Draft, orderId: number, detail: MetaSeen['details'][number]): void {
  const order = draft.order(orderId)
  const entry = order?.codes[detail.key]
  if (order === undefined || entry?.state !== 'accepted') return
  // The first edition of the API stores or refuses and has no verdict of its own.
  const decision = detail.decision ?? (detail.values.length === 0 ? 'required' : 'filled')
  if (entry.decision === decision) return
  const verdict = judge(detail.key, decision, order.scheme.kind)
  const isBad = verdict.kind === 'refused' || verdict.kind === 'unknown'
  const state = isBad ? 'refused' : 'accepted'
  const { isVouched: _, ...rest } = entry
  const judged = draft.put({ ...order, codes: { ...order.codes, [detail.key]: { ...rest, decision, state } } })
  if (isBad && order.life !== 'shipped' && order.life !== 'cancelled') {
    const wasHere = draft.table.orderId === orderId
    shelve(draft, judged, { kind: 'codeRefused', key: detail.key, decision })
    if (wasHere || draft.isQuiet) {
      draft.say('refused', { code: 'codeRefusedAtMarketplace', orderId, key: detail.key, decision })
    }
  }
}

/** What the order on the table waits for may have come; an empty, quiet table shows the newest count of what waits. */
function refreshStage(draft: Draft, before: Order | undefined): void {
  const order = draft.current
  if (order !== undefined && before !== undefined && waitsFor(order) !== waitsFor(before)) return advance(draft)
  refreshRest(draft)
}

/** What news can change of an order's needs, as one text to compare. */
function waitsFor({ facts, sticker, stickerLack }: Order): string {
  return JSON.stringify([facts.metaKnown, facts.requiredMeta, sticker === null, stickerLack])
}
