import { decodeScan } from '../../../shared/domain/scanning/scan.ts'
import type { Scan } from '../../../shared/domain/scanning/scan.ts'
import { NO_CLEANING } from '../../../shared/domain/scanning/scan-cleaning.ts'
import {
  cleaned,
  frameReading,
  keyReading,
  plainReading
} from '../../../shared/domain/scanning/scanner-test/reading.ts'
import type { Reading } from '../../../shared/domain/scanning/scanner-test/reading.ts'
import type { SettingsPatch } from '../../../shared/domain/settings.ts'
import { decodeKeys, isCaseInDoubt, type KeyStroke } from '../../../shared/domain/scanning/wedge.ts'
import type { Core } from '../core/core.ts'
import type { Clock, Log, ScannerPort } from '../ports/ports.ts'
import type { IdleLock } from '../lead/idle-lock.ts'
import { ScannerTest } from './scanner-test.ts'
import { Scanning } from './scanners.ts'

/** Where a scan comes from: a scanner that the program opened, or the page, to which all that type are one keyboard. */
type ScanSource = ScannerPort | 'page'

interface IntakeOptions {
  readonly core: Core
  readonly clock: Clock
  readonly log: Log
  readonly changeSettings: (patch: SettingsPatch) => void
  /** Asked when “yes” is scanned in the check of a scanner: whether settings may change by that. */
  readonly mayApply: () => boolean
  /** A device's state or the check of a scanner changed. */
  readonly onChange: () => void
  /** Takes a scanner's scan to the desk that a page has open, unseen by rules and log; false: none is, it is the table's. */
  readonly toDesk: (text: string) => boolean
  /** A scan for the packing table could not be taken. */
  readonly onLost: () => void
  /** While it is locked a badge alone is taken. */
  readonly lock: Pick<IdleLock, 'isLocked' | 'open' | 'alive'>
}

/** The one way in for scans of all kinds: cleaned, counted once, then to the check of a scanner, an open desk or the packing table. */
export class Intake {
  readonly test: ScannerTest
  readonly #core: Core
  readonly #clock: Clock
  readonly #scanning: Scanning
  readonly #onLost: () => void
  readonly #lock: IntakeOptions['lock']
  readonly #toDesk: (text: string) => boolean
  /** The last text of each source. */
  readonly #last = new Map<ScanSource, { readonly text: string; readonly at: number }>()

  constructor({ core, clock, log, changeSettings, mayApply, onChange, toDesk, onLost, lock }: IntakeOptions) {
    this.#core = core
    this.#onLost = onLost
    this.#lock = lock
    this.#toDesk = toDesk
    this.#clock = clock
    this.test = new ScannerTest({ clock, settings: () => core.bench.settings, changeSettings, mayApply, onChange })
    this.#scanning = new Scanning({
      log,
      onFrame: (scanner, text, how) =>
        this.#accept(scanner, how === undefined ? plainReading(text) : frameReading(text, how)),
      onState: onChange,
      onLost
    })
  }

  get devices(): Scanning['devices'] {
    return this.#scanning.devices
  }

  use(scanners: readonly ScannerPort[]): Promise<void> {
    for (const source of this.#last.keys()) if (source !== 'page') this.#last.delete(source)
    return this.#scanning.use(scanners)
  }

  close(): Promise<void> {
    this.test.close()
    return this.#scanning.close()
  }

  /** A text typed by a person. The same delivery counts once. */
  typed(text: string, deliveryId?: string): void {
    this.#accept('page', plainReading(text), deliveryId)
  }

  /** The keys of a keyboard-wedge scanner; a burst that types nothing is none. The same delivery counts once. */
  keys(keys: readonly KeyStroke[], deliveryId?: string): void {
    const text = decodeKeys(keys)
    if (text !== '') this.#accept('page', keyReading(text, keys), deliveryId)
  }

  #accept(source: ScanSource, raw: Reading, deliveryId?: string): void {
    if (deliveryId !== undefined && this.#core.isRepeated(deliveryId)) return
    const { settings } = this.#core.bench
    const settingAt = source === 'page' ? undefined : source.settingAt
    const setting = settingAt === undefined ? undefined : settings.scanners[settingAt]
    const isTyped = raw.keys.length > 0
    const reading = cleaned(raw, isTyped ? settings.wedgeCleaning : (setting?.cleaning ?? NO_CLEANING))
    if (this.#isEcho(source, reading.text, settings.repeatMs)) return
    if (this.test.isRunning) {
      const ownSetting = settingAt === undefined ? null : ({ kind: 'setting', index: settingAt } as const)
      const name = source === 'page' ? '' : (setting?.name ?? source.name)
      this.test.take({ reading, name, scanner: isTyped ? { kind: 'keys' } : ownSetting })
    } else if (source === 'page' || this.#lock.isLocked || !this.#toDesk(reading.text)) {
      // A page that sends a scan has no desk for it.
      this.#decide(source, reading)
    }
    if (!this.#lock.isLocked) this.#lock.alive()
    if (deliveryId !== undefined) this.#core.remember(deliveryId)
  }

  /**
   * Whether this is the label that the same scanner read a moment ago, read again by a trembling hand. Another packer's scanner
   * may read the same barcode at the same moment: there are two items of one kind.
   */
  #isEcho(source: ScanSource, text: string, withinMs: number): boolean {
    const at = this.#clock.monotonic()
    const last = this.#last.get(source)
    this.#last.set(source, { text, at })
    return last?.text === text && at - last.at < withinMs
  }

  /** A known badge opens it, once it is on disk who came; whatever else was read, a buyer's code it may be, is written nowhere. */
  #atLocked(scan: Scan): void {
    if (scan.kind !== 'operator') return this.#core.dispatch({ kind: 'lockedScan' })
    this.#core.dispatch({ kind: 'scan', scan })
    if (this.#core.bench.packers.has(scan.badge)) this.#lock.open()
  }

  #decide(source: ScanSource, { text, keys }: Reading): void {
    const read = decodeScan(text)
    const scan = isCaseInDoubt(keys) ? ({ ...read, isCaseInDoubt: true } as const) : read
    try {
      if (this.#lock.isLocked) this.#atLocked(scan)
      else this.#core.dispatch({ kind: 'scan', scan })
    } catch (error) {
      // Not on disk, so it never was: the same text again is no echo.
      this.#last.delete(source)
      this.#onLost()
      throw error
    }
  }
}
