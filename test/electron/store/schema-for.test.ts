import { expect, test } from 'vitest'
import { z } from 'zod'
import { schemaFor } from '../../../electron/store/schema-for.ts'

type Shape =
  | { readonly kind: 'dot' }
  | { readonly kind: 'line'; readonly through: readonly number[]; readonly name?: string }

const dot = z.object({ kind: z.literal('dot') })
const line = z.object({ kind: z.literal('line'), through: z.array(z.number()), name: z.string().exactOptional() })

test('a schema is named for a type only if both are the same (the compiler checks this file)', () => {
  const whole = schemaFor<Shape>()(z.discriminatedUnion('kind', [dot, line]))
  // @ts-expect-error -- a variant is missing
  schemaFor<Shape>()(z.discriminatedUnion('kind', [dot]))
  // @ts-expect-error -- an optional field is missing
  schemaFor<Shape>()(z.discriminatedUnion('kind', [dot, line.omit({ name: true })]))
  // @ts-expect-error -- a field that may be absent is asked for
  schemaFor<Shape>()(z.discriminatedUnion('kind', [dot, line.extend({ name: z.string() })]))
  // @ts-expect-error -- a value that the type does not have
  schemaFor<Shape>()(z.discriminatedUnion('kind', [dot, line, z.object({ kind: z.literal('circle') })]))
  expect(whole.parse({ kind: 'line', through: [1], later: true })).toEqual({ kind: 'line', through: [1] })
})
