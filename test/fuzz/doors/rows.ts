import { z } from 'zod'
import { intentSchema, jobSchema, roundSchema, supplySchema } from '../../../electron/store/schemas.ts'
import { feedbackSchema, noteSchema } from '../../../electron/store/message-schemas.ts'
import { orderKindSchema, orderOwnSchema } from '../../../electron/store/order-schemas.ts'
import { fromText, Unreadable } from '../../../electron/store/rows.ts'
import { sumOf } from '../../../electron/store/sums.ts'
import { bookSchema } from '../../../electron/store/shipping-schemas.ts'
import { tableSchema } from '../../../electron/store/desk-schemas.ts'
import { settingsSchema } from '../../../shared/domain/settings.ts'
import { door, type Door } from '../door.ts'
import { valuesOf } from '../from-schema.ts'
import { mutateJson } from '../mutate-json.ts'
import { mutateText } from '../mutate.ts'
import { Random } from '../random.ts'

const SCHEMAS: Readonly<Record<string, z.ZodType>> = {
  kind: orderKindSchema,
  own: orderOwnSchema,
  supply: supplySchema,
  round: roundSchema,
  intent: intentSchema,
  job: jobSchema,
  feedback: feedbackSchema,
  notes: z.array(noteSchema),
  shipping: bookSchema,
  table: tableSchema,
  settings: settingsSchema
}

/** `sum` null: nobody knows what it should be. */
interface Row {
  readonly schema: string
  readonly text: string
  readonly sum: number | null
}

function samplesOf(random: Random): readonly Row[] {
  return Object.entries(SCHEMAS).flatMap(([schema, shape]) => {
    const value = valuesOf(shape)
    return Array.from({ length: 12 }, (_, index) => {
      const text = JSON.stringify(value(random))
      return { schema, text, sum: index % 2 === 0 ? sumOf(text) : null }
    })
  })
}

/** Texts of the database's rows: a value that fits, or `Unreadable`; what was changed behind its sum is always found. */
export function openRows(): Door {
  return door<Row>({
    name: 'rows',
    share: 5,
    samples: samplesOf(new Random(5)),
    mutate(random, base, other) {
      const text = random.oneIn(3)
        ? mutateText(random, base.text, other.text)
        : (JSON.stringify(mutateJson(random, json(base.text), json(other.text))) ?? 'null')
      return { ...base, text, sum: random.oneIn(2) ? base.sum : null }
    },
    enter({ schema, text, sum }) {
      const shape = SCHEMAS[schema]
      if (shape === undefined) throw new Error('no such row')
      try {
        fromText(text, shape, sum)
        if (sum !== null && sum !== sumOf(text)) throw new Error('read in spite of its sum')
        return `${schema} fine`
      } catch (error) {
        if (!(error instanceof Unreadable)) throw error
        return `${schema} ${error.message.slice(0, 40)}`
      }
    },
    words: ['kind fine', 'intent fine', 'job a byte has changed', 'settings fine', 'table not JSON'],
    show: ({ schema, text }) => `${schema} ${JSON.stringify(text)}`
  })
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
