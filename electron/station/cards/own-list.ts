import type { Output } from '../../../shared/contract/contract.ts'
import type { CardsStore, Clock, OwnCard, PicturesStore } from '../ports/ports.ts'
import { Stretch } from '../stretches.ts'
import { fingerprint, pictureType } from './picture.ts'

/** A reading that sent nothing for so long was left by its page: another may begin. */
const LEFT_AFTER_MS = 2 * 60_000

interface Reading {
  readonly batch: string
  lines: number
  /** When something of it came last, Unix ms. */
  at: number
  isEnding: boolean
}

interface Parts {
  readonly store: CardsStore
  readonly kept: PicturesStore
  readonly clock: Clock
  readonly newId: () => string
  readonly onChange: () => void
}

/** The seller's own list on its way in: one reading at a time, since the end of each deletes what others brought. */
export class OwnList {
  readonly #parts: Parts
  #reading: Reading | null = null

  constructor(parts: Parts) {
    this.#parts = parts
  }

  /** Begins a reading, unless another one is under way. */
  begin(): Output<'cards.beginOwn'> {
    const now = this.#parts.clock.now()
    const other = this.#reading
    if (other !== null && (other.isEnding || Math.abs(now - other.at) < LEFT_AFTER_MS)) return { kind: 'busy' }
    const batch = this.#parts.newId()
    this.#reading = { batch, lines: 0, at: now, isEnding: false }
    return { kind: 'open', batch }
  }

  /** Keeps a picture of the list; its name, null: it is none, the disk did not take it, or the reading is over. */
  async keepPicture(batch: string, bytes: Uint8Array): Promise<string | null> {
    if (this.#open(batch) === null || pictureType(bytes) === null) return null
    const name = `o-${fingerprint(bytes)}`
    return (await this.#parts.kept.keep(name, bytes)) ? name : null
  }

  /** Takes some lines; false: the reading is over. */
  keep(batch: string, cards: readonly OwnCard[]): boolean {
    const reading = this.#open(batch)
    if (reading === null) return false
    this.#parts.store.keepOwn(batch, cards)
    reading.lines += cards.length
    return true
  }

  /** The list is whole: what only former ones had goes, a little at a time; false: no line of it came, and all stays. */
  async end(batch: string): Promise<boolean> {
    const { store, kept, onChange } = this.#parts
    const reading = this.#open(batch)
    if (reading === null || reading.lines === 0) return false
    reading.isEnding = true
    try {
      const pictures = new Set<string>()
      const stretch = new Stretch()
      for (let after: string | null = ''; after !== null; await stretch.rest()) {
        const page = store.dropOwnBut(batch, after)
        for (const picture of page.pictures) pictures.add(picture)
        after = page.last
      }
      onChange()
      await kept.dropOwnBut(pictures)
      return true
    } finally {
      this.#reading = null
    }
  }

  /** The reading comes to no end; what came of it stays beside the former list. */
  leave(batch: string): void {
    if (this.#open(batch) !== null) this.#reading = null
  }

  #open(batch: string): Reading | null {
    const reading = this.#reading
    if (reading?.batch !== batch || reading.isEnding) return null
    reading.at = this.#parts.clock.now()
    return reading
  }
}
