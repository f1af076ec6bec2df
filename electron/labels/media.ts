import type { StickerSize } from '../../shared/domain/media.ts'

/** Dots per mm of a 203 dpi head. */
export const DOTS_PER_MM = 8

export interface Size {
  readonly width: number
  readonly height: number
}

/** Size of a label in dots at 203 dpi, as it leaves a printer whose roll is as wide as the first number. */
export function mediaDots(media: StickerSize): Size {
  return media === '58x40' ? { width: 464, height: 320 } : { width: 320, height: 240 }
}
