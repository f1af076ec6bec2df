import { setImmediate as breath } from 'node:timers/promises'
import type { z } from 'zod'
import type { OddItem } from '../../station/ports/ports.ts'
import { isForeign } from './foreign.ts'
import { parseShallow } from '../../../shared/domain/shallow-json.ts'
import { JsonCutter } from './json-cutter.ts'
import { listIn, type ListPlace } from '../schemas/list-schemas.ts'

/** So many items that are in memory already are read at a stretch: about 2 ms on a slow PC. */
const PIECE = 50
/** So many bytes of an answer are cut and read at a stretch: a millisecond, and less than ten where this code runs for the first time. */
const PIECE_BYTES = 16 * 1024
/** A key of a foreign answer may be of any length. */
const PLACE_MAX = 100
/** What an id looks like: of an order, a supply, a box. Nothing else of an item is shown. */
const ID = /^[\w-]{1,40}$/
const ID_KEYS = ['id', 'orderId', 'orderID']

export type Read<Answer> = WithOdd<Outline<Answer>>

type WithOdd<Outcome> = Outcome extends { readonly kind: 'ok' }
  ? Outcome & { readonly odd: readonly OddItem[] }
  : Outcome

/** What an answer is without the items of its list. */
export type Outline<Answer> =
  | { readonly kind: 'ok'; readonly value: Answer }
  | { readonly kind: 'misfit'; readonly field: string }
  /** No JSON, or nothing in it of what was asked for: the marketplace has not written it. */
  | { readonly kind: 'foreign' }

/** Bytes of an answer, unpacked. */
type Bytes = AsyncIterable<Buffer> | Iterable<Buffer>

/** Where the items of a list go as they are read. */
export interface ItemSink {
  readonly item: (item: unknown) => void
  readonly odd: (odd: OddItem) => void
}

/**
 * An answer that fits its schema, or the place where it does not. A list in it is read item by item, with breaks: an item
 * that can't be read is set aside and told among `odd`, the others are there. `bearsLimits`: the head of the answer is the
 * marketplace's own.
 */
export async function readAnswer<Answer>(
  reply: z.ZodType<Answer>,
  body: Bytes,
  bearsLimits: boolean
): Promise<Read<Answer>> {
  const items: unknown[] = []
  const odd: OddItem[] = []
  const sink = { item: (item: unknown) => void items.push(item), odd: (item: OddItem) => void odd.push(item) }
  const outline = await readOutline(reply, body, bearsLimits, sink)
  if (outline.kind !== 'ok') return outline
  listIn(reply)?.fill(outline.value, items)
  return { ...outline, odd }
}

/** The same with its list emptied: the items go to `sink`, and count only if this settles with `ok`. */
export async function readOutline<Answer>(
  reply: z.ZodType<Answer>,
  body: Bytes,
  bearsLimits: boolean,
  sink: ItemSink
): Promise<Outline<Answer>> {
  const place = listIn(reply)
  const sieve = place === null ? null : new Sieve(place, sink)
  const around = await readAround(body, place, sieve)
  if (around === 'unreadable') return { kind: 'misfit', field: 'body' }
  const isProven = bearsLimits || (sieve !== null && sieve.hasItems)
  if (around === 'foreign' || isForeign(reply, around.json, isProven)) return { kind: 'foreign' }
  if (place === null || sieve === null) return fit(reply, around.json)
  const rest = place.rest(around.json)
  for (let from = 0; from < rest.items.length; from += PIECE) {
    if (from > 0) await breath()
    sieve.read(rest.items.slice(from, from + PIECE))
  }
  return fit(reply, rest.empty)
}

function fit<Answer>(reply: z.ZodType<Answer>, json: unknown): Outline<Answer> {
  const parsed = reply.safeParse(json)
  return parsed.success ? { kind: 'ok', value: parsed.data } : { kind: 'misfit', field: placeOf(parsed.error) }
}

/** Feeds the list to the sieve as it comes; what stands around it, if the body is JSON and can be unpacked. */
async function readAround(
  body: Bytes,
  place: ListPlace | null,
  sieve: Sieve | null
): Promise<{ readonly json: unknown } | 'foreign' | 'unreadable'> {
  try {
    if (place === null || sieve === null) {
      const chunks: Buffer[] = []
      for await (const chunk of body) chunks.push(chunk)
      const text = Buffer.concat(chunks).toString('utf8')
      return { json: text === '' ? null : parseShallow(text) }
    }
    const cutter = new JsonCutter(place.key)
    let sinceBreath = 0
    for await (const chunk of body) {
      for (let from = 0; from < chunk.length; from += PIECE_BYTES) {
        const piece = chunk.subarray(from, from + PIECE_BYTES)
        if (sinceBreath >= PIECE_BYTES) {
          await breath()
          sinceBreath = 0
        }
        sinceBreath += piece.length
        sieve.read(cutter.push(piece))
      }
    }
    return { json: cutter.end() }
  } catch (error) {
    return error instanceof SyntaxError ? 'foreign' : 'unreadable'
  }
}

/** Parts the items that fit their schema from those that do not. */
class Sieve {
  hasItems = false
  readonly #place: ListPlace
  readonly #sink: ItemSink

  constructor(place: ListPlace, sink: ItemSink) {
    this.#place = place
    this.#sink = sink
  }

  read(raws: readonly unknown[]): void {
    for (const raw of this.#place.unwrap(raws)) {
      const parsed = this.#place.item.safeParse(raw)
      if (parsed.success) {
        this.hasItems = true
        this.#sink.item(parsed.data)
      } else this.#sink.odd({ field: placeOf(parsed.error), id: idOf(raw) })
    }
  }
}

/** Where an error lies, `createdAt` or `statuses.1.code`: names and numbers of places, never values. */
export function placeOf(error: z.ZodError): string {
  return (error.issues[0]?.path ?? []).map(String).join('.').slice(0, PLACE_MAX)
}

/** The id by which a person can look an odd item up; null when it has none that can be trusted. */
function idOf(raw: unknown): string | null {
  if (typeof raw !== 'object' || raw === null) return null
  const [, id] = Object.entries(raw).find(([key]) => ID_KEYS.includes(key)) ?? []
  if (typeof id === 'number') return Number.isSafeInteger(id) ? String(id) : null
  return typeof id === 'string' && ID.test(id) ? id : null
}
