import { deflateSync } from 'node:zlib'
import { bytesPerRow, type Bitmap } from './bitmap.ts'

/** A picture as `^GF`, its top left corner at `x`, `y`: zlib, base64 and a checksum, which the printer compares. */
export function graphicField(bitmap: Bitmap, x: number, y: number): string {
  const total = bitmap.rows.length
  const data = deflateSync(bitmap.rows, { level: 9 }).toString('base64')
  return `^FO${x},${y}^GFA,${total},${total},${bytesPerRow(bitmap.width)},${z64(data)}^FS`
}

function z64(base64: string): string {
  const checksum = crc16(Buffer.from(base64, 'latin1'))
  return `:Z64:${base64}:${checksum.toString(16).toUpperCase().padStart(4, '0')}`
}

const TABLE = Uint16Array.from({ length: 256 }, (_, byte) => {
  let value = byte << 8
  for (let bit = 0; bit < 8; bit += 1) value = value & 0x8000 ? (value << 1) ^ 0x1021 : value << 1
  return value
})

/** CRC-16 with the polynomial 0x1021 from 0, unreflected ("XMODEM"): what the makers call CRC-CCITT. */
export function crc16(bytes: Uint8Array): number {
  let crc = 0
  for (const byte of bytes) crc = ((crc << 8) & 0xffff) ^ (TABLE[(crc >> 8) ^ byte] ?? 0)
  return crc
}
