import { MessagePort } from 'node:worker_threads'
import { z } from 'zod'
import type { OddItem } from '../../station/ports/ports.ts'

/** Over which port a question's answer is expected, whatever else it says. */
export const addressSchema = z.object({ port: z.instanceof(MessagePort) })

/** What the answer thread is asked, once for each answer; the bytes follow over the port, each chunk a message, then `end`. */
export const questionSchema = z.object({
  operation: z.string(),
  encoding: z.union([z.string(), z.array(z.string())]).optional(),
  most: z.number(),
  bearsLimits: z.boolean()
})

export const chunkSchema = z.union([z.instanceof(Uint8Array), z.literal('end')])

/** When the answer has been read the thread says its outline, and then at each `more` a batch of its list, or that this is the end. */
export const partSchema = z.discriminatedUnion('kind', [
  /** An `Outline`. */
  z.object({ kind: z.literal('outline'), outline: z.unknown() }),
  /** A `Batch`, serialised and packed. */
  z.object({ kind: z.literal('batch'), bytes: z.instanceof(Uint8Array) }),
  z.object({ kind: z.literal('end') })
])

export type Part =
  | { readonly kind: 'outline'; readonly outline: unknown }
  | { readonly kind: 'batch'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly kind: 'end' }

/** Items of a list as they were read, and those that could not be. */
export interface Batch {
  readonly items: readonly unknown[]
  readonly odd: readonly OddItem[]
}
