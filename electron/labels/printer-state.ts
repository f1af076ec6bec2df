import { BadLabelError } from './bad-label.ts'
import { dotsOfUnit, inWholeDots } from './lengths.ts'

/** Commands that change the whole picture in a way that we cannot follow, and the parameters with which they do. */
const FOREIGN: { readonly [name: string]: RegExp } = {
  // Mirrored, doubled, drawn over the label before, written from right to left.
  PM: /^\s*Y/i,
  JM: /^\s*B/i,
  MC: /^\s*N/i,
  PA: /[1-9]/
}

/** What a label says about all that follows, in its own format and in the next: home, units, sizes, turn. */
export class PrinterState {
  /** `^PW` and `^LL` in dots, where the label says them. */
  width: number | null = null
  length: number | null = null
  isUpsideDown = false
  /** Dots of one unit of length (`^MU`). */
  dotsAUnit = 1
  #home = { x: 0, y: 0 }
  /** `^LS` moves everything to the left, `^LT` down. */
  #shift = { x: 0, y: 0 }
  /** Commands in force that nothing here can follow, in the order of their coming. */
  readonly #foreign = new Set<string>()

  /** Where places are counted from (dots). */
  get origin(): { readonly x: number; readonly y: number } {
    return { x: this.#home.x + this.#shift.x, y: this.#home.y + this.#shift.y }
  }

  /** Throws the first command in force that cannot be followed. */
  refuseForeign(): void {
    const [command] = this.#foreign
    if (command !== undefined) throw new BadLabelError('notHonoured', command)
  }

  addForeign(command: string): void {
    this.#foreign.add(command)
  }

  /** Takes a command; false for one that says nothing of the kind. */
  take(name: string, args: string): boolean {
    if (this.#takeLengths(name, args)) return true
    const isForeign = FOREIGN[name]?.test(args)
    if (isForeign === true) this.#foreign.add(`^${name}`)
    else if (isForeign === false) this.#foreign.delete(`^${name}`)
    else if (name === 'MU') this.dotsAUnit = dotsOfUnit(args)
    else if (name === 'PO') this.isUpsideDown = /^\s*I/i.test(args)
    else return false
    return true
  }

  #takeLengths(name: string, args: string): boolean {
    if (!['LH', 'LS', 'LT', 'PW', 'LL'].includes(name)) return false
    const [first, second] = numbers(inWholeDots(name, args, this.dotsAUnit))
    if (name === 'LH') this.#home = { x: first ?? this.#home.x, y: second ?? this.#home.y }
    if (name === 'LS') this.#shift = { ...this.#shift, x: 0 - (first ?? 0) }
    if (name === 'LT') this.#shift = { ...this.#shift, y: first ?? 0 }
    if (name === 'PW') this.width = first ?? null
    if (name === 'LL') this.length = first ?? null
    return true
  }
}

/** Whole numbers among parameters; undefined for what is none. */
function numbers(args: string): readonly (number | undefined)[] {
  return args
    .split(',')
    .map(field => field.trim())
    .map(field => (/^-?[0-9]{1,5}$/.test(field) ? Number(field) : undefined))
}
