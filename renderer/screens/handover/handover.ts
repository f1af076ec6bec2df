import { decodeScan } from '../../../shared/domain/scanning/scan.ts'
import type { Page } from '../../page.ts'
import type { PageStore } from '../../store.ts'
import type { Handover } from './counter.ts'

/** Changes a part of it; what was said of other codes is no longer so. */
export function setHandover(store: PageStore, part: Partial<Handover>): void {
  store.setState(({ handover }) => ({ handover: { ...handover, said: null, ...part } }))
}

/** A scan at the counter: the order's code begins with the next buyer, digits are a passcode. */
export function scanAtCounter(page: Page, text: string): void {
  const { store } = page
  const { handover } = store.getState()
  if (handover.said?.kind === 'asking') return
  const scans = handover.scans + 1
  const scan = decodeScan(text)
  if (scan.kind === 'pickupCode') return setHandover(store, { orderCode: scan.orderCode, passcode: '', scans })
  if (!/^\d{1,12}$/.test(scan.raw)) return setHandover(store, { said: { kind: 'notScanned' }, scans })
  setHandover(store, { passcode: scan.raw, scans })
  if (store.getState().handover.orderCode !== '') void ask(page)
}

/** Asks the marketplace, unless it may not be asked yet. */
export async function ask({ store, calls, sounds }: Page): Promise<void> {
  const { handover, view } = store.getState()
  const orderCode = handover.orderCode.trim()
  const passcode = handover.passcode.trim()
  if (handover.said?.kind === 'asking' || orderCode === '' || passcode === '') return
  if (handover.freeAt > performance.now()) return
  setHandover(store, { orderCode, passcode, said: { kind: 'asking' } })
  const said = await calls.ask('pickup.identity', { orderCode, passcode })
  const freeAt = said !== null && 'nextTryMs' in said ? performance.now() + said.nextTryMs : handover.freeAt
  // A passcode that was wrong is typed anew.
  const isWrong = said?.kind === 'wrongPasscode' || said?.kind === 'malformed'
  setHandover(store, { said, freeAt, ...(isWrong && { passcode: '' }) })
  sounds.play(said?.kind === 'same' ? 'done' : 'refused', view?.settings.volume ?? 0)
}
