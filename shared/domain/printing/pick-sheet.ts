import { mediaMillimetres, type MediaSize } from './media.ts'

/** A part of a pick list on a label (mm): white above and below, the letters of its head and the gap behind them, and what a line takes at least and at most. */
export const PICK_SHEET = { margins: 4, head: 3.4, gap: 1, line: 7, tallestLine: 9 } as const

/** How many lines of a pick list a label takes. */
export function linesOnLabel(media: MediaSize): number {
  const { margins, head, gap, line } = PICK_SHEET
  return Math.max(1, Math.floor((mediaMillimetres(media).height - margins - head - gap) / line))
}
