import { pipeline, Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'

/** What is unpacked at a stretch (bytes). */
const PIECE_BYTES = 64 * 1024

/**
 * A body's bytes, unpacked as they are asked for; `encoding`: what the header `content-encoding` says. Throws while it is
 * read: for a packing that it does not know, one that is torn, and beyond `most` bytes.
 */
export async function* unpacked(
  chunks: readonly Buffer[],
  encoding: string | readonly string[] | undefined,
  most: number
): AsyncGenerator<Buffer> {
  if (chunks.length === 0 || encoding === undefined || encoding === 'identity') return yield* chunks
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
