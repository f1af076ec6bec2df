import { z } from 'zod'
import type { Random } from './random.ts'

/** What of JSON Schema zod writes. */
interface Shape {
  readonly type?: string | readonly string[] | undefined
  readonly const?: unknown
  readonly enum?: readonly unknown[] | undefined
  readonly anyOf?: readonly Shape[] | undefined
  readonly oneOf?: readonly Shape[] | undefined
  readonly allOf?: readonly Shape[] | undefined
  readonly properties?: Readonly<Record<string, Shape>> | undefined
  readonly required?: readonly string[] | undefined
  readonly items?: Shape | undefined
  readonly prefixItems?: readonly Shape[] | undefined
  readonly additionalProperties?: Shape | boolean | undefined
  readonly minimum?: number | undefined
  readonly exclusiveMinimum?: number | undefined
  readonly maximum?: number | undefined
  readonly minItems?: number | undefined
}

const TEXTS: readonly string[] = [
  'WB-GI-1234567',
  'x',
  '4600000000017',
  '2026-01-15T09:00:00Z',
  '2026-01-15',
  'confirm',
  '0104600000000017215canary-code',
  'A1',
  'Москва',
  'iVBORw0KGgo=',
  '12:00'
]
const NUMBERS: readonly number[] = [1, 2, 3, 7, 100, 643, 1_700_000_000_000]

/** Makes values that fit a schema, or nearly do where it asks for more than its shape tells. */
export function valuesOf(schema: z.ZodType): (random: Random) => unknown {
  const shape = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any', reused: 'inline' }) as Shape
  return random => valueOf(random, shape, 6)
}

function valueOf(random: Random, shape: Shape, depth: number): unknown {
  if (shape.const !== undefined) return shape.const
  if (shape.enum !== undefined) return random.pick(shape.enum)
  const choices = shape.anyOf ?? shape.oneOf
  if (choices !== undefined && choices.length > 0) return valueOf(random, random.pick(choices), depth)
  if (shape.allOf !== undefined) return Object.assign({}, ...shape.allOf.map(part => valueOf(random, part, depth)))
  if (Array.isArray(shape.type)) return valueOf(random, { ...shape, type: random.pick<string>(shape.type) }, depth)
  switch (shape.type) {
    case 'object':
      return recordOf(random, shape, depth)
    case 'array':
      return listOf(random, shape, depth)
    case 'string':
      return random.pick(TEXTS)
    case 'integer':
    case 'number':
      return Math.min(
        shape.maximum ?? Infinity,
        Math.max(random.pick(NUMBERS), shape.minimum ?? shape.exclusiveMinimum ?? 0)
      )
    case 'boolean':
      return random.oneIn(2)
    case 'null':
      return null
    default:
      return random.pick<unknown>([null, 1, 'x', [], {}, [{ id: 1 }]])
  }
}

function recordOf(random: Random, shape: Shape, depth: number): unknown {
  const required = new Set(shape.required ?? [])
  const fields = Object.entries(shape.properties ?? {})
    .filter(([name]) => required.has(name) || (depth > 0 && random.oneIn(2)))
    .map(([name, part]) => [name, valueOf(random, part, depth - 1)] as const)
  const more = shape.additionalProperties
  if (fields.length > 0 || typeof more !== 'object') return Object.fromEntries(fields)
  return { A1: valueOf(random, more, depth - 1) }
}

function listOf(random: Random, shape: Shape, depth: number): unknown {
  if (shape.prefixItems !== undefined) return shape.prefixItems.map(part => valueOf(random, part, depth - 1))
  const length = Math.max(shape.minItems ?? 0, depth > 0 ? random.below(4) : 0)
  return Array.from({ length }, () => valueOf(random, shape.items ?? {}, depth - 1))
}
