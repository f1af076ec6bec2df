import { BreakLine, CharacterSet, PrinterTypes, ThermalPrinter } from 'node-thermal-printer'
import { assertNever } from '../../../shared/domain/assert.ts'
import type { PaperWidth } from '../../../shared/domain/printing/media.ts'
import type { Receipt } from '../../../shared/domain/printing/print-jobs.ts'
import { receiptParts, type Part } from './content.ts'
import { unbroken, wrap } from './wrap.ts'

/** Characters of the printer's usual face, 12 dots wide, on a line of 384 and 576 dots. */
const COLUMNS: { readonly [paper in PaperWidth]: number } = { 58: 32, 80: 48 }

/** `ESC @`: whatever an earlier job left is gone. */
const RESET = Buffer.from([0x1b, 0x40])
/** `ESC R 0`: a printer set for another country has other signs in the place of `#`, `$`, `@`, `[`. */
const PLAIN_ASCII = Buffer.from([0x1b, 0x52, 0x00])
/** `FS .`: printers made for China read two bytes as one of their characters until told otherwise, and do so again after each reset. */
const NO_CHINESE = Buffer.from([0x1c, 0x2e])

/** A paper for the buyer in ESC/POS, in one piece with its feed and its cut; any text is safe in it, and none is cut short. */
export function composeReceipt(receipt: Receipt, paper: PaperWidth): Uint8Array {
  const columns = COLUMNS[paper]
  const printer = startedPrinter(columns)
  for (const part of receiptParts(receipt)) addPart(printer, part, columns)
  // The head is below the cutter: without a feed the cut would go through the last lines. Partial, so that nothing falls down.
  printer.partialCut({ verticalTabAmount: 1 })
  return Uint8Array.from(printer.getBuffer())
}

/** Used for composing only: it has no interface to send anything by. */
function startedPrinter(columns: number): ThermalPrinter {
  const printer = new ThermalPrinter({
    type: PrinterTypes.EPSON,
    interface: '',
    width: columns,
    // Its own folding loses blanks; the lines that it gets are folded.
    breakLine: BreakLine.NONE
  })
  printer.add(RESET)
  printer.add(NO_CHINESE)
  printer.add(PLAIN_ASCII)
  // Last, since a reset puts the page back.
  printer.setCharacterSet(CharacterSet.PC866_CYRILLIC2)
  return printer
}

function addPart(printer: ThermalPrinter, part: Part, columns: number): void {
  switch (part.kind) {
    case 'title':
      printer.alignCenter()
      printer.setTextDoubleHeight()
      addLines(printer, wrap(part.text, columns))
      break
    case 'number':
      if (part.text.length * 2 <= columns) printer.setTextQuadArea()
      else printer.setTextDoubleHeight()
      addLines(printer, wrap(part.text, columns))
      break
    case 'text':
      addLines(printer, wrap(part.text, columns))
      break
    case 'sides':
      if (part.isBold) printer.bold(true)
      addLines(printer, sides(part.left, part.right, columns))
      printer.bold(false)
      break
    case 'rule':
      addLines(printer, ['-'.repeat(columns)])
      break
    case 'blank':
      addLines(printer, [...wrap(part.label, columns), '', '_'.repeat(columns)])
      break
    case 'qr':
      printer.alignCenter()
      printer.printQR(part.text, { cellSize: 6, correction: 'M', model: 2 })
      break
    default:
      assertNever(part)
  }
  printer.setTextNormal()
  printer.alignLeft()
}

function addLines(printer: ThermalPrinter, lines: readonly string[]): void {
  for (const line of lines) printer.println(line)
}

/** On one line if there is room, otherwise the right side at the end of lines of its own. */
function sides(left: string, right: string, columns: number): string[] {
  const between = columns - left.length - right.length
  if (between > 0) return [unbroken(left + ' '.repeat(between) + right)]
  return [...wrap(left, columns), ...wrap(right, columns).map(line => line.padStart(columns))]
}
