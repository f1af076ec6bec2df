import { z } from 'zod'
import type { View } from '../../shared/view/view.ts'

/** What the station's process has at a moment, after everything that nobody needs is gone. */
export const useSchema = z.object({
  /** Objects, and what they hold outside of the heap (bytes). */
  heap: z.number(),
  /** Of the whole process (bytes). */
  resident: z.number(),
  /** Sockets, files, pipes and whatever else keeps a program alive, timers aside. */
  handles: z.number(),
  /** Of the process itself, and warnings that some emitter had too many. */
  listeners: z.number(),
  warnings: z.number()
})
export type Use = z.infer<typeof useSchema>

/** To the station's process. */
export const askedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('call'), id: z.number(), name: z.string(), input: z.unknown().optional() }),
  z.object({ kind: z.literal('use'), id: z.number() }),
  z.object({ kind: z.literal('close'), id: z.number() })
])
export type Asked = z.infer<typeof askedSchema>

/** From it. */
export type Said =
  | { readonly kind: 'ready' }
  | { readonly kind: 'view'; readonly view: View }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'refused'; readonly id: number; readonly why: string }
