import { toSVG } from 'bwip-js/node'
import { LAYOUTS, zplOf } from './sticker-art.ts'
import type { Label, LabelSize } from './sticker-art.ts'

/** The kinds of file that a label comes in (API documents, query `type`). */
export const LABEL_TYPES = ['svg', 'zplv', 'zplh', 'png'] as const
export type LabelType = (typeof LABEL_TYPES)[number]

/** Pictures are 580 × 400 and 400 × 300 px: 10 a mm. */
const PIXELS_PER_MM = 10
const DOTS_PER_MM = 8
const CACHE_LIMIT = 500
/** How bwip-js draws a matrix code at scale 1. */
const UNITS_PER_MODULE = 2

const cache = new Map<string, Promise<string>>()

/** The label's file in base64: ZPL portrait (`zplv`) or landscape (`zplh`) at 203 dpi, or a picture in landscape. */
export function drawLabel(label: Label, size: LabelSize, type: LabelType): Promise<string> {
  const key = JSON.stringify([label, size, type])
  const known = cache.get(key)
  if (known !== undefined) return known
  const drawn = draw(label, size, type)
  if (cache.size >= CACHE_LIMIT) cache.clear()
  cache.set(key, drawn)
  return drawn
}

async function draw(label: Label, size: LabelSize, type: LabelType): Promise<string> {
  switch (type) {
    case 'svg':
      return Buffer.from(svgOf(label, size)).toString('base64')
    case 'zplv':
      return Buffer.from(zplOf(label, size, 'portrait', DOTS_PER_MM)).toString('base64')
    case 'zplh':
      return Buffer.from(zplOf(label, size, 'landscape', DOTS_PER_MM)).toString('base64')
    case 'png':
      return pngOf(label, size)
  }
}

/** The renderer is 8 MB of WebAssembly: loaded when the first PNG is asked for. */
async function pngOf(label: Label, size: LabelSize): Promise<string> {
  const { ready } = await import('zpl-renderer-js')
  const { api } = await ready
  const { width, height } = LAYOUTS[`${size} landscape`]
  return api.zplToBase64Async(zplOf(label, size, 'landscape', PIXELS_PER_MM), width, height, PIXELS_PER_MM)
}

function svgOf(label: Label, size: LabelSize): string {
  const { width, height, code, small, large, note } = LAYOUTS[`${size} landscape`]
  const px = (mm: number) => mm * PIXELS_PER_MM
  const qr = qrSvg(label.code, px(code.x), px(code.y), px(code.side))
  const text = (place: typeof small, value: string) => {
    const letters = Math.min(px(place.height), px(place.column) / (value.length * 0.6))
    return `<text x="${px(place.x)}" y="${px(place.y + place.height)}" font-family="Arial, sans-serif" font-size="${letters.toFixed(1)}">${escaped(value)}</text>`
  }
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<svg xmlns="http://www.w3.org/2000/svg" width="${px(width)}" height="${px(height)}" viewBox="0 0 ${px(width)} ${px(height)}">`,
    `<rect width="${px(width)}" height="${px(height)}" fill="white"/>`,
    qr,
    text(small, label.small),
    text(large, label.large),
    text(note, label.note),
    '</svg>'
  ].join('\n')
}

/** The symbol as an `<svg>` of its own: whole pixels a module, so that no edge is grey. */
function qrSvg(code: string, x: number, y: number, room: number): string {
  const drawn = toSVG({ bcid: 'qrcode', text: code, scale: 1 })
  const modules = Number(/viewBox="0 0 (\d+)/.exec(drawn)?.[1] ?? room) / UNITS_PER_MODULE
  const side = Math.floor(room / modules) * modules
  return drawn.replace('<svg ', `<svg x="${x}" y="${y}" width="${side}" height="${side}" `).trimEnd()
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
