import type { Bench } from '../../../shared/domain/bench.ts'
import type { DiskWhy } from '../../../shared/domain/disk.ts'
import type { Feedback } from '../../../shared/domain/messages.ts'
import type { Clock, Log, StorePort } from '../ports/ports.ts'

/** Between two looks at the disk (ms): a folder that is gone is noticed within a second. */
const LOOK_MS = 500

export interface DiskWatchOptions {
  readonly store: StorePort
  readonly clock: Clock
  readonly log: Log
  readonly bench: () => Bench
  readonly onChange: () => void
  /** Whatever waits for the disk may go on. */
  readonly onBack: () => void
}

interface Trouble {
  readonly why: DiskWhy
  /** Unix ms. */
  readonly since: number
  /** Scans and presses that were not taken. */
  readonly lost: number
}

/**
 * Sees to it that what is not on disk is told, whichever way it came in: as long as the disk takes nothing the stage is red over
 * whatever was said last, and when it does again the station goes on by itself. A decision that got to the disk all the same
 * is shown; the next one that does not brings the red back.
 */
export class DiskWatch {
  readonly #options: DiskWatchOptions
  #trouble: Trouble | null = null
  #said: { readonly feedback: Feedback; readonly over: Feedback } | null = null
  #isUntold = false
  #cancelTimer: () => void = () => undefined

  constructor(options: DiskWatchOptions) {
    this.#options = options
    options.store.onTrouble(why => this.#failed(why))
  }

  /** What is said in place of the last word; null: nothing. */
  get said(): Feedback | null {
    return this.#said !== null && this.#said.over === this.#options.bench().feedback ? this.#said.feedback : null
  }

  start(): void {
    this.#cancelTimer = this.#options.clock.after(LOOK_MS, () => {
      this.#look()
      this.start()
    })
  }

  close(): void {
    this.#cancelTimer()
  }

  /** A person's scan or press was not taken: it sounds, each time. */
  lost(): void {
    if (this.#trouble === null) return this.#say('refused', { code: 'notWritten', isBack: false })
    this.#trouble = { ...this.#trouble, lost: this.#trouble.lost + 1 }
    this.#tell()
  }

  #failed(why: DiskWhy): void {
    const { clock, log } = this.#options
    if (this.#trouble?.why === why && this.said !== null) return
    if (this.#trouble === null) log.error({ why }, 'the disk takes no writes')
    this.#trouble = { since: clock.now(), lost: 0, ...this.#trouble, why }
    this.#isUntold = true
    // If a scan is what failed, its own word comes first, and it is one.
    queueMicrotask(() => {
      if (this.#isUntold) this.#tell()
    })
  }

  #look(): void {
    const { store } = this.#options
    if (this.#trouble === null) {
      if (!store.isInPlace()) this.#failed('gone')
      return
    }
    // No write tells whether what was read wrong would be right now.
    if (this.#trouble.why === 'damaged') return
    const why = store.tryDisk()
    if (why === null) this.#back(this.#trouble)
    else this.#failed(why)
  }

  #back(trouble: Trouble): void {
    const { log, onBack, onChange } = this.#options
    log.warn(trouble, 'the disk takes writes again')
    this.#trouble = null
    this.#isUntold = false
    if (trouble.lost > 0) this.#say('goOn', { code: 'notWritten', isBack: true })
    else {
      this.#said = null
      onChange()
    }
    onBack()
  }

  #tell(): void {
    const { folder } = this.#options.store
    if (this.#trouble === null) return
    const { why, since } = this.#trouble
    this.#say('refused', { code: 'diskTrouble', why, since, folder })
  }

  #say(face: Feedback['face'], message: Feedback['message']): void {
    const { clock, bench, onChange } = this.#options
    this.#isUntold = false
    // Two in one millisecond are two: each is heard.
    const at = Math.max(clock.now(), (this.#said?.feedback.at ?? 0) + 1)
    this.#said = { feedback: { face, message, at }, over: bench().feedback }
    onChange()
  }
}
