import type { CourierParcel } from '../../../shared/contract/courier-methods.ts'
import type { Message } from '../../../shared/domain/messages.ts'
import { parseParcel, type Command } from '../../../shared/domain/scanning/commands.ts'
import { decodeScan } from '../../../shared/domain/scanning/scan.ts'
import type { HandoverOutcome } from '../../../shared/domain/schemes/scheme.ts'
import type { Calls } from '../../calls.ts'
import { saidCode } from '../said-code.ts'
import type { Page } from '../../page.ts'
import type { PageStore } from '../../store.ts'
import type { CourierDesk, Returned } from './courier.ts'

/** A buyer at the door says six digits; others are left room. */
const CODE_DIGITS = { least: 4, most: 8 } as const

function change(store: PageStore, part: (desk: CourierDesk) => Partial<CourierDesk>): void {
  store.setState(({ courier }) => ({ courier: { ...courier, said: null, ...part(courier) } }))
}

/** A scan at the courier's desk: a packed parcel is loaded, one that was out is back, and a code is its buyer's. */
export async function scanAtCourier(page: Page, text: string): Promise<void> {
  const scan = decodeScan(text)
  if (scan.kind === 'command') return commandAtCourier(page, scan.command)
  if (scan.kind === 'operator') return void page.calls.scanText(text)
  const orderId = parseParcel(scan.symbol)
  if (orderId !== null) return takeParcel(page, orderId)
  const { back, atId } = page.store.getState().courier
  if (!back.some(one => one.orderId === atId)) return refuse(page, { kind: 'notParcel' })
  const code = saidCode(scan, CODE_DIGITS)
  if (code === null) return refuse(page, { kind: 'notCode' })
  setReturned(page.store, atId ?? 0, { code })
}

/** What the keys and the command barcodes mean there. */
export function commandAtCourier(page: Page, command: Command): void {
  if (command === 'supplyDone') return void handOut(page)
  if (command === 'acknowledge') return change(page.store, () => ({ loading: [], back: [], atId: null }))
  refuse(page, { kind: 'notParcel' })
}

/** Lays a parcel on the pile that it belongs to by its state; whatever is neither packed nor out belongs to none. */
export async function takeParcel(page: Page, orderId: number): Promise<void> {
  const { store, calls, sounds } = page
  const parcel = (await calls.ask('courier.desk', undefined))?.find(({ id }) => id === orderId)
  if (parcel?.state === 'packed') {
    change(store, ({ loading }) => ({ loading: [...loading.filter(id => id !== orderId), orderId] }))
  } else if (parcel?.state === 'out') {
    change(store, ({ back }) => ({
      back: back.some(one => one.orderId === orderId) ? back : [...back, { orderId, code: '', outcome: 'receive' }],
      atId: orderId
    }))
  } else return refuse(page, { kind: 'notNow', orderId, state: parcel?.state ?? null })
  sounds.play('goOn', store.getState().view?.settings.volume ?? 0)
}

/** Takes a parcel off both piles. */
export function leaveParcel(store: PageStore, orderId: number): void {
  change(store, ({ loading, back }) => ({
    loading: loading.filter(id => id !== orderId),
    back: back.filter(one => one.orderId !== orderId)
  }))
}

/** The buyer's code, or how it ended, of a parcel that came back. */
export function setReturned(store: PageStore, orderId: number, part: Partial<Returned>): void {
  change(store, ({ back }) => ({
    back: back.map(one => (one.orderId === orderId ? { ...one, ...part } : one)),
    atId: orderId
  }))
}

/** All that is loaded leaves with the courier, asked about first where labels show a former time; what may not leave stays on the pile, and is named. */
export async function handOut(page: Page): Promise<void> {
  const { loading, said } = page.store.getState().courier
  if (loading.length === 0) return refuse(page, { kind: 'notParcel' })
  if (said?.kind !== 'oldLabels') {
    const rows = await page.calls.ask('courier.desk', undefined)
    const old = (rows ?? []).filter(({ id, hasOldLabel }) => hasOldLabel && loading.includes(id)).map(({ id }) => id)
    if (old.length > 0) return say(page, { kind: 'oldLabels', orderIds: old }, 'ask')
  }
  const handed = await page.calls.tell('courier.handOut', { orderIds: [...loading] })
  if (handed === null) return
  const { staying, why } = handed
  change(page.store, desk => ({ loading: desk.loading.filter(id => !loading.includes(id) || staying.includes(id)) }))
  if (why !== null) return refuse(page, { kind: 'notTaken', why })
  if (staying.length > 0) refuse(page, { kind: 'stay', orderIds: staying })
}

/** The labels of these parcels once more, with the time that holds now. */
export async function printNewLabels(page: Page, orderIds: readonly number[]): Promise<void> {
  for (const orderId of orderIds) await page.calls.act('orders.reprint', { orderId, reason: 'other' })
  change(page.store, () => ({}))
}

/** Tells how the way of each parcel that has its buyer's code ended; the others wait for theirs. */
export async function tellEnds(page: Page): Promise<void> {
  let why: Message | null = null
  for (const { orderId, code, outcome } of page.store.getState().courier.back) {
    if (code.trim() === '') continue
    const told = await page.calls.tell('orders.handOver', { orderId, outcome, code: code.trim() })
    if (told?.kind === 'taken') leaveParcel(page.store, orderId)
    if (told?.kind === 'refused') why = told.why
  }
  if (why !== null) refuse(page, { kind: 'notTaken', why })
}

/** Parcels that the station takes on one route sheet. */
const SHEET = 200

/** All of these parcels, on as many route sheets as it takes. */
export async function printRoute(calls: Pick<Calls, 'print'>, orderIds: readonly number[]): Promise<void> {
  for (let from = 0; from < orderIds.length; from += SHEET) {
    await calls.print('labels.print', { kind: 'routeSheet', orderIds: orderIds.slice(from, from + SHEET) })
  }
}

function refuse(page: Page, said: NonNullable<CourierDesk['said']>): void {
  say(page, said, 'refused')
}

function say({ store, sounds }: Page, said: NonNullable<CourierDesk['said']>, sound: 'refused' | 'ask'): void {
  change(store, () => ({ said }))
  sounds.play(sound, store.getState().view?.settings.volume ?? 0)
}

/** Whether a parcel can be laid on a pile. */
export function hasPile({ state }: CourierParcel): boolean {
  return state === 'packed' || state === 'out'
}

export const OUTCOMES = ['receive', 'reject'] as const satisfies readonly HandoverOutcome[]
