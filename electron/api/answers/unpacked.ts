import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

/** What is unpacked at a stretch (bytes). */
const PIECE_BYTES = 64 * 1024

export interface Packing {
  /** What the header `content-encoding` says. */
  readonly encoding?: string | readonly string[] | undefined
  /** The longest body, unpacked (bytes). */
  readonly most: number
}

/** A body as it came; whoever hands its chunks on may take them out, so that a very long one is not held twice. */
export interface PackedBody extends Packing {
  readonly chunks: Buffer<ArrayBuffer>[]
}

/**
 * A body's bytes, unpacked as they are asked for. Throws while it is read: for a packing that it does not know, one that
 * is torn, and beyond `most` bytes.
 */
export async function* unpacked(
  chunks: readonly Buffer[] | AsyncIterable<Buffer>,
  { encoding, most }: Packing
): AsyncGenerator<Buffer> {
  const isNothing = 'length' in chunks && chunks.length === 0
  if (isNothing || encoding === undefined || encoding === 'identity') return yield* chunks
  if (encoding !== 'gzip') throw new Error('an unknown packing')
  // Whoever reads it meets its errors.
  const plain = pipeline(Readable.from(chunks), createGunzip({ chunkSize: PIECE_BYTES }), () => {})
  let size = 0
  for await (const piece of plain) {
    size += piece.length
    if (size > most) throw new RangeError('an answer is too long')
    yield piece
  }
}

/** The first bytes of a body, unpacked, at least `most` of them where there are more; null: it can't be unpacked. */
export async function firstBytes(
  body: PackedBody,
  most: number
): Promise<{ readonly pieces: readonly Buffer[]; readonly isWhole: boolean } | null> {
  const pieces: Buffer[] = []
  let size = 0
  try {
    for await (const piece of unpacked(body.chunks, body)) {
      pieces.push(piece)
      size += piece.length
      if (size > most) return { pieces, isWhole: false }
    }
  } catch {
    return null
  }
  return { pieces, isWhole: true }
}
