import { mediaMillimetres, type Millimetres, type StickerSize } from '../../shared/domain/printing/media.ts'
import { BadLabelError } from './bad-label.ts'
import { LabelReader, type ReadLabel } from './label-reader.ts'
import { inDots, STICKER_DOTS_PER_MM, swapped } from './media.ts'
import { outside } from './outside.ts'
import type { DrawingCommand } from './zpl-commands.ts'
import { tokenizeZpl } from './zpl-tokens.ts'

const MAX_LABEL_BYTES = 1_048_576
/** Labels lie 2 or 3 mm apart. */
const OVERHANG_MM = 1

/** A label of the marketplace's, made fit to print: drawing commands alone, without binary and without its sizes. */
export interface Sticker {
  readonly commands: readonly DrawingCommand[]
  /** What it was drawn for: the media, or the media turned by a quarter. */
  readonly millimetres: Millimetres
  readonly isUpright: boolean
  /** It asks the printer to turn it by half. */
  readonly isUpsideDown: boolean
  /** Something lies outside, or reaches out by more than a gap between labels takes: how a printer takes that nobody knows. */
  readonly reachesOut: boolean
}

/**
 * Makes a marketplace's label fit to print: the first of its formats that draws anything, drawing commands alone, with all that
 * the printer's memory and state would have made of them (upright if it was made upright: then the roll is as wide as the
 * media's second number). Throws `BadLabelError` for what is no label, over 1 MiB, or not to be drawn as it was meant.
 */
export function readSticker(zpl: Uint8Array, media: StickerSize): Sticker {
  if (zpl.length > MAX_LABEL_BYTES) throw new BadLabelError('tooLarge')
  const { commands, width, length, isUpsideDown } = firstLabel(zpl)
  // Upright if the label says so by both its sizes.
  const isUpright = width !== null && length !== null && width < length
  const lying = mediaMillimetres(media)
  const millimetres = isUpright ? swapped(lying) : lying
  return {
    commands,
    millimetres,
    isUpright,
    isUpsideDown,
    reachesOut: outside(commands, inDots(grown(millimetres), STICKER_DOTS_PER_MM))
  }
}

/** With the part of the gap behind it that a frame drawn a little too large takes; a printer cuts that off by itself. */
function grown({ width, height }: Millimetres): Millimetres {
  return { width: width + OVERHANG_MM, height: height + OVERHANG_MM }
}

function firstLabel(zpl: Uint8Array): ReadLabel {
  const reader = new LabelReader()
  for (const token of tokenizeZpl(zpl)) {
    const label = reader.take(token)
    if (label !== null) return label
  }
  reader.refuse()
  throw new BadLabelError('noLabel')
}

/** Commands as ZPL, one character a byte. */
export function writeZpl(commands: readonly DrawingCommand[]): string {
  return commands.map(({ name, args }) => `^${name}${args}`).join('')
}
