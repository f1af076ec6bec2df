import { blackBox, dots, frame, type Canvas, type Field } from './canvas.ts'
import { columnIn } from './column.ts'
import { SMALLEST, textField, textSize, textWidth } from './zpl-text.ts'

/** Half the thickness of a ruler's line and ticks, in mm. */
const LINE = 0.25
/** Length of the ticks at every mm, fifth and tenth mm, in mm. */
const TICKS = { one: 1, five: 1.75, ten: 2.5 } as const

/**
 * A frame along the media's edges and two rulers through the middle, each counted from both its ends: towards minus from the
 * left and the top, towards plus from the right and the bottom. The number at which a label's edge cuts a ruler is the
 * offset. Nothing else of the profile moves it.
 */
export function drawCalibration(canvas: Canvas): readonly Field[] {
  const { width, height, millimetres } = canvas
  return [
    frame(0, 0, width, height, dots(canvas, LINE)),
    ...ruler(canvas, 'across'),
    ...ruler(canvas, 'down'),
    ...upperLeft(canvas, [`${millimetres.width}×${millimetres.height} мм`, 'Число у края — смещение'])
  ]
}

function ruler(canvas: Canvas, direction: 'across' | 'down'): readonly Field[] {
  const { width, height, millimetres, dotsPerMm } = canvas
  const isAcross = direction === 'across'
  const length = isAcross ? millimetres.width : millimetres.height
  const thickness = dots(canvas, LINE)
  const middle = Math.round((isAcross ? height : width) / 2)
  const fields: Field[] = [isAcross ? blackBox(0, middle, width, thickness) : blackBox(middle, 0, thickness, height)]
  for (let mm = 1; mm < length; mm += 1) {
    const fromEnd = Math.min(mm, length - mm)
    const tick = dots(canvas, fromEnd % 10 === 0 ? TICKS.ten : fromEnd % 5 === 0 ? TICKS.five : TICKS.one)
    const at = mm * dotsPerMm
    fields.push(isAcross ? blackBox(at, middle, thickness, tick) : blackBox(middle, at, tick, thickness))
    if (isNumbered(mm, length, isAcross)) {
      fields.push(number(canvas, direction, at, middle, mm * 2 < length ? -fromEnd : fromEnd))
    }
  }
  return fields
}

/** At 5 and every 10 mm; near the crossing no number would be told from the other ruler's. */
function isNumbered(mm: number, length: number, isAcross: boolean): boolean {
  const fromEnd = Math.min(mm, length - mm)
  const free = mm * 2 < length ? 5 : isAcross ? 9 : 7
  return (fromEnd === 5 || fromEnd % 10 === 0) && length / 2 - fromEnd >= free
}

/** Below the ruler across, at the right of the ruler down, in the middle of its tick. */
function number(canvas: Canvas, direction: 'across' | 'down', at: number, middle: number, value: number): Field {
  const size = textSize(canvas, SMALLEST)
  const text = value < 0 ? String(value) : `+${value}`
  const away = middle + dots(canvas, TICKS.ten + 0.5)
  if (direction === 'down') return textField(away, at - Math.round(size / 2), size, text)
  return textField(at - Math.round(textWidth(text, size) / 2), away, size, text)
}

function upperLeft(canvas: Canvas, lines: readonly string[]): readonly Field[] {
  const margin = dots(canvas, 2.5)
  const [right, bottom] = [canvas.width / 2 - dots(canvas, 1), canvas.height / 2 - dots(canvas, 1)]
  const column = columnIn(canvas, { left: margin, top: margin, right: Math.floor(right), bottom: Math.floor(bottom) })
  for (const [index, line] of lines.entries()) column.text(line, { largest: 3.4, ...(index === 0 && { room: 3.4 }) })
  return column.fields
}
