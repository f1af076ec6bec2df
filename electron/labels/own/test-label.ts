import { dots, frame, innerBox, scaled, type Canvas, type Field } from './canvas.ts'
import { columnIn } from './column.ts'
import { SMALLEST } from './zpl-text.ts'

/** A frame that stands as far from each edge as every label's things do, and words in three sizes: shows at once whether offset, darkness and letters are right. */
export function drawTest(canvas: Canvas): readonly Field[] {
  const { left, top, right, bottom } = innerBox(canvas)
  const { width, height } = canvas.millimetres
  const inside = dots(canvas, 2)
  const box = { left: left + inside, top: top + inside, right: right - inside, bottom: bottom - inside }
  const column = columnIn(canvas, box)
  column.text(`${width} × ${height} мм`, { largest: scaled(canvas, 6.75), room: 7 })
  column.text('Съешь ещё этих мягких французских булок', { largest: scaled(canvas, 4.5), room: 13 })
  column.text('Рамка в 2 мм от краёв', { largest: SMALLEST })
  return [frame(left, top, right - left, bottom - top, dots(canvas, 0.25)), ...column.fields]
}
