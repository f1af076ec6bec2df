import type { z } from 'zod'

/** T as it comes out of a schema, made read-only all the way down: that is what the domain's types look like. */
type Frozen<T> = { readonly [K in keyof T]: Frozen<T[K]> }

/** What of T the schema would turn away; never if nothing. */
type Forgotten<T, S extends z.ZodType> = T extends Frozen<z.output<S>> ? never : T

/**
 * Names a schema for the domain type T. It compiles only if the two are the same: with `satisfies` alone, a variant or
 * an optional field that the schema forgot would pass, and such rows would count as damaged.
 */
export function schemaFor<T>() {
  return <S extends z.ZodType<T>>(
    schema: S & ([Forgotten<T, S>] extends [never] ? unknown : { forgotten: Forgotten<T, S> })
  ): S => schema
}
