export type BadLabel =
  /** Nothing between `^XA` and `^XZ` draws anything. */
  | 'noLabel'
  | 'tooLarge'
  /** It moves the command prefixes, so its text cannot be judged. */
  | 'prefixChanged'
  /** A graphic of impossible length, in the printer's own compression, or magnified from memory. */
  | 'unreadableGraphic'
  /** What is to be in a code cannot be: not ASCII, or more than a label holds. */
  | 'unreadableCode'

/** A label from outside that cannot be made fit for printing. */
export class BadLabelError extends Error {
  readonly why: BadLabel

  constructor(why: BadLabel) {
    super(`not a printable label: ${why}`)
    this.name = 'BadLabelError'
    this.why = why
  }
}
