/** So many branches, of so many shards each: at 100,000 entries a shard has half a dozen. */
const WIDTH = 128

type Shard<Key, Value> = ReadonlyMap<Key, Value>
type Branch<Key, Value> = readonly (Shard<Key, Value> | undefined)[]

/** An immutable map for very many entries: `with` costs by what changes, and shares the rest with the map before. */
export class ShardedMap<Key extends string | number, Value> {
  readonly #branches: readonly (Branch<Key, Value> | undefined)[]
  readonly size: number

  private constructor(branches: readonly (Branch<Key, Value> | undefined)[], size: number) {
    this.#branches = branches
    this.size = size
  }

  static empty<Key extends string | number, Value>(): ShardedMap<Key, Value> {
    return new ShardedMap<Key, Value>(Array.from({ length: WIDTH }), 0)
  }

  /** A map of these entries, each value as `made` from its own; one that is undefined is not in it. */
  static of<Key extends string | number, Part, Value>(
    entries: ReadonlyMap<Key, Part>,
    made: (part: Part) => Value | undefined
  ): ShardedMap<Key, Value> {
    const branches: (Map<Key, Value> | undefined)[][] = Array.from({ length: WIDTH })
    let size = 0
    for (const [key, part] of entries) {
      const value = made(part)
      if (value === undefined) continue
      const place = placeOf(key)
      const branch = (branches[branchOf(place)] ??= Array.from({ length: WIDTH }))
      const shard = (branch[place % WIDTH] ??= new Map())
      shard.set(key, value)
      size += 1
    }
    return new ShardedMap(branches, size)
  }

  get(key: Key): Value | undefined {
    const place = placeOf(key)
    return this.#branches[branchOf(place)]?.[place % WIDTH]?.get(key)
  }

  /** In no order that means anything. */
  *values(): IterableIterator<Value> {
    for (const branch of this.#branches) {
      for (const shard of branch ?? []) if (shard !== undefined) yield* shard.values()
    }
  }

  /** The map with these entries put in place of their older selves; one that is undefined leaves it. */
  with(entries: ReadonlyMap<Key, Value | undefined>): ShardedMap<Key, Value> {
    if (entries.size === 0) return this
    if (this.size === 0) return ShardedMap.of(entries, value => value)
    const branches = [...this.#branches]
    const ownBranches = new Map<number, (Shard<Key, Value> | undefined)[]>()
    const ownShards = new Map<number, Map<Key, Value>>()
    let { size } = this
    for (const [key, value] of entries) {
      const place = placeOf(key)
      const at = branchOf(place)
      const branch = ownBranches.get(at) ?? [...(branches[at] ?? Array.from({ length: WIDTH }))]
      const shard = ownShards.get(place) ?? new Map(branch[place % WIDTH])
      if (value === undefined) size -= Number(shard.delete(key))
      else {
        if (!shard.has(key)) size += 1
        shard.set(key, value)
      }
      ownShards.set(place, shard)
      ownBranches.set(at, branch)
      branch[place % WIDTH] = shard
      branches[at] = branch
    }
    return new ShardedMap(branches, size)
  }
}

function branchOf(place: number): number {
  return Math.floor(place / WIDTH)
}

/** Below `WIDTH` squared. */
function placeOf(key: string | number): number {
  if (typeof key === 'number') return key % WIDTH ** 2
  let hash = 0
  for (let at = 0; at < key.length; at++) hash = (Math.imul(hash, 31) + key.charCodeAt(at)) | 0
  return Math.abs(hash) % WIDTH ** 2
}
