import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Thing } from '../../electron/practice/marketplace/marketplace.ts'

const place = { dataDirectory: z.string(), url: z.string(), token: z.string() }

/** What a station's process is started for. */
export const packingWork = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('takeIn'), ...place, orders: z.number(), units: z.number() }),
  z.object({ kind: z.literal('pack'), ...place, things: z.string(), scans: z.number() }),
  z.object({ kind: z.literal('intake'), folder: z.string(), orders: z.number(), oddIn: z.number(), token: z.string() })
])
export type Work = z.infer<typeof packingWork>

export const takenIn = z.object({
  /** To pack, in that order. */
  orderIds: z.array(z.number()),
  /** Orders in the supply that is packed first. */
  supply: z.number()
})
export type TakenIn = z.infer<typeof takenIn>

const samples = z.array(z.number())
/** By the clock, and what the thread itself worked (ms). */
const stretch = z.object({ clock: z.number(), own: z.number() })

/** Milliseconds and megabytes. */
export const packed = z.object({
  coldStart: stretch,
  memory: z.number(),
  stalls: stretch,
  /** Right after the start. */
  coldStalls: stretch,
  cold: samples,
  alone: samples,
  /** CPU time of the station's thread for each of them. */
  own: samples,
  byKind: z.array(z.object({ kind: z.string(), samples })),
  beside: samples,
  lists: samples
})
export type Packed = z.infer<typeof packed>

/** The units in a file, as the practice marketplace describes them. */
export async function fileThings(path: string): Promise<readonly Thing[]> {
  return JSON.parse(await readFile(path, 'utf8')) as Thing[]
}
