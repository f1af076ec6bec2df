import { decode, convertIndexedToRgb, encode, type DecodedPng } from 'fast-png'
import { drawBitmap, type Bitmap } from './bitmap.ts'

/** Longest side in dots: 75 × 120 mm at 600 dpi, and some. */
const MAX_SIDE = 4096

/** A PNG in black and white: black is what is darker than half over white paper. Throws on what is no such picture. */
export function bitmapOfPng(file: Uint8Array): Bitmap {
  const png = decode(withinBounds(file))
  const { width, height } = png
  const light = lightness(png)
  return drawBitmap(width, height, (x, y) => (light(y * width + x) ?? 1) < 0.5)
}

/** Looks at the size before anything is unfolded. */
function withinBounds(file: Uint8Array): Uint8Array {
  const view = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (view.length < 33 || view.toString('latin1', 12, 16) !== 'IHDR') throw new Error('not a PNG')
  const sides = [view.readUInt32BE(16), view.readUInt32BE(20)]
  if (sides.some(side => side === 0 || side > MAX_SIDE)) throw new Error('the picture is too large')
  return file
}

/** How light a dot is on white paper, 0–1, by its number. */
function lightness(png: DecodedPng): (dot: number) => number | undefined {
  const indexed = png.palette !== undefined
  const data = indexed ? convertIndexedToRgb(png) : png.data
  const channels = indexed ? (png.palette?.[0]?.length ?? 3) : png.channels
  const full = indexed ? 255 : 2 ** png.depth - 1
  const packed = !indexed && png.depth < 8
  if (packed) return packedGreys(png)
  return dot => {
    const at = dot * channels
    const value = (channel: number): number => (data[at + channel] ?? full) / full
    const grey = channels < 3 ? value(0) : 0.299 * value(0) + 0.587 * value(1) + 0.114 * value(2)
    const opacity = channels % 2 === 0 ? value(channels - 1) : 1
    return 1 - opacity * (1 - grey)
  }
}

/** Greys of 1, 2 or 4 bits: every row begins on a byte of its own. */
function packedGreys({ data, width, depth }: DecodedPng): (dot: number) => number {
  const stride = Math.ceil((width * depth) / 8)
  const full = 2 ** depth - 1
  return dot => {
    const [x, y] = [dot % width, Math.floor(dot / width)]
    const bit = x * depth
    const byte = data[y * stride + (bit >> 3)] ?? 0
    return ((byte >> (8 - depth - (bit & 7))) & full) / full
  }
}

/** The same 8-bit grey PNG, turned by half. */
export function upsideDownPng(file: Uint8Array): Uint8Array {
  const { width, height, data, depth, channels } = decode(file)
  if (depth !== 8 || channels !== 1) throw new Error('not an 8-bit grey PNG')
  return encode({ width, height, data: data.toReversed(), depth, channels })
}
