import { existsSync, readFileSync } from 'node:fs'
import type { PaperEvent } from './simulated-printer.ts'

/** One thing that happened to a printer's paper, as a line of its tray file. */
export type TrayEntry =
  | { readonly kind: 'label'; readonly text: string }
  | { readonly kind: 'feed' }
  | { readonly kind: 'zeroed' }

/** What a printer counts when it comes from its maker. */
const FIRST_COUNT = 1000

export function toLine(event: PaperEvent): string {
  const entry: TrayEntry =
    event.kind === 'label' ? { kind: 'label', text: Buffer.from(event.bytes).toString('latin1') } : event
  return `${JSON.stringify(entry)}\n`
}

export function readTray(path: string): readonly TrayEntry[] {
  if (!existsSync(path)) return []
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.filter(line => line !== '').map(line => JSON.parse(line) as TrayEntry)
}

/** What the odometer says after all that: it outlives the power. */
export function countIn(entries: readonly TrayEntry[]): number {
  const zeroed = entries.findLastIndex(({ kind }) => kind === 'zeroed')
  return entries.length - zeroed - 1 + (zeroed < 0 ? FIRST_COUNT : 0)
}
