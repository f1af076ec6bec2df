import { assertNever } from '../../../shared/domain/assert.ts'
import {
  dotsPerMm,
  mediaMillimetres,
  type Millimetres,
  type PrinterProfile
} from '../../../shared/domain/printing/media.ts'
import type { OwnLabel } from '../../../shared/domain/printing/print-jobs.ts'
import type { ParcelLabel } from '../../station/ports/ports.ts'
import { labelHead, wholeLabel } from '../label-head.ts'
import { shiftOf } from '../media.ts'
import { PAPER_DOTS, RECEIPT_DOTS_PER_MM, targetFor, type LabelDraft } from '../target.ts'
import { drawBadge } from './badge.ts'
import { drawBox } from './box.ts'
import { drawCalibration } from './calibration.ts'
import { canvasOf, dots, MARGIN, type Canvas, type Field } from './canvas.ts'
import { drawCommands } from './command-sheet.ts'
import { drawMarkingCode } from './marking-code.ts'
import { drawDbsParcel, drawPickupParcel } from './parcel.ts'
import { drawPickSheet } from './pick-sheet.ts'
import { drawScannerTest } from './scanner-test.ts'
import { drawSeparator } from './separator.ts'
import { drawShelf } from './shelf.ts'
import { drawStorePlace } from './store-place.ts'
import { drawSupplySheet } from './supply-sheet.ts'
import { drawTest } from './test-label.ts'

/** For the renderer, which needs nothing but the drawing. */
const PLAIN = { handling: 'tear', darkness: null, speed: null } as const
const UNMOVED = { offsetX: 0, offsetY: 0, rotation: 0 } as const

/** One of the program's own labels for one printer; any text is safe in it. Throws `BadLabelError` for a code that no label can hold. */
export function composeOwn(label: OwnLabel | ParcelLabel, profile: PrinterProfile): LabelDraft {
  // What is read off it is the offset itself, as the label leaves the printer.
  const printer = label.kind === 'calibration' ? { ...profile, ...UNMOVED } : profile
  const isReceipt = printer.language === 'escpos'
  const canvas = canvasOf(drawnSize(printer), isReceipt ? RECEIPT_DOTS_PER_MM : dotsPerMm(printer.dpi))
  const fields = draw(label, printer, canvas)
  if (!isReceipt && printer.rotation % 180 === 0) return asFields(fields, canvas, printer)
  const zpl = wholeLabel(labelHead(canvas, PLAIN, false), placed(fields, 0, 0))
  const { millimetres, dotsPerMm: scale } = canvas
  const source = { kind: 'zpl', zpl, ...millimetres, dotsPerMm: scale, turn: 0 } as const
  return { kind: 'print', sources: [source], target: targetFor(canvas, printer) }
}

/** On a receipt printer no wider than it prints. */
function drawnSize({ language, media, paper }: PrinterProfile): Millimetres {
  const { width, height } = mediaMillimetres(media)
  if (language !== 'escpos') return { width, height }
  return { width: Math.min(width, PAPER_DOTS[paper] / RECEIPT_DOTS_PER_MM), height }
}

function draw(label: OwnLabel | ParcelLabel, { media }: PrinterProfile, canvas: Canvas): readonly Field[] {
  switch (label.kind) {
    case 'separator':
      return drawSeparator(label, canvas)
    case 'pickSheet':
      return drawPickSheet(label, canvas)
    case 'commands':
      return drawCommands(label.page, media, canvas)
    case 'badge':
      return drawBadge(label, canvas)
    case 'shelf':
      return drawShelf(label, canvas)
    case 'storePlace':
      return drawStorePlace(label, canvas)
    case 'supplySheet':
      return drawSupplySheet(label, canvas)
    case 'box':
      return drawBox(label, canvas)
    case 'markingCode':
      return drawMarkingCode(label, canvas)
    case 'dbsParcel':
      return drawDbsParcel(label, canvas)
    case 'pickupParcel':
      return drawPickupParcel(label, canvas)
    case 'scannerTest':
      return drawScannerTest(label, canvas)
    case 'calibration':
      return drawCalibration(canvas)
    case 'test':
      return drawTest(canvas)
    default:
      return assertNever(label)
  }
}

/** In the printer's own letters and codes; the offset moves the fields as far as the margins allow, so that nothing is cut off. */
function asFields(fields: readonly Field[], canvas: Canvas, printer: PrinterProfile): LabelDraft {
  const isUpsideDown = printer.rotation === 180
  const shift = shiftOf(printer)
  const margin = dots(canvas, MARGIN)
  const [right, down] = isUpsideDown ? [-shift.right, -shift.down] : [shift.right, shift.down]
  const x = Math.max(Math.min(right, margin), -Math.min(margin, ...fields.map(field => field.x)))
  const y = Math.max(Math.min(down, margin), -Math.min(margin, ...fields.map(field => field.y)))
  const zpl = wholeLabel(labelHead(canvas, printer, isUpsideDown), placed(fields, x, y))
  return { kind: 'label', bytes: new TextEncoder().encode(zpl) }
}

function placed(fields: readonly Field[], right: number, down: number): string {
  return fields.map(({ x, y, zpl }) => `^FO${x + right},${y + down}${zpl}^FS`).join('')
}
