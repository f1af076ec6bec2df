import type { Question } from '../../questions.ts'
import { checkMarkingCode } from '../../codes/gs1.ts'
import type { CodeProblem } from '../../messages.ts'
import { checkCountry } from '../../codes/countries.ts'
import { checkDeclaration } from '../../codes/customs-declaration.ts'
import { checkExpiration, checkGtin, checkUin } from '../../codes/identifiers.ts'
import type { Check } from '../../codes/check.ts'
import { lacks, META_KEYS, SET_KEY } from '../../orders/orders.ts'
import type { CodeEntry, MetaKey, Order } from '../../orders/orders.ts'
import type { Scan } from '../../scanning/scan.ts'
import { namedScheme } from '../../schemes/scheme.ts'
import { ask } from './ask.ts'
import type { Draft } from '../draft.ts'
import { foreignGtin, isOwnGtin, isVouched, unvouch } from './gtins.ts'
import { recallLabel } from '../prints/jobs.ts'
import { advance } from './need.ts'
import { awaitsCountry, setSize } from './asked.ts'
import { growSet, ofSet } from './sets.ts'

/** Codes that belong to one unit and may stand on one order only. */
const UNIQUE: readonly MetaKey[] = ['sgtin', 'imei', 'uin']

/** Whether the order asks for this key, or may have it and such codes are taken here. */
export function takes(draft: Draft, order: Order, key: MetaKey): boolean {
  const { requiredMeta, optionalMeta } = order.facts
  return requiredMeta.includes(key) || (optionalMeta.includes(key) && draft.bench.settings.optionalCodes !== 'skip')
}

/** A marking code for the order on the table: format, use elsewhere and product are judged before it is taken. */
export function acceptMarkingCode(draft: Draft, scan: Extract<Scan, { kind: 'markingCode' }>): void {
  const order = draft.current
  if (order === undefined) return
  if (!takes(draft, order, 'sgtin')) return draft.say('refused', { code: 'codeNotNeeded', key: 'sgtin' })
  if (scan.check.kind === 'bad') {
    return draft.say('refused', { code: 'badCode', key: 'sgtin', problem: scan.check.problem })
  }
  const { code, gtin } = scan.check.value
  const foreign = foreignGtin(draft, order, gtin)
  if (foreign !== null) return draft.say('refused', foreign)
  if (isFree(draft, order, 'sgtin', code)) takeMarkingCode(draft, order, code, gtin)
}

function takeMarkingCode(draft: Draft, order: Order, code: string, gtin: string): void {
  const matches = isOwnGtin(draft, order, gtin)
  if (!matches && !isVouched(draft, order, gtin)) {
    return ask(draft, { kind: 'gtinDiffers', orderId: order.facts.id, code, gtin })
  }
  // The code names the product: who scans it has the right item in hand.
  if (matches) draft.put({ ...order, itemChecked: true })
  accept(draft, 'sgtin', code)
}

/** Any other code for the order on the table. */
export function acceptCode(
  draft: Draft,
  key: Exclude<MetaKey, 'sgtin'>,
  text: string,
  imei?: Check<CodeProblem>
): void {
  const order = draft.current
  if (order === undefined) return
  if (!takes(draft, order, key)) return draft.say('refused', { code: 'codeNotNeeded', key })
  const check: Check<CodeProblem> = imei ?? checkOf(draft, key, text)
  if (check.kind === 'bad') return draft.say('refused', { code: 'badCode', key, problem: check.problem })
  const foreign = key === 'gtin' ? foreignGtin(draft, order, check.value) : null
  if (foreign !== null) return draft.say('refused', foreign)
  if (isFree(draft, order, key, check.value)) accept(draft, key, check.value)
}

/** The expiry date that a product's own symbol tells goes to the order on the table if it asks for one and has none. */
export function acceptDateOf(draft: Draft, scan: Scan): void {
  const order = draft.current
  if (order === undefined || scan.kind !== 'product' || scan.expiration === undefined) return
  if (!order.itemChecked || !takes(draft, order, 'expiration') || order.codes.expiration !== undefined) return
  acceptCode(draft, 'expiration', scan.expiration)
  if (draft.current?.codes.expiration !== undefined) draft.note({ code: 'expirationRead', date: scan.expiration })
}

/** Judges a code other than the marking code; an IMEI comes with its check. */
export function checkOf(draft: Draft, key: Exclude<MetaKey, 'sgtin'>, text: string): Check<CodeProblem> {
  switch (key) {
    case 'imei':
      throw new Error('an IMEI comes with its check')
    case 'uin':
      return checkUin(text)
    case 'gtin':
      return checkGtin(text)
    case 'expiration':
      return checkExpiration(text, draft.context.today)
    case 'customsDeclaration':
      return draft.current !== undefined && awaitsCountry(draft.current) ? checkCountry(text) : checkDeclaration(text)
  }
}

function isFree(draft: Draft, order: Order, key: MetaKey, value: string): boolean {
  if (order.codes[key]?.values.includes(value) === true) {
    draft.say('refused', { code: 'codeAlreadyHere', key })
    return false
  }
  const use = UNIQUE.includes(key) ? draft.context.codeUse(value) : null
  if (use !== null && use.orderId !== order.facts.id) {
    draft.say('refused', { code: 'codeUsed', orderId: use.orderId, at: use.at })
    return false
  }
  const isMissing = lacks(order, key)
  // No code is lost unseen.
  if (!isMissing) ask(draft, { kind: 'replaceCode', orderId: order.facts.id, key, value })
  return isMissing
}

/** The second value of a key takes the place of the first: a date at the marketplace too, any other code is taken off before. */
export function replaceCode(draft: Draft, { key, value }: Extract<Question, { kind: 'replaceCode' }>): void {
  if (draft.current !== undefined && key !== 'expiration') dropCode(draft, draft.current, key)
  const order = draft.current
  if (order === undefined) return
  if (key !== 'sgtin') return accept(draft, key, value)
  takeAsked(draft, order, value)
}

/** The second marking code is one of a set's, beside the first. */
export function addToSet(draft: Draft, { key, value }: Extract<Question, { kind: 'replaceCode' }>): void {
  if (key !== SET_KEY) return draft.say('refused', { code: 'answerFirst' })
  if (growSet(draft) && draft.current !== undefined) takeAsked(draft, draft.current, value)
}

function takeAsked(draft: Draft, order: Order, text: string): void {
  const check = checkMarkingCode(text)
  if (check.kind === 'ok') takeMarkingCode(draft, order, check.value.code, check.value.gtin)
}

/** Writes a judged code onto the order on the table and goes on. */
export function accept(draft: Draft, key: MetaKey, value: string): void {
  const order = draft.current
  if (order === undefined) return
  const here = order.codes[key]
  // What is whole is replaced, what is not goes on.
  const values = here !== undefined && lacks(order, key) ? [...here.values, value] : [value]
  const { now: at } = draft.context
  const entry = { values, at, packerId: draft.bench.packerId, state: 'kept', decision: null } as const
  const codes = { ...order.codes, [key]: ofSet(entry, setSize(draft.bench, order, key)) }
  draft.put({ ...order, codes })
  if (UNIQUE.includes(key)) draft.effects.push({ kind: 'bindCode', key, code: value, orderId: order.facts.id })
  draft.setTable({ undo: [...draft.table.undo, { kind: 'code', key }], question: null })
  advance(draft)
}

/** A dead order's unit goes back to stock: its codes may come again with another order. The order keeps them for the record. */
export function releaseCodes(draft: Draft, order: Order): void {
  for (const key of UNIQUE) {
    release(draft, order.codes[key]?.values ?? [])
  }
}

function release(draft: Draft, codes: readonly string[]): void {
  for (const code of codes) draft.effects.push({ kind: 'releaseCode', code })
}

/** Takes the newest code off an order, of a set the others stay: they are sent anew when the set is whole again. */
export function dropNewest(draft: Draft, order: Order, key: MetaKey): boolean {
  const entry = order.codes[key]
  if (entry === undefined || entry.values.length < 2) return dropCode(draft, order, key)
  const { isVouched: _, ...rest } = entry
  const values = entry.values.slice(0, -1)
  const dropped = entry.values.at(-1) ?? ''
  release(draft, [dropped])
  if (isSent(entry)) draft.queue({ kind: 'deleteMeta', ...namedScheme(order.scheme), orderId: order.facts.id, key })
  const gtin = gtinIn(dropped)
  // What stays may rely on the same word.
  if (!values.some(value => gtinIn(value) === gtin)) unvouch(draft, order.facts.id, gtin)
  const fewer = { ...rest, values, state: 'kept', decision: null } as const
  draft.put({ ...order, codes: { ...order.codes, [key]: fewer } })
  draft.setTable({ undo: draft.table.undo.slice(0, -1) })
  recallLabel(draft, order.facts.id)
  return true
}

/** The 14 digits behind AI 01. */
function gtinIn(markingCode: string): string {
  return markingCode.slice(2, 16)
}

function isSent({ state }: CodeEntry): boolean {
  return state === 'queued' || state === 'accepted'
}

/**
 * Takes a code off an order: freed in the register, deleted at the marketplace if it was on its way.
 * The marketplace can't delete an expiry date: there a new date overwrites it, and until then the old one stays.
 */
export function dropCode(draft: Draft, order: Order, key: MetaKey): boolean {
  const entry = order.codes[key]
  if (entry === undefined) return false
  const left = isSent(entry)
  if (key === 'expiration' && left) {
    draft.say('refused', { code: 'expirationStays' })
    return false
  }
  if (UNIQUE.includes(key)) release(draft, entry.values)
  if (left) draft.queue({ kind: 'deleteMeta', ...namedScheme(order.scheme), orderId: order.facts.id, key })
  if (key === 'sgtin') unvouch(draft, order.facts.id)
  const { [key]: _dropped, ...codes } = order.codes
  draft.put({ ...order, codes })
  if (draft.table.orderId === order.facts.id) {
    draft.setTable({ undo: draft.table.undo.filter(step => step.kind !== 'code' || step.key !== key) })
  }
  if (order.facts.requiredMeta.includes(key)) recallLabel(draft, order.facts.id)
  return true
}

/** Takes the codes off an order that the marketplace refused: they are asked for again. */
export function dropRefused(draft: Draft, orderId: number): void {
  for (const key of META_KEYS) {
    const order = draft.order(orderId)
    if (order?.codes[key]?.state === 'refused') dropCode(draft, order, key)
  }
}
