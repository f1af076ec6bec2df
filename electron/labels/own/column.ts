import type { Box } from '../bitmap.ts'
import { blackBox, dots, type Canvas, type Field } from './canvas.ts'
import { SMALLEST, textInBox, textSize } from './zpl-text.ts'

export interface Column {
  readonly fields: readonly Field[]
  /** Text as large as `largest` mm in `room` mm of height at most. */
  text(text: string, rules: { readonly largest: number; readonly room?: number }): void
  line(): void
  /** Dots that are left. */
  room(): number
  readonly y: number
}

/** Things one below the other in a box. */
export function columnIn(canvas: Canvas, box: Box, gapMm = 1.25): Column {
  const gap = dots(canvas, gapMm)
  const smallest = textSize(canvas, SMALLEST)
  const [x, width] = [box.left, box.right - box.left]
  const fields: Field[] = []
  let y = box.top
  return {
    fields,
    text(text, { largest, room }) {
      const left = box.bottom - y
      if (left < smallest || text.trim() === '') return
      const height = Math.max(smallest, Math.min(left, room === undefined ? left : dots(canvas, room)))
      const block = textInBox({ x, y, width, height }, text, { largest: textSize(canvas, largest), smallest })
      fields.push(...block.fields)
      y += block.height + gap
    },
    line() {
      const thickness = dots(canvas, 0.5)
      fields.push(blackBox(x, y, width, thickness))
      y += thickness + gap
    },
    room: () => Math.max(0, box.bottom - y),
    get y() {
      return y
    }
  }
}
