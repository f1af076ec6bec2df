import type { Random } from './random.ts'

/** One way in for what somebody else has written, and how it is tried. */
export interface Door<Input = unknown> {
  readonly name: string
  /** So many inputs for each hundred that a run asks for; those of all doors make a little more than a hundred. */
  readonly share: number
  /** Real inputs to begin with. */
  readonly samples: readonly Input[]
  /** A new input out of `base`, which it leaves as it is; `other` may lend parts. */
  readonly mutate: (random: Random, base: Input, other: Input) => Input
  /**
   * Puts an input in, each time to something as new as at the start, and says in a word what became of it: an input with a
   * word that was not heard before is kept, and others are made of it. Throws for whatever the door must not do.
   */
  readonly enter: (input: Input) => string | Promise<string>
  /** The words that have to be heard in a run, else its samples no longer reach what they were made for. */
  readonly words: readonly string[]
  /** An input as a person can read it and paste it into a test. */
  readonly show: (input: Input) => string
  readonly close?: () => Promise<void>
}

/** Opens a door at the start of a run. */
export type Opening = () => Promise<Door> | Door

/** Declares a door; it only forgets the type of its inputs, which nobody but itself looks at. */
export function door<Input>(declared: Door<Input>): Door {
  return declared as unknown as Door
}
