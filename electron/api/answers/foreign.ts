import { z } from 'zod'

/**
 * Whether the JSON of a success has nothing of the answer that is due, so that somebody else must have made it: not one of
 * its outermost fields. `isProven`: something else tells that it is the marketplace's; without that nothing at all, or a
 * list of no name, is nobody's word.
 */
export function isForeign(reply: z.ZodType, json: unknown, isProven: boolean): boolean {
  const outline = outlineOf(reply)
  if (outline === null) return false
  if (json === null) return !isProven || !reply.safeParse(null).success
  if (outline === 'nothing') return true
  if (outline === 'list') return !isProven || !Array.isArray(json)
  return typeof json !== 'object' || !outline.some(name => Object.hasOwn(json, name))
}

/** The outermost fields of a reply; null: the schema does not tell. */
function outlineOf(schema: z.core.$ZodType): readonly string[] | 'list' | 'nothing' | null {
  if (schema instanceof z.ZodNull) return 'nothing'
  if (schema instanceof z.ZodArray) return 'list'
  if (schema instanceof z.ZodObject) return Object.keys(schema.shape)
  if (schema instanceof z.ZodNullable) return outlineOf(schema.unwrap())
  return schema instanceof z.ZodPipe ? outlineOf(schema.in) : null
}
