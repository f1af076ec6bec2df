import type { PackerShift, ShiftView } from '../../../shared/contract/shift-methods.ts'
import type { Deed } from '../ports/ports.ts'

/** An order that lay longer between its first scan and its packing was left alone in between (ms). */
const LONGEST_MS = 30 * 60 * 1000

/** Said in red so that nobody overlooks it, and nothing was done wrong: a ready parcel waits for its place or its buyer. */
const NO_MISTAKES: readonly string[] = ['pickupWaits', 'locked']

interface Tally {
  packed: number
  scans: number
  readonly seconds: number[]
  readonly errors: Map<string, number>
}

/** Counts what was done, line by line, oldest first. */
export class ShiftCount {
  readonly #hourOf: (at: number) => number
  readonly #packers = new Map<string | null, Tally>()
  /** When work on an order that is not packed yet began. */
  readonly #begun = new Map<number, number>()
  readonly #hours = Array.from({ length: 24 }, () => 0)
  #printed = 0
  #notPrinted = 0

  /** `hourOf`: the hour of this PC's day at a moment (Unix ms). */
  constructor(hourOf: (at: number) => number) {
    this.#hourOf = hourOf
  }

  add({ at, packerId, kind, orderId, face, answer }: Deed): void {
    if (kind === 'jobConfirmed' || kind === 'jobSent') this.#printed += 1
    if (kind === 'jobFailed') this.#notPrinted += 1
    // Whatever ended it: where stickers are not scanned back, the printer's word does.
    if (answer === 'packed' && orderId !== null) this.#pack(this.#tallyOf(packerId), orderId, at)
    if (kind !== 'scan' && kind !== 'command' && kind !== 'takeOrder') return
    const tally = this.#tallyOf(packerId)
    if (kind === 'scan') tally.scans += 1
    if (face === 'refused' && answer !== null && !NO_MISTAKES.includes(answer))
      tally.errors.set(answer, (tally.errors.get(answer) ?? 0) + 1)
    if (orderId !== null && answer !== 'packed' && !this.#begun.has(orderId)) this.#begun.set(orderId, at)
  }

  #pack(tally: Tally, orderId: number, at: number): void {
    tally.packed += 1
    const hour = this.#hourOf(at)
    this.#hours[hour] = (this.#hours[hour] ?? 0) + 1
    const took = at - (this.#begun.get(orderId) ?? at)
    if (took > 0 && took <= LONGEST_MS) tally.seconds.push(took / 1000)
    this.#begun.delete(orderId)
  }

  /** `nameOf`: what a packer is called. */
  result(nameOf: (packerId: string | null) => string | null): ShiftView {
    const packers = [...this.#packers].map(([id, tally]) => packerShift(nameOf(id), tally))
    return {
      packers: packers.toSorted((one, other) => other.packed - one.packed || other.scans - one.scans),
      hours: this.#hours,
      printed: this.#printed,
      notPrinted: this.#notPrinted
    }
  }

  #tallyOf(packerId: string | null): Tally {
    const known = this.#packers.get(packerId)
    if (known !== undefined) return known
    const made = { packed: 0, scans: 0, seconds: [], errors: new Map<string, number>() }
    this.#packers.set(packerId, made)
    return made
  }
}

function packerShift(packer: string | null, { packed, scans, seconds, errors }: Tally): PackerShift {
  const sorted = seconds.toSorted((one, other) => one - other)
  const share = (part: number) => sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? null
  const counted = [...errors].map(([code, count]) => ({ code, count }))
  return {
    packer,
    packed,
    scans,
    p50: share(0.5),
    p90: share(0.9),
    errors: counted.toSorted((one, other) => other.count - one.count)
  }
}
