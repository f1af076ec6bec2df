import type { PickupParcel } from '../../../shared/view/pickup-view.ts'
import { parseParcel, type Command } from '../../../shared/domain/scanning/commands.ts'
import { decodeScan } from '../../../shared/domain/scanning/scan.ts'
import type { HandoverOutcome } from '../../../shared/domain/schemes/scheme.ts'
import type { Page } from '../../page.ts'
import type { PageStore } from '../../store.ts'
import { saidCode } from '../said-code.ts'
import { currentOf, withAnother, withBuyer, withoutBuyer, type Buyer, type Counter, type Said } from './counter.ts'

/** How many digits of a passcode the marketplace takes stands in the settings, and is told when it is asked for. */
const PASSCODE_DIGITS = { least: 1, most: 12 } as const

function change(store: PageStore, to: (counter: Counter) => Counter): void {
  store.setState(({ handover }) => ({ handover: to(handover) }))
}

/** Changes a part of one buyer's hand-over. */
export function setBuyer(store: PageStore, id: number, part: Partial<Buyer>): void {
  change(store, counter => withBuyer(counter, id, part))
}

/** The hand is with this buyer now. */
export function turnTo(store: PageStore, id: number): void {
  if (store.getState().handover.currentId !== id) change(store, counter => ({ ...counter, currentId: id }))
}

/** The buyer has gone; the place is free. */
export function leaveBuyer(page: Page, id: number): void {
  const buyer = page.store.getState().handover.buyers.find(one => one.id === id)
  if (buyer !== undefined) forget(page, buyer)
  change(page.store, counter => withoutBuyer(counter, id))
}

/** The station takes whoever said the right passcode for the buyer until it is told that they left. */
function forget({ calls }: Page, { isKnown, orderCode }: Pick<Buyer, 'isKnown' | 'orderCode'>): void {
  if (isKnown) void calls.act('pickup.leave', { orderCode: orderCode.trim() })
}

/** The one who stands beside, or a place for the next one. */
export function turnToOther(store: PageStore): void {
  change(store, counter => {
    const other = counter.buyers.find(({ id }) => id !== counter.currentId)
    return other === undefined ? withAnother(counter) : { ...counter, currentId: other.id }
  })
}

/** A scan at the counter: an order's code begins with a buyer, digits are a passcode, a parcel's own label gives it out. */
export async function scanAtCounter(page: Page, text: string): Promise<void> {
  const { store, calls } = page
  const scan = decodeScan(text)
  if (scan.kind === 'command') return commandAtCounter(page, scan.command)
  if (scan.kind === 'operator') return void calls.scanText(text)
  if (scan.kind === 'pickupCode') return takeCode(page, scan.orderCode)
  const buyer = currentOf(store.getState().handover)
  if (buyer.said?.kind === 'asking') return
  const orderId = parseParcel(scan.symbol)
  if (orderId !== null) return scanParcel(page, buyer, orderId)
  const scans = buyer.scans + 1
  const passcode = saidCode(scan, PASSCODE_DIGITS)
  if (passcode === null || buyer.isKnown) return refuse(page, buyer.id, { kind: 'notScanned' }, { scans })
  setBuyer(store, buyer.id, { passcode, scans })
  if (buyer.orderCode !== '') await ask(page, buyer.id)
}

/** What the keys and the command barcodes mean at the counter. */
export function commandAtCounter(page: Page, command: Command): void {
  const { store } = page
  const buyer = currentOf(store.getState().handover)
  switch (command) {
    case 'skip':
      return turnToOther(store)
    case 'acknowledge':
    case 'next':
      return leaveBuyer(page, buyer.id)
    case 'problem':
      return void turnDown(page, buyer)
    default:
      return refuse(page, buyer.id, { kind: 'notScanned' })
  }
}

/** Asks the marketplace, unless it may not be asked yet. */
export async function ask(page: Page, id: number): Promise<void> {
  const { store, calls, sounds } = page
  const { handover, view } = store.getState()
  const buyer = handover.buyers.find(one => one.id === id)
  if (buyer === undefined || buyer.isKnown) return
  const orderCode = buyer.orderCode.trim()
  const passcode = buyer.passcode.trim()
  if (buyer.said?.kind === 'asking' || orderCode === '' || passcode === '') return
  if (handover.freeAt > performance.now()) return
  setBuyer(store, id, { orderCode, passcode, said: { kind: 'asking' } })
  const said = await calls.ask('pickup.identity', { orderCode, passcode })
  if (said !== null && 'nextTryMs' in said) {
    change(store, counter => ({ ...counter, freeAt: performance.now() + said.nextTryMs }))
  }
  const asked = store.getState().handover.buyers.find(one => one.id === id)
  if (asked === undefined || asked.orderCode.trim() !== orderCode) {
    // Another code stands there now, or nobody: the answer is not about that one.
    return forget(page, { isKnown: said?.kind === 'same', orderCode })
  }
  // A passcode that was wrong is typed anew, and one that was right is not needed any more.
  const isUsed = said?.kind === 'wrongPasscode' || said?.kind === 'malformed' || said?.kind === 'same'
  setBuyer(store, id, {
    said,
    isKnown: said?.kind === 'same',
    ...(isUsed && asked.passcode.trim() === passcode && { passcode: '' })
  })
  sounds.play(said?.kind === 'same' ? 'done' : 'refused', view?.settings.volume ?? 0)
}

/** The parcel's way ends here: its buyer takes it, or does not. */
export async function tellEnd(page: Page, buyerId: number, orderId: number, outcome: HandoverOutcome): Promise<void> {
  const told = await page.calls.tell('orders.handOver', { orderId, outcome, code: null })
  if (told?.kind === 'taken') setBuyer(page.store, buyerId, { said: { kind: 'told', outcome } })
  if (told?.kind === 'refused') refuse(page, buyerId, { kind: 'notTaken', why: told.why })
}

function refuse({ store, sounds }: Page, id: number, said: Said, part: Partial<Buyer> = {}): void {
  setBuyer(store, id, { ...part, said })
  sounds.play('refused', store.getState().view?.settings.volume ?? 0)
}

/** The code of the next buyer: in place of one who has all, or whose passcode nobody has asked for; else beside. */
async function takeCode(page: Page, orderCode: string): Promise<void> {
  const { store } = page
  const { handover } = store.getState()
  const known = handover.buyers.find(buyer => buyer.orderCode === orderCode)
  if (known !== undefined) return turnTo(store, known.id)
  const buyer = currentOf(handover)
  const isBusy = buyer.isKnown && (await parcelsOf(page, buyer)).some(({ state }) => state === 'ready')
  if (!isBusy && buyer.said?.kind !== 'asking') {
    forget(page, buyer)
    return setBuyer(store, buyer.id, { orderCode, passcode: '', isKnown: false, scans: buyer.scans + 1 })
  }
  const wider = withAnother(store.getState().handover)
  const other = currentOf(wider)
  if (other.orderCode !== '') return refuse(page, buyer.id, { kind: 'bothBusy' })
  change(store, () => withBuyer(wider, other.id, { orderCode, scans: other.scans + 1 }))
}

/** A parcel's own label: its buyer's code where nobody stands yet, else the parcel is given out if it is that buyer's. */
async function scanParcel(page: Page, buyer: Buyer, orderId: number): Promise<void> {
  if (buyer.orderCode === '') {
    const order = await page.calls.ask('orders.get', { orderId })
    const scheme = order?.order.scheme
    if (scheme?.kind !== 'pickup' || scheme.orderCode === '') {
      return refuse(page, buyer.id, { kind: 'otherParcel', orderId })
    }
    return takeCode(page, scheme.orderCode)
  }
  const { buyers } = page.store.getState().handover
  for (const one of [buyer, ...buyers.filter(({ id }) => id !== buyer.id)]) {
    const parcel = (await parcelsOf(page, one)).find(({ id }) => id === orderId)
    if (parcel === undefined) continue
    turnTo(page.store, one.id)
    if (!one.isKnown) return refuse(page, one.id, { kind: 'passcodeFirst' })
    if (parcel.state === 'ready') return tellEnd(page, one.id, orderId, 'receive')
    const isTold = parcel.state === 'telling' || parcel.state === 'handed' || parcel.state === 'returned'
    return refuse(page, one.id, { kind: isTold ? 'alreadyTold' : 'notReady', orderId })
  }
  refuse(page, buyer.id, { kind: 'otherParcel', orderId })
}

/** The only parcel that is left is turned down; of several it is said by their buttons which one. */
async function turnDown(page: Page, buyer: Buyer): Promise<void> {
  if (!buyer.isKnown) return refuse(page, buyer.id, { kind: 'passcodeFirst' })
  const ready = (await parcelsOf(page, buyer)).filter(({ state }) => state === 'ready')
  const [first, ...more] = ready
  if (first === undefined || more.length > 0) return refuse(page, buyer.id, { kind: 'whichParcel' })
  return tellEnd(page, buyer.id, first.id, 'reject')
}

async function parcelsOf({ calls }: Page, { orderCode }: Buyer): Promise<readonly PickupParcel[]> {
  if (orderCode.trim() === '') return []
  return (await calls.ask('pickup.parcels', { orderCode: orderCode.trim() })) ?? []
}
