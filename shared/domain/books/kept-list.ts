/** Where an id stands in a list: by its place first, then by the id itself. */
export interface Entry<Id> {
  readonly place: number
  readonly id: Id
}

type Chunk<Id> = readonly Entry<Id>[]

/** A chunk that grows beyond this is halved. */
const CHUNK_MOST = 128
/** So many changes, and as many as this share of the list, are cheaper sorted in at once than one by one. */
const BULK = { least: 64, share: 1 / 16 }

/** Ids in order, and counted: immutable; `with` costs by what changes and shares the rest. */
export class KeptList<Id extends string | number> {
  readonly #chunks: readonly Chunk<Id>[]
  readonly size: number

  private constructor(chunks: readonly Chunk<Id>[], size: number) {
    this.#chunks = chunks
    this.size = size
  }

  static empty<Id extends string | number>(): KeptList<Id> {
    return new KeptList<Id>([], 0)
  }

  /** A list of these: in order already, each once, and nobody else's any more. */
  static of<Id extends string | number>(entries: Chunk<Id>): KeptList<Id> {
    return new KeptList(halved(entries), entries.length)
  }

  get first(): Id | undefined {
    return this.#chunks[0]?.[0]?.id
  }

  get last(): Id | undefined {
    return this.#chunks.at(-1)?.at(-1)?.id
  }

  *entries(): IterableIterator<Entry<Id>> {
    for (const chunk of this.#chunks) yield* chunk
  }

  /** At most so many ids, from this one on (0 is the first). */
  slice(from: number, most: number): readonly Id[] {
    const ids: Id[] = []
    let skipped = 0
    for (const chunk of this.#chunks) {
      if (ids.length >= most) break
      const start = Math.max(0, from - skipped)
      skipped += chunk.length
      if (start < chunk.length) ids.push(...chunk.slice(start, start + most - ids.length).map(({ id }) => id))
    }
    return ids
  }

  /** The list without those that are gone (they stand where they did) and with those that joined (they were not in it). */
  with(joined: readonly Entry<Id>[], gone: readonly Entry<Id>[]): KeptList<Id> {
    const changes = joined.length + gone.length
    const size = this.size + joined.length - gone.length
    if (changes >= BULK.least && changes >= this.size * BULK.share)
      return new KeptList(cut(edited(this.#chunks.flat(), joined, gone)), size)
    const last = Math.max(0, this.#chunks.length - 1)
    const joinedAt = Map.groupBy(joined, entry => Math.min(this.#chunkOf(entry), last))
    const goneAt = Map.groupBy(gone, entry => this.#chunkOf(entry))
    const chunks = [...this.#chunks]
    // From behind, so that the numbers of those in front hold.
    for (const at of [...new Set([...joinedAt.keys(), ...goneAt.keys()])].toSorted((one, other) => other - one)) {
      chunks.splice(at, 1, ...halved(edited(chunks[at] ?? [], joinedAt.get(at) ?? [], goneAt.get(at) ?? [])))
    }
    return new KeptList(chunks, size)
  }

  /** The first chunk that reaches as far as this entry; as many as there are: none does. */
  #chunkOf(entry: Entry<Id>): number {
    return firstWhere(this.#chunks.length, at => {
      const last = this.#chunks[at]?.at(-1)
      return last !== undefined && compare(last, entry) >= 0
    })
  }
}

function edited<Id extends string | number>(
  chunk: Chunk<Id>,
  joined: readonly Entry<Id>[],
  gone: readonly Entry<Id>[]
): Chunk<Id> {
  const left = new Set(gone.map(({ id }) => id))
  const kept = gone.length === 0 ? chunk : chunk.filter(({ id }) => !left.has(id))
  if (kept.length !== chunk.length - gone.length) {
    throw new Error(`${[...left].join(', ')}: not all of them are in their list`)
  }
  return joined.length === 0 ? kept : [...kept, ...joined].toSorted(compare)
}

/** None, itself, or halves of what became too long. */
function halved<Id extends string | number>(chunk: Chunk<Id>): readonly Chunk<Id>[] {
  return chunk.length > CHUNK_MOST ? cut(chunk) : chunk.length === 0 ? [] : [chunk]
}

function cut<Id extends string | number>(entries: Chunk<Id>): readonly Chunk<Id>[] {
  const half = CHUNK_MOST / 2
  return Array.from({ length: Math.ceil(entries.length / half) }, (_, at) => entries.slice(at * half, (at + 1) * half))
}

/** The first of so many numbers for which it is so, and for all behind it; as many as there are: for none. */
function firstWhere(length: number, isSo: (at: number) => boolean): number {
  let [low, high] = [0, length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (isSo(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** By place, then by id. */
export function compare<Id extends string | number>(one: Entry<Id>, other: Entry<Id>): number {
  if (one.place !== other.place) return one.place - other.place
  if (one.id === other.id) return 0
  return one.id < other.id ? -1 : 1
}
