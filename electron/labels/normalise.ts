import { mediaMillimetres, type Millimetres, type StickerSize } from '../../shared/domain/media.ts'
import { BadLabelError } from './bad-label.ts'
import { downloadedGraphic, graphicAsText, recalledGraphic } from './graphics.ts'
import { inDots, STICKER_DOTS_PER_MM, swapped } from './media.ts'
import { outside } from './outside.ts'
import { latin1, tokenizeZpl, type ZplToken } from './zpl-tokens.ts'

const MAX_LABEL_BYTES = 1_048_576

/**
 * The commands that place and draw, and touch nothing that outlives the label: field origin and type, fonts, barcodes,
 * boxes, pictures. Everything else goes: sizes and copies (we set them), darkness, speed, media and sensor settings,
 * memory, networks, resets, questions, stored formats, and commands nobody has heard of.
 */
const DRAWING: ReadonlySet<string> = new Set(
  [
    'FO FT FD FV FS FB TB FH FW FR FP FM CF CI LR GB GC GD GE GS BY',
    'B0 B1 B2 B3 B4 B5 B7 B8 B9 BA BB BC BD BE BF BI BJ BK BL BM BO BP BQ BR BS BT BU BX BZ'
  ].flatMap(names => names.split(' '))
)
/** Of these, the ones that leave ink. */
const INK: ReadonlySet<string> = new Set(['FD', 'FV', 'GB', 'GC', 'GD', 'GE', 'GF'])
export interface DrawingCommand {
  /** In capitals, without its prefix. */
  readonly name: string
  readonly args: string
}

/** A label of the marketplace's, made fit to print: drawing commands alone, without binary and without its sizes. */
export interface Sticker {
  /** One character a byte. */
  readonly drawing: string
  /** What it was drawn for: the media, or the media turned by a quarter. */
  readonly millimetres: Millimetres
  readonly isUpright: boolean
  /** It asks the printer to turn it by half. */
  readonly isUpsideDown: boolean
  /** Something lies outside, or reaches out: how a printer takes that nobody knows. */
  readonly reachesOut: boolean
}

interface Draft {
  readonly commands: DrawingCommand[]
  hasInk: boolean
  isUpsideDown: boolean
  width: number | null
  length: number | null
}

/**
 * Makes a marketplace's label fit to print: the first of its formats that draws anything, drawing commands alone (upright
 * if it was made upright: then the roll is as wide as the media's second number). Throws `BadLabelError` for what is no
 * label, or over 1 MiB.
 */
export function readSticker(zpl: Uint8Array, media: StickerSize): Sticker {
  if (zpl.length > MAX_LABEL_BYTES) throw new BadLabelError('tooLarge')
  const { commands, width, length, isUpsideDown } = firstLabel(tokenizeZpl(zpl))
  // Upright if the label says so by both its sizes.
  const isUpright = width !== null && length !== null && width < length
  const lying = mediaMillimetres(media)
  const millimetres = isUpright ? swapped(lying) : lying
  return {
    drawing: commands.map(({ name, args }) => `^${name}${args}`).join(''),
    millimetres,
    isUpright,
    isUpsideDown,
    reachesOut: outside(commands, inDots(millimetres, STICKER_DOTS_PER_MM))
  }
}

function firstLabel(tokens: readonly ZplToken[]): Draft {
  const graphics = new Map<string, string>()
  let draft: Draft | null = null
  for (const token of tokens) {
    if (token.prefix === '~') {
      if (token.name === 'DG') remember(token, graphics)
    } else if (token.name === 'XA') draft = newDraft()
    else if (token.name === 'XZ') {
      // Many labels come behind a format that only sets the printer up.
      if (draft?.hasInk) return draft
      draft = null
    } else if (draft) addToken(draft, token, graphics)
  }
  throw new BadLabelError('noLabel')
}

function newDraft(): Draft {
  return { commands: [], hasInk: false, isUpsideDown: false, width: null, length: null }
}

function remember(token: ZplToken, graphics: Map<string, string>): void {
  const { name, graphic } = downloadedGraphic(token)
  graphics.set(name, graphic)
}

function addToken(draft: Draft, { name, args }: ZplToken, graphics: ReadonlyMap<string, string>): void {
  if (name === 'PW') draft.width = dots(args)
  else if (name === 'LL') draft.length = dots(args)
  else if (name === 'PO') draft.isUpsideDown = /^\s*I/i.test(latin1(args))
  else if (name === 'GF') addCommand(draft, 'GF', graphicAsText(args))
  else if (name === 'XG') {
    const graphic = recalledGraphic(args, graphics)
    if (graphic !== null) addCommand(draft, 'GF', graphic)
  } else if (DRAWING.has(name) || name.startsWith('A')) {
    // ^A is followed by the font's one-character name.
    addCommand(draft, name, latin1(args))
  }
}

function addCommand(draft: Draft, name: string, args: string): void {
  draft.commands.push({ name, args: withoutControls(args) })
  if (INK.has(name)) draft.hasInk = true
}

const GS = 0x1d
const LF = 0x0a
const CR = 0x0d

/** A printer takes STX for ^XA, ETX for ^XZ, RS for ^ and DLE for ~; the other controls but GS and line ends mean nothing. */
function withoutControls(text: string): string {
  let kept = ''
  for (const character of text) {
    const code = character.charCodeAt(0)
    if (code >= 0x20 || code === GS || code === LF || code === CR) kept += character
  }
  return kept
}

function dots(args: Uint8Array): number | null {
  const text = latin1(args).trim()
  return /^[0-9]{1,5}$/.test(text) ? Number(text) : null
}
