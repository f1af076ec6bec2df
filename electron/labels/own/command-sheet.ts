import {
  commandBarcode,
  COMMANDS,
  reprintReasonBarcode,
  REPRINT_REASONS,
  shelfReasonBarcode,
  SHELF_REASONS,
  type Command,
  type ReprintReason,
  type ShelfReason
} from '../../../shared/domain/scanning/commands.ts'
import type { Answer, AnswerCode } from '../../../shared/view/view.ts'
import type { MediaSize } from '../../../shared/domain/printing/media.ts'
import { blackBox, dots, innerBox, MARGIN, scaled, type Canvas, type Field } from './canvas.ts'
import { qrField, qrFor } from './qr.ts'
import { SMALLEST, textInBox, textSize } from './zpl-text.ts'

interface Words {
  readonly russian: string
  readonly english: string
}

const COMMAND_WORDS: Readonly<Record<Command, Words>> = {
  undo: { russian: 'Отменить шаг', english: 'Undo' },
  reprint: { russian: 'Ещё раз стикер', english: 'Reprint' },
  skip: { russian: 'Отложить', english: 'Skip' },
  next: { russian: 'Дальше', english: 'Next' },
  problem: { russian: 'Полка проблем', english: 'Problem shelf' },
  supplyDone: { russian: 'Поставка готова', english: 'Supply done' },
  print: { russian: 'Печать', english: 'Print' },
  yes: { russian: 'Да', english: 'Yes' },
  no: { russian: 'Нет', english: 'No' },
  acknowledge: { russian: 'Понятно', english: 'Understood' },
  newSupply: { russian: 'Новая поставка', english: 'New supply' },
  wave: { russian: 'Печать волны', english: 'Print the wave' },
  oneMore: { russian: 'Комплект: ещё код', english: 'A set: one more code' }
}

const SHELF_WORDS: Readonly<Record<ShelfReason, Words>> = {
  damaged: { russian: 'Полка: брак', english: 'Shelf: damaged' },
  missing: { russian: 'Полка: нет товара', english: 'Shelf: not found' },
  noCode: { russian: 'Полка: нет кода', english: 'Shelf: no code' },
  other: { russian: 'Полка: другое', english: 'Shelf: other' }
}

const REPRINT_WORDS: Readonly<Record<ReprintReason, Words>> = {
  notPrinted: { russian: 'Повтор: не вышел', english: 'Reprint: not printed' },
  damaged: { russian: 'Повтор: испорчен', english: 'Reprint: spoilt' },
  lost: { russian: 'Повтор: потерян', english: 'Reprint: lost' },
  other: { russian: 'Повтор: другое', english: 'Reprint: other' }
}

interface Entry extends Words {
  readonly code: AnswerCode
  readonly barcode: string
}

const ENTRIES: readonly Entry[] = [
  ...COMMANDS.map(command => ({ ...COMMAND_WORDS[command], code: command, barcode: commandBarcode(command) })),
  ...SHELF_REASONS.map(reason => ({ ...SHELF_WORDS[reason], code: reason, barcode: shelfReasonBarcode(reason) })),
  ...REPRINT_REASONS.map(reason => ({ ...REPRINT_WORDS[reason], code: reason, barcode: reprintReasonBarcode(reason) }))
]

/** At the left and the right by turns, and no closer than 20 mm, so that a scanner never has two before its window. */
const PER_PAGE: { readonly [media in MediaSize]: number } = { '58x40': 2, '40x30': 1, '58x60': 3, '75x120': 5 }

/** How many labels the sheet of all command and reason barcodes takes. */
export function commandPages(media: MediaSize): number {
  return Math.ceil(ENTRIES.length / PER_PAGE[media])
}

/** What stands on one label of the sheet, in the order in which it is read. */
export function commandsOn(page: number, media: MediaSize): readonly Answer[] {
  return entriesOn(page, media).map(({ code, barcode }) => ({ code, barcode }))
}

function entriesOn(page: number, media: MediaSize): readonly Entry[] {
  const shown = Math.min(Math.max(0, Math.trunc(page)), commandPages(media) - 1)
  return ENTRIES.slice(shown * PER_PAGE[media], (shown + 1) * PER_PAGE[media])
}

/** One label of the command sheet, counted from 0; a number beyond the last gives the last. */
export function drawCommands(page: number, media: MediaSize, canvas: Canvas): readonly Field[] {
  const { left, right } = innerBox(canvas)
  const height = Math.floor(canvas.height / PER_PAGE[media])
  const thickness = dots(canvas, 0.25)
  return entriesOn(page, media).flatMap((entry, index) => {
    const y = index * height
    const line = index === 0 ? [] : [blackBox(left, y - Math.floor(thickness / 2), right - left, thickness)]
    return [...line, ...row(entry, { y, height, qrAt: index % 2 === 0 ? 'left' : 'right' }, canvas)]
  })
}

function row(
  { russian, english, barcode }: Entry,
  place: { readonly y: number; readonly height: number; readonly qrAt: 'left' | 'right' },
  canvas: Canvas
): readonly Field[] {
  const qr = qrFor(canvas, barcode, Math.max(0.625, Math.min(0.75, scaled(canvas, 0.625))))
  if (qr === null) throw new Error(`too long for a command's code: ${barcode}`)
  const { side } = qr
  const margin = dots(canvas, MARGIN)
  const quiet = Math.max(qr.quiet, margin)
  const isLeft = place.qrAt === 'left'
  const x = isLeft ? quiet + side + quiet : margin
  const width = canvas.width - side - 2 * quiet - margin
  const top = place.y + Math.round((place.height - side) / 2)
  const [small, gap] = [textSize(canvas, SMALLEST), dots(canvas, 1)]
  const large = textSize(canvas, scaled(canvas, 5.6))
  const words = { x, y: top, width, height: side - small - gap }
  const block = textInBox(words, russian, { largest: large, smallest: small })
  const below = { x, y: top + block.height + gap, width, height: 2 * small + gap }
  return [
    qrField(qr, isLeft ? quiet : canvas.width - quiet - side, top),
    ...block.fields,
    ...textInBox(below, english, { largest: small, smallest: small }).fields
  ]
}
