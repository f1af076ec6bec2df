import { mayChange } from '../codes/decisions.ts'
import { unjudged, warnedKeys } from '../codes/judged.ts'
import {
  awaitsDeclaration,
  isDue,
  isMetaUnknown,
  isNew,
  isOver,
  isPackable,
  isProblem,
  isSettled,
  META_KEYS
} from './orders.ts'
import type { Order, OrderLife, StickerMake } from './orders.ts'
import { rulesFor } from '../schemes/schemes.ts'
import type { Scheme } from '../schemes/scheme.ts'

/** What a packer who shows a thing wants to know of an order that asks for it. */
export type ScanFate = 'packable' | 'fresh' | 'left' | 'over' | 'shelved' | 'cancelled'

/** The lists in which orders are kept: names of their own, so that whoever asks and whoever files can't differ. */
export const marks = {
  every: 'every',
  life: (life: OrderLife) => `life ${life}`,
  scheme: (scheme: Scheme) => `scheme ${scheme}`,
  /** Its statuses at the marketplace may still change something here. */
  open: (scheme: Scheme) => `open ${scheme}`,
  isNew: 'new',
  /** By what may share a batch; kinds of two schemes never read alike. */
  newOfKind: (kind: string) => `new ${kind}`,
  newOf: (scheme: Scheme) => `new of ${scheme}`,
  newPinned: 'new pinned',
  newExpress: 'new express',
  /** Open to be packed, and somebody put it before the others. */
  pinnedIn: (supplyId: string) => `pinned in ${supplyId}`,
  problem: 'problem',
  metaUnknown: 'meta unknown',
  /** The marketplace did not take how its way ended. */
  handoverRefused: 'handover refused',
  travelsAgain: 'travels again',
  thing: (sku: string, fate: ScanFate) => `${fate} ${sku}`,
  thingIn: (supplyId: string, sku: string, fate: ScanFate) => `${fate} ${sku} in ${supplyId}`,
  /** In assembly, in any supply, and its sticker could be fetched: there is none, or one of this make that is not printed. */
  sticker: (make: StickerMake | null) => `sticker ${makeText(make)}`,
  stickerIn: (supplyId: string, make: StickerMake | null) => `sticker ${makeText(make)} in ${supplyId}`,
  in: (supplyId: string) => `in ${supplyId}`,
  /** Not cancelled, and in this box of the supply. */
  inBox: (supplyId: string, boxId: string) => `box ${boxId} in ${supplyId}`,
  /** The parcels that a buyer collects by this code. */
  pickupCode: (orderCode: string) => `code ${orderCode}`,
  lifeIn: (supplyId: string, life: OrderLife) => `life ${life} in ${supplyId}`,
  /** Packed, and the marketplace has not taken all its codes yet, or has no verdict on one that lets it travel. */
  unjudgedIn: (supplyId: string) => `unjudged in ${supplyId}`,
  /** Packed, and a verdict that was told may change. */
  changingIn: (supplyId: string) => `changing in ${supplyId}`,
  /** It is to leave by a word of its own, and a verdict that was told may change. */
  changingDue: 'changing due',
  /** Packed, and a warning holds it back. */
  warnedIn: (supplyId: string) => `warned in ${supplyId}`,
  /** Not cancelled, and the marketplace takes it in there. */
  officeIn: (supplyId: string, office: string) => `office ${office} in ${supplyId}`,
  abroadIn: (supplyId: string) => `abroad in ${supplyId}`
} as const

/** Of a sticker that was fetched by a version which did not say so. */
const OLDER_MAKE: StickerMake = { size: '58x40', picture: false }

function makeText(make: StickerMake | null): string {
  return make === null ? 'none' : `${make.size} ${make.picture}`
}

/** The lists that an order stands in. */
export function marksOf(order: Order): readonly string[] {
  const { facts, life, supplyId } = order
  const found: string[] = [marks.every, marks.life(life), marks.scheme(order.scheme.kind)]
  if (!isSettled(order)) found.push(marks.open(order.scheme.kind))
  if (isNew(order)) {
    found.push(marks.isNew, marks.newOfKind(rulesFor(order).kindOf(order)), marks.newOf(order.scheme.kind))
    if (order.isPinned === true) found.push(marks.newPinned)
    if (rulesFor(order).isExpress(order)) found.push(marks.newExpress)
  }
  if (isProblem(order)) found.push(marks.problem)
  if (isMetaUnknown(order)) found.push(marks.metaUnknown)
  if (order.handover?.state.kind === 'refused') found.push(marks.handoverRefused)
  if (order.travelsAgain === true) found.push(marks.travelsAgain)
  if (order.scheme.kind === 'pickup' && order.scheme.orderCode !== '') {
    found.push(marks.pickupCode(order.scheme.orderCode))
  }
  const fate = fateOf(life)
  for (const sku of new Set(facts.skus)) {
    found.push(marks.thing(sku, fate))
    if (supplyId !== null) found.push(marks.thingIn(supplyId, sku, fate))
  }
  if (supplyId !== null) found.push(...marksIn(supplyId, order))
  if (isDue(order) && mayChangeYet(order)) found.push(marks.changingDue)
  return found
}

function* marksIn(supplyId: string, order: Order): IterableIterator<string> {
  const { facts, life, boxId } = order
  yield marks.in(supplyId)
  if (boxId !== undefined && life !== 'cancelled') yield marks.inBox(supplyId, boxId)
  yield marks.lifeIn(supplyId, life)
  if (order.isPinned === true && isPackable(order)) yield marks.pinnedIn(supplyId)
  const make = stickerWanted(order)
  if (make !== undefined) {
    yield marks.sticker(make)
    yield marks.stickerIn(supplyId, make)
  }
  if (life !== 'cancelled') for (const office of new Set(facts.offices)) yield marks.officeIn(supplyId, office)
  if (facts.isCrossBorder) yield marks.abroadIn(supplyId)
  if (life !== 'packed') return
  if (unjudged(order) > 0) yield marks.unjudgedIn(supplyId)
  if (mayChangeYet(order)) yield marks.changingIn(supplyId)
  // Those of a supply are asked about together, once it closes.
  const isAsked = order.scheme.kind === 'fbs' || isDue(order)
  if (isAsked && warnedKeys(order).length > 0) yield marks.warnedIn(supplyId)
}

/** What the sticker was drawn for of an order whose sticker could be fetched, null for none; undefined: it needs no other. */
export function stickerWanted(order: Order): StickerMake | null | undefined {
  const { facts, supplyId, supplierStatus, life, sticker, label } = order
  if (
    supplyId === null ||
    rulesFor(order).label === 'own' ||
    supplierStatus !== 'confirm' ||
    awaitsDeclaration(order) ||
    isOver(life)
  )
    return undefined
  if (sticker === null) return null
  // A border's PDF fits every printer.
  return label === 'printed' || facts.isCrossBorder ? undefined : (sticker.make ?? OLDER_MAKE)
}

function mayChangeYet({ codes, scheme }: Order): boolean {
  return META_KEYS.some(key => {
    const entry = codes[key]
    return entry?.state === 'accepted' && mayChange(key, entry.decision, scheme.kind)
  })
}

/** What a packer who shows the thing of such an order is told by. */
export function fateOf(life: OrderLife): ScanFate {
  switch (life) {
    case 'claimed':
    case 'coded':
    case 'stickered':
      return 'packable'
    case 'packed':
    case 'shipped':
      return 'left'
    case 'handed':
    case 'returned':
      return 'over'
    case 'fresh':
    case 'shelved':
    case 'cancelled':
      return life
  }
}
