import {
  dotsPerMm,
  mediaMillimetres,
  type PrinterProfile,
  type StickerSize
} from '../../shared/domain/printing/media.ts'
import type { DrawnLabel } from '../station/ports/ports.ts'
import { BadLabelError } from './bad-label.ts'
import type { Source } from './label-jobs.ts'
import { labelHead, wholeLabel } from './label-head.ts'
import { inDots, STICKER_DOTS_PER_MM, swapped, type Size } from './media.ts'
import { readSticker, writeZpl, type Sticker } from './normalise.ts'
import { forRenderer } from './renderable.ts'
import { RECEIPT_DOTS_PER_MM, targetFor, type LabelDraft } from './target.ts'

/** The marketplace draws pictures of 10 px a mm. */
const PICTURE_DOTS_PER_MM = 10
/** For the renderer, which needs nothing but the drawing. */
const PLAIN = { handling: 'tear', darkness: null, speed: null } as const

/**
 * A label of the marketplace's for one printer. Its own commands go to a 203 dpi printer whose label is as large as the
 * sticker; to others, and where something has to be moved, turned by a quarter or cut off, it goes as a picture. Throws
 * `BadLabelError` for what is no label, and for one that would not look as it was meant, if the marketplace's own picture
 * can't take its place.
 */
export function composeMarketplace(drawn: DrawnLabel, size: StickerSize, printer: PrinterProfile): LabelDraft {
  const isReceipt = printer.language === 'escpos'
  const dotsAMm = isReceipt ? RECEIPT_DOTS_PER_MM : dotsPerMm(printer.dpi)
  // At 203 dpi a dot of the picture would be a part of a dot.
  const png = dotsAMm >= PICTURE_DOTS_PER_MM ? drawn.png : null
  const sticker = readOr(() => readSticker(drawn.zpl, size), png === null)
  if (sticker !== null && canGoAsItIs(sticker, size, printer)) {
    const isUpsideDown = sticker.isUpsideDown !== (printer.rotation === 180)
    const head = labelHead(inDots(sticker.millimetres, STICKER_DOTS_PER_MM), printer, isUpsideDown)
    return { kind: 'label', bytes: Buffer.from(wholeLabel(head, writeZpl(sticker.commands)), 'latin1') }
  }
  const lying = mediaMillimetres(printer.media)
  // A roll of labels no larger than the sticker lies as the sticker does.
  const label = isReceipt || printer.media === size ? (sticker?.millimetres ?? mediaMillimetres(size)) : lying
  const zpl = sticker === null ? null : readOr(() => zplSource(sticker), png === null)
  const isUpright = sticker?.isUpright === true && printer.media === size
  const sources = [...(png === null ? [] : [pngSource(png, isUpright)]), ...(zpl === null ? [] : [zpl])]
  return { kind: 'print', sources, target: targetFor(inDots(label, dotsAMm), printer) }
}

/**
 * A label of the marketplace's that is nothing but a PNG, of whatever resolution: as large as it was drawn, or smaller
 * until its ink fits.
 */
export function composePicture(png: Uint8Array, printer: PrinterProfile): LabelDraft {
  const dotsAMm = printer.language === 'escpos' ? RECEIPT_DOTS_PER_MM : dotsPerMm(printer.dpi)
  const size = mediaMillimetres(printer.media)
  const target = targetFor(inDots(size, dotsAMm), printer)
  const { width, height } = printer.rotation % 180 === 0 ? target : swapped(target)
  // A drawing's dot becomes a square of whole dots.
  const factor = Math.max(1, Math.floor(dotsAMm / PICTURE_DOTS_PER_MM))
  const room = { width: Math.floor(width / factor), height: Math.floor(height / factor) }
  return { kind: 'print', sources: [pngSource(png, size.height > size.width, room)], target }
}

/** A label of the marketplace's that is a PDF: as large as it was drawn, or smaller until its ink fits. */
export function composeDocument(pdf: Uint8Array, printer: PrinterProfile): LabelDraft {
  const dotsAMm = printer.language === 'escpos' ? RECEIPT_DOTS_PER_MM : dotsPerMm(printer.dpi)
  const target = targetFor(inDots(mediaMillimetres(printer.media), dotsAMm), printer)
  const { width, height } = printer.rotation % 180 === 0 ? target : swapped(target)
  return { kind: 'print', sources: [{ kind: 'pdf', file: pdf, dotsPerMm: dotsAMm, room: { width, height } }], target }
}

/** What was read; null for a label that a command keeps from being drawn as it was meant, unless it is `needed`. */
function readOr<Read>(read: () => Read, needed: boolean): Read | null {
  try {
    return read()
  } catch (error) {
    if (needed || !(error instanceof BadLabelError) || error.command === null) throw error
    return null
  }
}

function canGoAsItIs({ reachesOut }: Sticker, size: StickerSize, printer: PrinterProfile): boolean {
  const { language, dpi, media, rotation, offsetX, offsetY } = printer
  const isStraight = rotation % 180 === 0 && offsetX === 0 && offsetY === 0
  return language === 'zpl' && dpi === 203 && media === size && isStraight && !reachesOut
}

function zplSource({ commands, millimetres, isUpsideDown }: Sticker): Source {
  const drawing = writeZpl(forRenderer(commands))
  const zpl = wholeLabel(labelHead(inDots(millimetres, STICKER_DOTS_PER_MM), PLAIN, false), drawing)
  return {
    kind: 'zpl',
    // The drawing has one character a byte; its text is UTF-8.
    zpl: Buffer.from(zpl, 'latin1').toString('utf8'),
    ...millimetres,
    dotsPerMm: STICKER_DOTS_PER_MM,
    turn: isUpsideDown ? 180 : 0
  }
}

function pngSource(file: Uint8Array, upright: boolean, room: Size | null = null): Source {
  return { kind: 'png', file, dotsPerMm: PICTURE_DOTS_PER_MM, upright, room }
}
