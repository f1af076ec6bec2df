import { setImmediate as breath } from 'node:timers/promises'
import type { z } from 'zod'
import type { OddItem } from '../../station/ports/ports.ts'
import { isForeign } from './foreign.ts'
import { JsonCutter } from './json-cutter.ts'
import { listIn, type ListPlace } from '../schemas/lists.ts'

/** So many items that are in memory already are read at a stretch: about 2 ms on a slow PC. */
const PIECE = 50
/** So many bytes of an answer are cut and read at a stretch: about 3 ms. */
const PIECE_BYTES = 64 * 1024
/** A key of a foreign answer may be of any length. */
const PLACE_MAX = 100
/** What an id looks like: of an order, a supply, a box. Nothing else of an item is shown. */
const ID = /^[\w-]{1,40}$/
const ID_KEYS = ['id', 'orderId', 'orderID']

export type Read<Answer> =
  | { readonly kind: 'ok'; readonly value: Answer; readonly odd: readonly OddItem[] }
  | { readonly kind: 'misfit'; readonly field: string }
  /** No JSON, or nothing in it of what was asked for: the marketplace has not written it. */
  | { readonly kind: 'foreign' }

/**
 * An answer that fits its schema, or the place where it does not. A list in it is read item by item, with breaks: an item
 * that can't be read is set aside and told among `odd`, the others are there. `body`: the answer's bytes, unpacked;
 * `bearsLimits`: the head of the answer is the marketplace's own.
 */
export async function readAnswer<Answer>(
  reply: z.ZodType<Answer>,
  body: AsyncIterable<Buffer> | Iterable<Buffer>,
  bearsLimits: boolean
): Promise<Read<Answer>> {
  const place = listIn(reply)
  const sieve = place === null ? null : new Sieve(place)
  const around = await readAround(body, place, sieve)
  if (around === 'unreadable') return { kind: 'misfit', field: 'body' }
  const isProven = bearsLimits || (sieve !== null && sieve.items.length > 0)
  if (around === 'foreign' || isForeign(reply, around.json, isProven)) return { kind: 'foreign' }
  if (place === null || sieve === null) return fit(reply, around.json, [])
  const rest = place.rest(around.json)
  for (let from = 0; from < rest.items.length; from += PIECE) {
    if (from > 0) await breath()
    sieve.read(rest.items.slice(from, from + PIECE))
  }
  const read = fit(reply, rest.empty, sieve.odd)
  if (read.kind === 'ok') place.fill(read.value, sieve.items)
  return read
}

function fit<Answer>(reply: z.ZodType<Answer>, json: unknown, odd: readonly OddItem[]): Read<Answer> {
  const parsed = reply.safeParse(json)
  return parsed.success ? { kind: 'ok', value: parsed.data, odd } : { kind: 'misfit', field: placeOf(parsed.error) }
}

/** Feeds the list to the sieve as it comes; what stands around it, if the body is JSON and can be unpacked. */
async function readAround(
  body: AsyncIterable<Buffer> | Iterable<Buffer>,
  place: ListPlace | null,
  sieve: Sieve | null
): Promise<{ readonly json: unknown } | 'foreign' | 'unreadable'> {
  try {
    if (place === null || sieve === null) {
      const chunks: Buffer[] = []
      for await (const chunk of body) chunks.push(chunk)
      const text = Buffer.concat(chunks).toString('utf8')
      return { json: text === '' ? null : JSON.parse(text) }
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
  readonly items: unknown[] = []
  readonly odd: OddItem[] = []
  readonly #place: ListPlace

  constructor(place: ListPlace) {
    this.#place = place
  }

  read(raws: readonly unknown[]): void {
    for (const raw of this.#place.unwrap(raws)) {
      const parsed = this.#place.item.safeParse(raw)
      if (parsed.success) this.items.push(parsed.data)
      else this.odd.push({ field: placeOf(parsed.error), id: idOf(raw) })
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
