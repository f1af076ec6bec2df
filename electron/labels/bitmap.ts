/** A black and white picture in a printer's dots. */
export interface Bitmap {
  /** In dots. */
  readonly width: number
  readonly height: number
  /** Row after row, each of `bytesPerRow(width)` bytes; the leftmost dot is a byte's highest bit, 1 is black, the rest of a last byte 0. */
  readonly rows: Uint8Array
}

/** Bytes of one row: eight dots a byte. */
export function bytesPerRow(width: number): number {
  return Math.ceil(width / 8)
}

/** A white picture. */
export function blankBitmap(width: number, height: number): Bitmap {
  return { width, height, rows: new Uint8Array(bytesPerRow(width) * height) }
}

/** True for a black dot; what lies outside the picture is white. */
export function isBlack({ width, height, rows }: Bitmap, x: number, y: number): boolean {
  if (x < 0 || y < 0 || x >= width || y >= height) return false
  return ((rows[y * bytesPerRow(width) + (x >> 3)] ?? 0) & (0x80 >> (x & 7))) !== 0
}

/** A picture of this size, black where `isDot` says so. */
export function drawBitmap(width: number, height: number, isDot: (x: number, y: number) => boolean): Bitmap {
  const bitmap = blankBitmap(width, height)
  const stride = bytesPerRow(width)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (isDot(x, y))
        bitmap.rows[y * stride + (x >> 3)] = (bitmap.rows[y * stride + (x >> 3)] ?? 0) | (0x80 >> (x & 7))
    }
  }
  return bitmap
}

/** Every dot as a square of `factor` × `factor` dots. */
export function enlarge(bitmap: Bitmap, factor: number): Bitmap {
  if (factor === 1) return bitmap
  return drawBitmap(bitmap.width * factor, bitmap.height * factor, (x, y) =>
    isBlack(bitmap, Math.floor(x / factor), Math.floor(y / factor))
  )
}

/** Turned clockwise, in degrees. */
export function turn(bitmap: Bitmap, rotation: 0 | 90 | 180 | 270): Bitmap {
  const { width, height } = bitmap
  switch (rotation) {
    case 0:
      return bitmap
    case 90:
      return drawBitmap(height, width, (x, y) => isBlack(bitmap, y, height - 1 - x))
    case 180:
      return drawBitmap(width, height, (x, y) => isBlack(bitmap, width - 1 - x, height - 1 - y))
    case 270:
      return drawBitmap(height, width, (x, y) => isBlack(bitmap, width - 1 - y, x))
  }
}

/** Put at `x`, `y` of a white picture of another size; what lies outside is cut off. */
export function place(
  bitmap: Bitmap,
  {
    width,
    height,
    x: left,
    y: top
  }: { readonly width: number; readonly height: number; readonly x: number; readonly y: number }
): Bitmap {
  return drawBitmap(width, height, (x, y) => isBlack(bitmap, x - left, y - top))
}

/** How many dots are black. */
export function blackDots({ rows }: Bitmap): number {
  let count = 0
  for (const byte of rows) for (let bits = byte; bits !== 0; bits &= bits - 1) count += 1
  return count
}
