import { blackBox, dots, frame, type Canvas, type Field } from './canvas.ts'
import { SMALLEST, textField, textInBox, textSize, textWidth } from './zpl-text.ts'

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
  const words = `${millimetres.width} × ${millimetres.height} мм`
  return [
    frame(0, 0, width, height, dots(canvas, LINE)),
    ...ruler(canvas, 'across'),
    ...ruler(canvas, 'down'),
    ...quarter(canvas, 'upper', [words, 'Калибровка']),
    ...quarter(canvas, 'lower', ['Число у края этикетки', 'и есть смещение'])
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
    // At the crossing no number would be told from the other ruler's.
    if (fromEnd % 5 === 0 && length / 2 - fromEnd >= 5)
      fields.push(number(canvas, direction, at, middle, mm * 2 < length ? -fromEnd : fromEnd))
  }
  return fields
}

/** Below the ruler across, at the right of the ruler down, in the middle of its tick. */
function number(canvas: Canvas, direction: 'across' | 'down', at: number, middle: number, value: number): Field {
  const size = textSize(canvas, SMALLEST)
  const text = value < 0 ? String(value) : `+${value}`
  const away = middle + dots(canvas, TICKS.ten + 0.5)
  if (direction === 'down') return textField(away, at - Math.round(size / 2), size, text)
  return textField(Math.max(0, at - Math.round(textWidth(text, size) / 2)), away, size, text)
}

/** Words above the ruler across, at the left of the one down; or below it, beside the numbers. */
function quarter(canvas: Canvas, which: 'upper' | 'lower', lines: readonly string[]): readonly Field[] {
  const smallest = textSize(canvas, SMALLEST)
  const margin = dots(canvas, 3)
  const half = Math.round(canvas.height / 2)
  const box = {
    x: margin,
    y: which === 'upper' ? margin : half + dots(canvas, TICKS.ten + 0.5) + smallest + dots(canvas, 1),
    width: Math.round(canvas.width / 2) - margin - dots(canvas, 1),
    height: half - margin
  }
  const text = lines.join(' ')
  const height = which === 'upper' ? box.height - dots(canvas, 1) : canvas.height - margin - box.y
  const largest = textSize(canvas, which === 'upper' ? 3.4 : SMALLEST)
  return textInBox({ ...box, height }, text, { largest, smallest }).fields
}
