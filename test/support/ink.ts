import { inflateSync } from 'node:zlib'

export interface Ink {
  readonly width: number
  readonly height: number
  /** The smallest box that holds every dark dot, in dots; `right` and `bottom` are one past it. */
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** Where the dark dots of an 8-bit grey PNG are; throws on other PNGs and on an empty picture. */
export function inkOf(png: Uint8Array): Ink {
  const { width, height, rows } = readGreyPng(png)
  let [left, top, right, bottom] = [width, height, 0, 0]
  rows.forEach((row, y) => {
    const first = row.findIndex(value => value < 128)
    if (first < 0) return
    left = Math.min(left, first)
    right = Math.max(right, row.findLastIndex(value => value < 128) + 1)
    top = Math.min(top, y)
    bottom = y + 1
  })
  if (right === 0) throw new Error('the picture is empty')
  return { width, height, left, top, right, bottom }
}

function readGreyPng(png: Uint8Array): { width: number; height: number; rows: Uint8Array[] } {
  const file = Buffer.from(png)
  const width = file.readUInt32BE(16)
  const height = file.readUInt32BE(20)
  if (file[24] !== 8 || file[25] !== 0) throw new Error('not an 8-bit grey PNG')
  const data: Buffer[] = []
  for (let at = 8; at < file.length;) {
    const length = file.readUInt32BE(at)
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') data.push(file.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  const raw = inflateSync(Buffer.concat(data))
  const rows: Uint8Array[] = []
  for (let y = 0; y < height; y += 1) {
    const start = y * (width + 1)
    rows.push(unfilter(raw[start] ?? 0, raw.subarray(start + 1, start + 1 + width), rows[y - 1]))
  }
  return { width, height, rows }
}

/** PNG's five row filters, one byte a dot. */
function unfilter(filter: number, row: Uint8Array, above: Uint8Array | undefined): Uint8Array {
  const out = new Uint8Array(row.length)
  row.forEach((value, x) => {
    const left = out[x - 1] ?? 0
    const up = above?.[x] ?? 0
    const corner = x > 0 ? (above?.[x - 1] ?? 0) : 0
    out[x] = value + ([0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter] ?? 0)
  })
  return out
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}
