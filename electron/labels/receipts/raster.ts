import { bytesPerRow, type Bitmap } from '../bitmap.ts'

/** Cheap printers take in 4 kB before they print; a band is complete in it. */
const BAND_BYTES = 4096
/** The largest number of rows that every printer knows: one that reads only the lower byte of the count takes no more. */
const BAND_ROWS = 255

/** `ESC @`: whatever an earlier job left is gone. */
const RESET = [0x1b, 0x40]
/** Four lines past the cutter, which sits above the head, and a partial cut. */
const FEED_AND_CUT = [0x1b, 0x64, 0x04, 0x1d, 0x56, 0x01]

/** A picture no wider than the paper (384 or 576 dots) in ESC/POS, with feed and cut; one dot is one dot. */
export function escposRaster({ width, height, rows }: Bitmap): Uint8Array {
  const stride = bytesPerRow(width)
  const bandRows = Math.max(1, Math.min(BAND_ROWS, Math.floor(BAND_BYTES / stride)))
  const parts: Uint8Array[] = [Uint8Array.from(RESET)]
  for (let top = 0; top < height; top += bandRows) {
    const end = Math.min(top + bandRows, height)
    parts.push(rasterHead(stride, end - top), rows.subarray(top * stride, end * stride))
  }
  parts.push(Uint8Array.from(FEED_AND_CUT))
  return Uint8Array.from(Buffer.concat(parts))
}

/** `GS v 0`, a dot as large as a dot: bytes a row and rows, low byte first. */
function rasterHead(stride: number, rows: number): Uint8Array {
  return Uint8Array.from([0x1d, 0x76, 0x30, 0x00, stride & 0xff, stride >> 8, rows & 0xff, rows >> 8])
}
