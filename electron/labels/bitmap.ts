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
function blankBitmap(width: number, height: number): Bitmap {
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

/** A box in dots; `right` and `bottom` are one past it. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/** The smallest box that holds every black dot; null for a white picture. */
export function inkBox(bitmap: Bitmap): Box | null {
  const { width, height, rows } = bitmap
  const stride = bytesPerRow(width)
  let [left, top, right, bottom] = [width, height, 0, 0]
  for (let y = 0; y < height; y += 1) {
    const row = rows.subarray(y * stride, (y + 1) * stride)
    const first = row.findIndex(byte => byte !== 0)
    if (first < 0) continue
    const last = row.findLastIndex(byte => byte !== 0)
    left = Math.min(left, first * 8 + Math.clz32(row[first] ?? 0) - 24)
    right = Math.max(right, last * 8 + 8 - trailingZeros(row[last] ?? 0))
    top = Math.min(top, y)
    bottom = y + 1
  }
  return right === 0 ? null : { left, top, right, bottom }
}

function trailingZeros(byte: number): number {
  return 31 - Math.clz32(byte & -byte)
}

/** The part of a picture inside the box. */
export function cut(bitmap: Bitmap, { left, top, right, bottom }: Box): Bitmap {
  return place(bitmap, { width: right - left, height: bottom - top, x: -left, y: -top })
}

/** The ink of a picture, made smaller until it fits into so many dots; a picture whose ink fits stays as it is. */
export function fitInk(bitmap: Bitmap, room: { readonly width: number; readonly height: number }): Bitmap {
  const box = inkBox(bitmap)
  if (box === null) return bitmap
  const ink = cut(bitmap, box)
  const scale = Math.min(room.width / ink.width, room.height / ink.height)
  if (scale >= 1) return bitmap
  const [width, height] = [ink.width, ink.height].map(side => Math.max(1, Math.floor(side * scale)))
  return drawBitmap(width ?? 1, height ?? 1, (x, y) => coverage(ink, x / scale, y / scale, 1 / scale) >= 0.5)
}

/** How much of a square, its corner at `left`, `top`, is black: 0 to 1. */
function coverage(bitmap: Bitmap, left: number, top: number, side: number): number {
  let black = 0
  for (let y = Math.floor(top); y < top + side; y += 1) {
    const high = Math.min(y + 1, top + side) - Math.max(y, top)
    for (let x = Math.floor(left); x < left + side; x += 1) {
      if (isBlack(bitmap, x, y)) black += high * (Math.min(x + 1, left + side) - Math.max(x, left))
    }
  }
  return black / (side * side)
}
