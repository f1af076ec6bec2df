import { assertNever } from '../../shared/domain/assert.ts'
import { BadLabelError } from './bad-label.ts'
import { badgeBarcode } from '../../shared/domain/commands.ts'
import type { StickerSize } from '../../shared/domain/media.ts'
import type { OwnLabel } from '../../shared/domain/print-jobs.ts'
import { commandPage } from './command-sheet.ts'
import { DOTS_PER_MM, mediaDots } from './media.ts'
import { blackBox, qrField, qrSide, textField, textInBox, textWidth, type TextSize } from './zpl-text.ts'

/** White all around, in dots: feeding and cutting are up to 2 mm off. */
const MARGIN = 16
const GAP = 12
/** Height of a separator's black bands. */
const BAND = 24

/** One of the program's own labels as ZPL for a 203 dpi printer, one copy; any text is safe in it. */
export function composeLabel(label: OwnLabel, media: StickerSize): Uint8Array {
  const { width, height } = mediaDots(media)
  const zpl = `^XA^PW${width}^LL${height}^LH0,0^LS0^LT0^PON^LRN^FWN^CI28${draw(label, media)}^PQ1^XZ\n`
  return new TextEncoder().encode(zpl)
}

function draw(label: OwnLabel, media: StickerSize): string {
  switch (label.kind) {
    case 'separator':
      return drawSeparator(label, media)
    case 'commands':
      return commandPage(label.page, media)
    case 'badge':
      return drawBadge(label, media)
    case 'shelf':
      return drawShelf(label, media)
    case 'test':
    case 'calibration':
      return drawTest(media)
    case 'supplySheet':
    case 'box':
    case 'markingCode':
    case 'scannerTest':
      throw new BadLabelError('noLabel')
    default:
      return assertNever(label)
  }
}

/** The black bands show at the edge of a stack of stickers where one article ends and the next begins. */
function drawSeparator(label: Extract<OwnLabel, { kind: 'separator' }>, media: StickerSize): string {
  const { width, height } = mediaDots(media)
  const inner = width - 2 * MARGIN
  const lineHeight = isLarge(media) ? 45 : 36
  const footY = height - MARGIN - BAND - GAP - lineHeight
  const articleY = MARGIN + BAND + GAP
  const count = `${label.count} шт.`
  const countWidth = textWidth(count, lineHeight)
  const article = { x: MARGIN, y: articleY, width: inner, height: footY - GAP - articleY }
  const colour = { x: MARGIN, y: footY, width: inner - countWidth - GAP, height: lineHeight }
  return [
    blackBox(MARGIN, MARGIN, inner, BAND),
    textInBox(article, label.article, { largest: 72, place: 'middle' }).zpl,
    textInBox(colour, label.colorCode, { largest: lineHeight, place: 'middle' }).zpl,
    textField(width - MARGIN - countWidth, footY, lineHeight, count),
    blackBox(MARGIN, height - MARGIN - BAND, inner, BAND)
  ].join('')
}

function drawBadge(label: Extract<OwnLabel, { kind: 'badge' }>, media: StickerSize): string {
  const { width, height } = mediaDots(media)
  const module = isLarge(media) ? 7 : 5
  const side = qrSide(module)
  // The quiet zone that the code's standard asks for.
  const quiet = 4 * module
  const nameX = quiet + side + quiet
  const footY = quiet + side + quiet
  const name = { x: nameX, y: quiet, width: width - nameX - MARGIN, height: side }
  const id = { x: quiet, y: footY, width: width - quiet - MARGIN, height: height - footY - MARGIN }
  return [
    qrField(quiet, quiet, module, badgeBarcode(label.packerId)),
    textInBox(name, label.name, { largest: 54, place: 'middle' }).zpl,
    textInBox(id, label.packerId, { largest: 45, place: 'middle' }).zpl
  ].join('')
}

function drawShelf(label: Extract<OwnLabel, { kind: 'shelf' }>, media: StickerSize): string {
  const { width, height } = mediaDots(media)
  const large = isLarge(media)
  const inner = width - 2 * MARGIN
  const gap = large ? 12 : 8
  const end = height - MARGIN
  const parts: string[] = []
  let y = MARGIN
  const add = (text: string, room: number, largest: TextSize): void => {
    const block = textInBox({ x: MARGIN, y, width: inner, height: room }, text, { largest })
    parts.push(block.zpl)
    y += block.height + gap
  }
  add('Полка проблем', 27, 27)
  parts.push(blackBox(MARGIN, y, inner, 4))
  y += 4 + gap
  add(groupByThree(label.orderId), large ? 54 : 36, 54)
  add(label.article, large ? 68 : 48, large ? 45 : 27)
  add(label.reason, end - y, large ? 36 : 27)
  return parts.join('')
}

/** 13833711 → `13 833 711`. */
function groupByThree(orderId: number): string {
  return String(orderId).replace(/\B(?=(\d{3})+$)/g, ' ')
}

/** A frame at the margin, millimetres along the left and lower edge, the size in words: shows at once whether size and offset are right. */
function drawTest(media: StickerSize): string {
  const { width, height } = mediaDots(media)
  const [across, down] = [width / DOTS_PER_MM, height / DOTS_PER_MM]
  const parts = [`^FO0,0^GB${width},${height},2^FS`]
  for (let mm = 1; mm < across; mm += 1) {
    const length = tickLength(mm)
    parts.push(blackBox(mm * DOTS_PER_MM, height - length, 1, length))
    if (mm % 10 === 0) parts.push(textField(mm * DOTS_PER_MM - 11, height - length - 22, 18, String(mm)))
  }
  for (let mm = 1; mm < down; mm += 1) {
    const length = tickLength(mm)
    parts.push(blackBox(0, height - mm * DOTS_PER_MM, length, 1))
    if (mm % 10 === 0) parts.push(textField(length + 4, height - mm * DOTS_PER_MM - 9, 18, String(mm)))
  }
  const box = { x: 72, y: 24, width: width - 72 - MARGIN, height: 54 }
  const title = textInBox(box, `${across} × ${down} мм`, { largest: 54 })
  const below = box.y + title.height + GAP
  const sample = { ...box, y: below, height: height - RULER - below }
  parts.push(title.zpl, textInBox(sample, 'Съешь ещё этих мягких булок', { largest: 36 }).zpl)
  return parts.join('')
}

/** Height of the ruler along the lower edge with its numbers, in dots. */
const RULER = 56

/** Longer at every fifth and tenth millimetre, in dots. */
function tickLength(mm: number): number {
  if (mm % 10 === 0) return 20
  return mm % 5 === 0 ? 14 : 8
}

function isLarge(media: StickerSize): boolean {
  return media === '58x40'
}
