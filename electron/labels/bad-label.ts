export type BadLabel =
  /** Nothing between `^XA` and `^XZ` draws anything. */
  | 'noLabel'
  | 'tooLarge'
  /** A graphic of impossible length, in the printer's own compression, or magnified from memory. */
  | 'unreadableGraphic'
  /** What is to be in a code cannot be: not ASCII, or more than a label holds. */
  | 'unreadableCode'
  /** A command that changes what is drawn, in a way that we cannot follow. */
  | 'notHonoured'

/** A label from outside that cannot be made fit for printing. */
export class BadLabelError extends Error {
  readonly why: BadLabel
  /** The command that stands in the way, with its prefix; null: it is not one command's fault. */
  readonly command: string | null

  constructor(why: BadLabel, command: string | null = null) {
    super(`not a printable label: ${why}${command === null ? '' : ` (${command})`}`)
    this.name = 'BadLabelError'
    this.why = why
    this.command = command
  }
}
