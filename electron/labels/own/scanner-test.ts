import type { OwnLabel } from '../../../shared/domain/printing/print-jobs.ts'
import { TEST_CODES, type TestCode } from '../../../shared/domain/scanning/scanner-test/codes.ts'
import type { Box } from '../bitmap.ts'
import { BadLabelError } from '../bad-label.ts'
import { dots, innerBox, scaled, type Canvas, type Field } from './canvas.ts'
import { columnIn } from './column.ts'
import { dataMatrixField, dataMatrixFor } from './data-matrix.ts'
import { qrField, qrFor } from './qr.ts'

/** Modules of an EAN-13, and of the white at its sides. */
const EAN_MODULES = 95
const EAN_QUIET = 11

/** One of the codes that a scanner is tested with, in the middle below its number; a page beyond the last is the last. */
export function drawScannerTest(label: Extract<OwnLabel, { kind: 'scannerTest' }>, canvas: Canvas): readonly Field[] {
  const page = Math.min(Math.max(0, Math.trunc(label.page)), TEST_CODES.length - 1)
  const code = TEST_CODES[page]
  if (code === undefined) throw new BadLabelError('noLabel')
  const inner = innerBox(canvas)
  const title = columnIn(canvas, inner)
  title.text(`Тест сканера ${page + 1} из ${TEST_CODES.length}`, { largest: scaled(canvas, 3.4), room: 3.4 })
  const symbol = symbolIn(canvas, { ...inner, top: title.y }, code)
  if (symbol === null) throw new BadLabelError('unreadableCode')
  return [...title.fields, symbol]
}

function symbolIn(canvas: Canvas, box: Box, { symbology, text }: TestCode): Field | null {
  const height = box.bottom - box.top
  const middle = (side: number, room: number): number => Math.max(0, Math.floor((room - side) / 2))
  switch (symbology) {
    case 'ean13': {
      const module = Math.min(dots(canvas, 0.375), Math.floor(canvas.width / (EAN_MODULES + 2 * EAN_QUIET)))
      const bars = Math.min(height, dots(canvas, scaled(canvas, 18)))
      const x = middle(EAN_MODULES * module, canvas.width)
      return { x, y: box.top + middle(bars, height), zpl: `^BY${module}^BEN,${bars},N,N^FD${text.slice(0, 12)}` }
    }
    case 'qrcode': {
      const qr = qrFor(canvas, text, Math.min(scaled(canvas, 0.625), height / canvas.dotsPerMm / 33))
      if (qr === null) return null
      return qrField(qr, middle(qr.side, canvas.width), box.top + middle(qr.side, height))
    }
    case 'gs1datamatrix': {
      const matrix = dataMatrixFor(canvas, text, scaled(canvas, 0.5), height)
      if (matrix === null) return null
      return dataMatrixField(matrix, middle(matrix.side, canvas.width), box.top + middle(matrix.side, height))
    }
  }
}
