import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { decode, encode } from 'fast-png'

/** Shades of a channel (of 256) that the eye does not tell apart beside each other: letters drawn anew differ by that much. */
const SAME_SHADE = 48
/** Pixels of a picture that may differ and nobody sees it. */
const UNSEEN_PIXELS = 24

/** Writes a picture (PNG) unless the one that is there looks the same; true if it wrote. */
export function keepPicture(path: string, png: Uint8Array): boolean {
  if (existsSync(path) && looksLike(readFileSync(path), png)) return false
  // Packed as small as it goes: a third less than the browser's own.
  writeFileSync(path, encode(decode(png), { zlib: { level: 9 } }))
  return true
}

function looksLike(one: Uint8Array, other: Uint8Array): boolean {
  const [a, b] = [decode(one), decode(other)]
  if (a.width !== b.width || a.height !== b.height || a.channels !== b.channels) return false
  let differing = 0
  for (let pixel = 0; pixel < a.data.length; pixel += a.channels) {
    for (let channel = 0; channel < a.channels; channel++) {
      if (Math.abs((a.data[pixel + channel] ?? 0) - (b.data[pixel + channel] ?? 0)) <= SAME_SHADE) continue
      if (++differing > UNSEEN_PIXELS) return false
      break
    }
  }
  return true
}
