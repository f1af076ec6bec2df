/** Room that is made for the first bytes of an answer, and at most at a time for more (bytes). */
const ROOM = { first: 16 * 1024, most: 1024 * 1024 }

export interface Gathered {
  readonly add: (bytes: Uint8Array) => void
  /** All that was added, in pieces that lie in nobody else's memory: they may be handed over as they are. */
  readonly chunks: () => Buffer<ArrayBuffer>[]
}

/**
 * An answer's bytes, copied together as they come: the thousands of small pieces of a long answer die young, while kept one
 * by one they would stay in memory until the next large collection.
 */
export function createGathered(): Gathered {
  const full: Buffer<ArrayBuffer>[] = []
  let room: Buffer<ArrayBuffer> | null = null
  let used = 0

  function add(bytes: Uint8Array): void {
    for (let from = 0; from < bytes.length;) {
      if (room !== null && used === room.length) {
        full.push(room)
        room = null
      }
      if (room === null) {
        room = Buffer.from(new ArrayBuffer(Math.min(ROOM.most, ROOM.first * 2 ** full.length)))
        used = 0
      }
      const part = bytes.subarray(from, from + room.length - used)
      room.set(part, used)
      used += part.length
      from += part.length
    }
  }

  return { add, chunks: () => (room === null ? full : [...full, room.subarray(0, used)]) }
}
