import { z } from 'zod'

/** Labels, width × height in mm as they are read; one that is turned by a quarter lies the other way on the roll. */
export const MEDIA_SIZES = ['58x40', '40x30', '58x60', '75x120'] as const
export type MediaSize = (typeof MEDIA_SIZES)[number]

/** The two sizes that the marketplace draws its labels for. */
export const STICKER_SIZES = ['58x40', '40x30'] as const satisfies readonly MediaSize[]
export type StickerSize = (typeof STICKER_SIZES)[number]

export interface Millimetres {
  readonly width: number
  readonly height: number
}

const SIZES: { readonly [media in MediaSize]: Millimetres } = {
  '58x40': { width: 58, height: 40 },
  '40x30': { width: 40, height: 30 },
  '58x60': { width: 58, height: 60 },
  '75x120': { width: 75, height: 120 }
}

export function mediaMillimetres(media: MediaSize): Millimetres {
  return SIZES[media]
}

/** The marketplace's size that fits on the media. */
export function stickerSizeFor(media: MediaSize): StickerSize {
  return media === '40x30' ? '40x30' : '58x40'
}

/** Resolutions of print heads, dots an inch. */
export const RESOLUTIONS = [203, 300, 600] as const
export type Resolution = (typeof RESOLUTIONS)[number]

const DOTS_PER_MM: { readonly [dpi in Resolution]: number } = { 203: 8, 300: 12, 600: 24 }

/** Dots a millimetre, as the makers of print heads count them. */
export function dotsPerMm(dpi: Resolution): number {
  return DOTS_PER_MM[dpi]
}

/** Width of a receipt's paper in mm. */
export const PAPER_WIDTHS = [58, 80] as const
export type PaperWidth = (typeof PAPER_WIDTHS)[number]

/** What a printer is, as far as a label for it has to know; in force until somebody sets it otherwise. */
export const profileSchema = z.object({
  /** `escpos`: a receipt printer; everything else speaks ZPL. */
  language: z.enum(['zpl', 'escpos']).default('zpl'),
  dpi: z.literal(RESOLUTIONS).default(203),
  media: z.enum(MEDIA_SIZES).default('58x40'),
  /** Of a receipt printer, instead of the media. */
  paper: z.literal(PAPER_WIDTHS).default(80),
  /** What happens to a label that is out. */
  handling: z.enum(['tear', 'peel', 'cut']).default('tear'),
  /** `~SD`, 0–30; null: as the printer is set. */
  darkness: z.number().int().min(0).max(30).nullable().default(null),
  /** `^PR`, inches a second; null: as the printer is set. */
  speed: z.number().int().min(2).max(14).nullable().default(null),
  /** Where the print really begins on the label, in tenths of a mm to the right and down; found by the calibration. */
  offsetX: z.number().int().min(-100).max(100).default(0),
  offsetY: z.number().int().min(-100).max(100).default(0),
  /** How far the label is turned clockwise on its way out, in degrees. */
  rotation: z.literal([0, 90, 180, 270]).default(0)
})
export type PrinterProfile = z.infer<typeof profileSchema>

/** A 203 dpi label printer with 58 × 40 mm labels, left as it is set. */
export function usualProfile(): PrinterProfile {
  return profileSchema.parse({})
}
