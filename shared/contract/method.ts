import type { z } from 'zod'

/** One method of the contract: the input is parsed by the station; the output is the station's own and only typed. */
export interface Method<I extends z.ZodType, O> {
  readonly input: I
  /** Carries the output's type; never present at run time. */
  readonly output?: O
}

/** A method whose answer is an `O`: `method<O>()(inputSchema)`. */
export function method<O>() {
  return <I extends z.ZodType>(input: I): Method<I, O> => ({ input })
}

/** What a method that prints answers: how many labels are on their way to a printer. */
export interface LabelCount {
  readonly labels: number
}
