import { DEPTH_MAX, parseShallow } from '../../../shared/domain/shallow-json.ts'

const QUOTE = 0x22
const BACKSLASH = 0x5c
const COMMA = 0x2c
const COLON = 0x3a
const OPEN_ARRAY = 0x5b
const CLOSE_ARRAY = 0x5d
const OPEN_OBJECT = 0x7b
const CLOSE_OBJECT = 0x7d

/** Longest single item (bytes): what is longer is no list that anybody documents. */
const ITEM_MAX = 16 * 1024 * 1024
/** Bytes of a text that are kept because it may be the list's name. */
const NAME_MAX = 64

/**
 * Cuts one list out of a JSON text that comes in pieces of bytes: `push` gives the list's items, each parsed alone, and
 * `end` what stands around the list, with `[]` in its place. A list that it does not find stays where it is. An item
 * that is deeper than any is `undefined`. Both throw for what is no JSON, and for an item beyond 16 MiB.
 */
export class JsonCutter {
  readonly #key: string | null
  readonly #around: Buffer[] = []
  /** The item that the end of a piece has cut, and its bytes so far. */
  #begun: Buffer[] = []
  #begunBytes = 0
  #place: 'before' | 'inside' | 'behind' = 'before'
  #isText = false
  #isEscaped = false
  /** Open brackets: of the whole text, or inside the list of one item. */
  #depth = 0
  /** The deepest level of the item. */
  #deepest = 0
  /** Inside the list: what came last. */
  #last: 'open' | 'item' | 'comma' = 'open'
  /** Before the list, of the text on the first level that came last: its bytes, and whether a colon followed. */
  #name: number[] = []
  #isNamed = false

  /** `key`: the list's name in the object that the text is; null: the text is the list. */
  constructor(key: string | null) {
    this.#key = key
  }

  push(bytes: Buffer): readonly unknown[] {
    let from = 0
    const items: unknown[] = []
    while (from < bytes.length) {
      if (this.#place === 'inside') from = this.#items(bytes, from, items)
      else from = this.#surroundings(bytes, from)
    }
    return items
  }

  /** The text around the list, parsed; null when there was no text at all. */
  end(): unknown {
    if (this.#place === 'inside') throw new SyntaxError('the list does not end')
    const text = Buffer.concat(this.#around).toString('utf8')
    return text === '' ? null : parseShallow(text)
  }

  /** Reads up to the list's opening bracket, or to the end; gives the place from which to go on. */
  #surroundings(bytes: Buffer, from: number): number {
    let to = bytes.length
    for (let at = from; this.#place === 'before' && at < bytes.length; at += 1) {
      if (!this.#opens(bytes[at] ?? 0)) continue
      this.#place = 'inside'
      this.#depth = 0
      to = at + 1
    }
    this.#around.push(bytes.subarray(from, to))
    return to
  }

  /** Whether this byte opens the list. */
  #opens(byte: number): boolean {
    if (this.#isText) {
      if (this.#isEscaped) this.#isEscaped = false
      else if (byte === BACKSLASH) this.#isEscaped = true
      else if (byte === QUOTE) this.#isText = false
      if (this.#isText && this.#depth === 1 && this.#name.length < NAME_MAX) this.#name.push(byte)
      return false
    }
    switch (byte) {
      case QUOTE:
        this.#isText = true
        this.#name = []
        this.#isNamed = false
        return false
      case COLON:
        this.#isNamed = this.#depth === 1
        return false
      case OPEN_ARRAY:
        if (this.#depth === 0 ? this.#key === null : this.#isListHere()) return true
        this.#depth += 1
        this.#isNamed = false
        return false
      case OPEN_OBJECT:
        this.#depth += 1
        this.#isNamed = false
        return false
      case CLOSE_ARRAY:
      case CLOSE_OBJECT:
        this.#depth -= 1
        return false
      default:
        return false
    }
  }

  #isListHere(): boolean {
    return this.#depth === 1 && this.#isNamed && Buffer.from(this.#name).toString('utf8') === this.#key
  }

  /** Reads items up to the list's closing bracket, or to the end; gives the place from which to go on. */
  #items(bytes: Buffer, from: number, items: unknown[]): number {
    // -1: between two items.
    let start = this.#begun.length > 0 ? from : -1
    for (let at = from; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0
      if (this.#isText) {
        if (this.#isEscaped) this.#isEscaped = false
        else if (byte === BACKSLASH) this.#isEscaped = true
        else if (byte === QUOTE) this.#isText = false
        continue
      }
      if (this.#depth === 0 && (byte === COMMA || byte === CLOSE_ARRAY)) {
        if (start >= 0) items.push(this.#item(bytes.subarray(start, at)))
        start = -1
        this.#separate(byte)
        if (byte === COMMA) continue
        this.#around.push(bytes.subarray(at, at + 1))
        return at + 1
      }
      if (start < 0 && !isSpace(byte)) start = at
      if (byte === QUOTE) this.#isText = true
      else if (byte === OPEN_ARRAY || byte === OPEN_OBJECT) {
        this.#depth += 1
        if (this.#depth > this.#deepest) this.#deepest = this.#depth
      } else if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) this.#depth -= 1
    }
    if (start >= 0) this.#keep(bytes.subarray(start))
    return bytes.length
  }

  #item(rest: Buffer): unknown {
    this.#keep(rest)
    const text = this.#begun.length === 1 ? rest : Buffer.concat(this.#begun)
    this.#begun = []
    this.#begunBytes = 0
    this.#last = 'item'
    const isDeep = this.#deepest > DEPTH_MAX
    this.#deepest = 0
    return isDeep ? undefined : JSON.parse(text.toString('utf8'))
  }

  #keep(part: Buffer): void {
    this.#begun.push(part)
    this.#begunBytes += part.length
    if (this.#begunBytes > ITEM_MAX) throw new RangeError('an item is too long')
  }

  #separate(byte: number): void {
    const isEmptyList = byte === CLOSE_ARRAY && this.#last === 'open'
    if (this.#last !== 'item' && !isEmptyList) throw new SyntaxError('no item before a comma or the end')
    if (byte === COMMA) this.#last = 'comma'
    else this.#place = 'behind'
  }
}

function isSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
}
