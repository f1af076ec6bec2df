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
} from '../../shared/domain/commands.ts'
import type { Answer, AnswerCode } from '../../shared/view.ts'
import type { StickerSize } from '../../shared/domain/media.ts'
import { mediaDots } from './media.ts'
import { blackBox, qrField, qrSide, textInBox } from './zpl-text.ts'

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
  wave: { russian: 'Печать волны', english: 'Print the wave' }
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

/** Two on the larger label, in opposite corners, so that a scanner never has both before its window. */
const PER_PAGE: Readonly<Record<StickerSize, number>> = { '58x40': 2, '40x30': 1 }
const MARGIN = 16
const MODULE = 5
/** Four modules of white around a QR code, as its standard asks. */
const QUIET = 4 * MODULE

/** Height of the English words, and the gap above them. */
const SMALL = 18
const GAP = 8

/** How many labels the sheet of all command and reason barcodes takes. */
export function commandPages(media: StickerSize): number {
  return Math.ceil(ENTRIES.length / PER_PAGE[media])
}

/** What stands on one label of the sheet, in the order in which it is read. */
export function commandsOn(page: number, media: StickerSize): readonly Answer[] {
  return entriesOn(page, media).map(({ code, barcode }) => ({ code, barcode }))
}

function entriesOn(page: number, media: StickerSize): readonly Entry[] {
  const shown = Math.min(Math.max(0, Math.trunc(page)), commandPages(media) - 1)
  return ENTRIES.slice(shown * PER_PAGE[media], (shown + 1) * PER_PAGE[media])
}

/** One label of the command sheet, counted from 0; a number beyond the last gives the last. */
export function commandPage(page: number, media: StickerSize): string {
  const { width, height } = mediaDots(media)
  const entries = entriesOn(page, media)
  if (PER_PAGE[media] === 1) return entries.map(entry => row(entry, { y: 0, width, height, qrAt: 'left' })).join('')
  const half = height / 2
  const rows = entries.map((entry, index) =>
    row(entry, { y: index * half, width, height: half, qrAt: index === 0 ? 'left' : 'right' })
  )
  return `${blackBox(MARGIN, half - 1, width - 2 * MARGIN, 2)}${rows.join('')}`
}

function row(
  { russian, english, barcode }: Entry,
  place: { readonly y: number; readonly width: number; readonly height: number; readonly qrAt: 'left' | 'right' }
): string {
  const side = qrSide(MODULE)
  const qrX = place.qrAt === 'left' ? QUIET : place.width - QUIET - side
  const textX = place.qrAt === 'left' ? QUIET + side + QUIET : MARGIN
  const textWidth = place.width - side - 2 * QUIET - MARGIN
  const top = place.y + Math.round((place.height - side) / 2)
  const words = textInBox({ x: textX, y: top, width: textWidth, height: side - SMALL - GAP }, russian, { largest: 45 })
  const small = { x: textX, y: top + words.height + GAP, width: textWidth, height: 2 * SMALL + GAP }
  return qrField(qrX, top, MODULE, barcode) + words.zpl + textInBox(small, english, { largest: SMALL }).zpl
}
