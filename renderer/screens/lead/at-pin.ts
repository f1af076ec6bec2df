import { decodeScan } from '../../../shared/domain/scanning/scan.ts'
import { cleanScan, NO_CLEANING } from '../../../shared/domain/scanning/scan-cleaning.ts'
import { decodeKeys, type KeyStroke } from '../../../shared/domain/scanning/wedge.ts'
import { askForLead } from '../../calls.ts'
import type { Page } from '../../page.ts'
import { isBoardWindow } from '../board/board-window.ts'

/**
 * Where a PIN is typed a scanner's keys are a scan if they are a badge or one of our commands, which no PIN can be. Anything else,
 * a PIN typed fast or a buyer's code it may be, goes nowhere, and the field says so.
 */
export function scanAtPin({ store, calls, sounds }: Page, keys: readonly KeyStroke[]): void {
  const { view, pinScans } = store.getState()
  const text = cleanScan(decodeKeys(keys), view?.settings.wedgeCleaning ?? NO_CLEANING)
  const { kind } = decodeScan(text)
  if (kind === 'operator' || kind === 'command') return void calls.scan(keys)
  store.setState({ pinScans: pinScans + 1 })
  sounds.play('refused', view?.settings.volume ?? 0)
}

/**
 * Asks for a lead's PIN where the packing table wants a lead's word, and says "yes" with it: the question stands yet. Once the
 * table has moved on, by a "no" that anybody may say, nothing is asked. The result stops it.
 */
export function followLeadFirst({ store, calls }: Page, window: { readonly name: string }): () => void {
  if (isBoardWindow(window)) return () => undefined
  let ask: (() => void) | null = null
  return store.subscribe((state, before) => {
    if (state.view === null || before.view === null || state.view.feedback === before.view.feedback) return
    const { feedback } = state.view
    const isNew = feedback.at !== before.view.feedback.at || before.view.feedback.message.code !== 'leadFirst'
    if (feedback.message.code !== 'leadFirst') {
      ask?.()
      ask = null
    } else if (isNew && state.leadAsked === null) {
      void askForLead(store).then(isIn => isIn && calls.act('bench.command', { command: 'yes' }))
      const { leadAsked } = store.getState()
      ask = () => store.getState().leadAsked === leadAsked && leadAsked?.settle(false)
    }
  })
}
