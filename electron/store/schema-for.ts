import type { z } from 'zod'

/** T with nothing writable, all the way down: that is what the domain's types look like. */
type Frozen<T> = { readonly [K in keyof T]: Frozen<T[K]> }

/** T with nothing optional, all the way down. */
type Whole<T> = { readonly [K in keyof T]-?: Whole<T[K]> }

/** What of T the schema would turn away, or drop; never if nothing. */
type Forgotten<T, S extends z.ZodType> = [Whole<z.output<S>>] extends [Whole<T>]
  ? Exclude<T, Frozen<z.output<S>>>
  : 'an optional field'

/**
 * Names a schema for the domain type T. It compiles only if the two are the same: with `satisfies` alone, a variant or
 * an optional field that the schema forgot would pass, and such rows would count as damaged or lose the field.
 */
export function schemaFor<T>() {
  return <S extends z.ZodType<T>>(
    schema: S & ([Forgotten<T, S>] extends [never] ? unknown : { forgotten: Forgotten<T, S> })
  ): S => schema
}
