import { z } from 'zod'

const size = { width: z.number().int().positive(), height: z.number().int().positive() }
const turn = z.literal([0, 90, 180, 270])
const dots = z.number().int()
const bytes = z.custom<Uint8Array>(value => value instanceof Uint8Array)

/** Where a drawing comes from, and how many of its dots make a mm. */
const sourceSchema = z.discriminatedUnion('kind', [
  /** Drawn at `width` × `height` mm; `turn`: what the label itself asks for. */
  z.object({ kind: z.literal('zpl'), zpl: z.string(), ...size, dotsPerMm: dots, turn }),
  /**
   * A file from outside; turned if it lies and `upright`, or the other way round; `room`: dots that its ink is to
   * fit into by being made smaller, null: it keeps its size.
   */
  z.object({
    kind: z.literal('png'),
    file: bytes,
    dotsPerMm: dots,
    upright: z.boolean(),
    room: z.object(size).nullable()
  }),
  /** A PDF, drawn in dots of its own; `room`: what it is to fit into. */
  z.object({ kind: z.literal('pdf'), file: bytes, dotsPerMm: dots, room: z.object(size) })
])
export type Source = z.infer<typeof sourceSchema>

/** The printer's end, in its dots: the drawing is turned, put into the middle and shifted as far as its white margins allow. */
const targetSchema = z.object({
  ...size,
  dotsPerMm: dots,
  turn,
  right: dots,
  down: dots,
  /** What stands before the picture in ZPL; null: ESC/POS, on paper of that width. */
  head: z.string().nullable()
})
export type Target = z.infer<typeof targetSchema>

const pictureSchema = z.object({
  kind: z.literal('picture'),
  zpl: z.string(),
  /** In mm. */
  ...size,
  dotsPerMm: dots,
  upsideDown: z.boolean()
})
const printSchema = z.object({ kind: z.literal('print'), sources: z.array(sourceSchema), target: targetSchema })

/** Work for the thread: a PNG of a label, or a label as one picture in the printer's language; the first source that can be read is taken. */
const jobSchema = z.discriminatedUnion('kind', [pictureSchema, printSchema])
export type LabelJob = z.infer<typeof jobSchema>
export const questionSchema = z.object({ id: z.number(), job: jobSchema })

export const doneSchema = z.discriminatedUnion('kind', [
  /** base64 */
  z.object({ kind: z.literal('picture'), png: z.string() }),
  z.object({ kind: z.literal('label'), bytes }),
  z.object({ kind: z.literal('impossible'), why: z.enum(['badLabel', 'tooWide']), detail: z.string() })
])
export type Done = z.infer<typeof doneSchema>

export const answerSchema = z.union([
  z.object({ id: z.number(), done: doneSchema }),
  z.object({ id: z.number(), error: z.string() })
])
export type Answer = z.infer<typeof answerSchema>
