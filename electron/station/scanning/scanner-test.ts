import { commandBarcode, type Command } from '../../../shared/domain/scanning/commands.ts'
import { formatForPerson } from '../../../shared/domain/codes/gs1.ts'
import { undoRussianLayout } from '../../../shared/domain/scanning/keyboard-layout.ts'
import { TEST_CODE_IDS, type TestCodeId } from '../../../shared/domain/scanning/scanner-test/codes.ts'
import { gravityOf } from '../../../shared/domain/scanning/scanner-test/findings.ts'
import { judge, judgeHalves, type Verdict } from '../../../shared/domain/scanning/scanner-test/judge.ts'
import type { Reading } from '../../../shared/domain/scanning/scanner-test/reading.ts'
import { remedyOf, remedyOfAll, type ScannerAt } from '../../../shared/domain/scanning/scanner-test/remedy.ts'
import type { Settings, SettingsPatch } from '../../../shared/domain/settings.ts'
import type { ScannerTestView } from '../../../shared/view/view.ts'
import type { Clock } from '../ports/ports.ts'

/** Nobody has scanned for this long: the scans go to the packing table again (ms). */
const IDLE_MS = 5 * 60_000
/** The second half of a scan that fell apart comes within this time (ms). */
const HALVES_MS = 3000
const SHOWN_LENGTH = 200

/** One scanner's scan on its way to the check. */
export interface TestScan {
  readonly reading: Reading
  /** Null: its settings are not to be changed. */
  readonly scanner: ScannerAt | null
  /** As the settings call it; empty: it types like a keyboard. */
  readonly name: string
}

interface ScannerTestOptions {
  readonly clock: Clock
  readonly settings: () => Settings
  readonly changeSettings: (patch: SettingsPatch) => void
  /** Asked when “yes” was scanned: whether settings may change by that, which no page vouches for. */
  readonly mayApply: () => boolean
  readonly onChange: () => void
}

interface Taken extends TestScan {
  readonly at: number
  readonly verdict: Verdict
  readonly monotonic: number
}

/** The check of a scanner: while it runs, every scan comes here and none to the packing table. */
export class ScannerTest {
  readonly #options: ScannerTestOptions
  #shown: TestCodeId | null = null
  #last: Taken | null = null
  /** Of the scanner that read last. */
  #results: ReadonlyMap<TestCodeId, Verdict['findings']> = new Map()
  /** “Yes” was scanned, and takes a lead's word. */
  #awaitsLead = false
  #cancelIdle: (() => void) | null = null

  constructor(options: ScannerTestOptions) {
    this.#options = options
  }

  get isRunning(): boolean {
    return this.#shown !== null
  }

  view(): ScannerTestView | null {
    if (this.#shown === null) return null
    const last = this.#last
    return {
      shown: this.#shown,
      scanner: last?.name ?? null,
      awaitsLead: this.#awaitsLead,
      results: [...this.#results].map(([code, findings]) => ({ code, isFine: !findings.some(isFault) })),
      last:
        last === null
          ? null
          : {
              at: last.at,
              text: formatForPerson(last.reading.text).slice(0, SHOWN_LENGTH),
              code: last.verdict.code,
              findings: last.verdict.findings.map(finding => ({
                finding,
                mends: remedyOf(finding, last.reading.raw, this.#options.settings(), last.scanner) !== null
              }))
            }
    }
  }

  start(): void {
    this.#show(TEST_CODE_IDS[0])
    this.#last = null
    this.#results = new Map()
    this.#options.onChange()
  }

  stop(): void {
    if (this.#shown === null) return
    this.close()
    this.#options.onChange()
  }

  /** Ends without a word: the station is closing. */
  close(): void {
    this.#shown = null
    this.#awaitsLead = false
    this.#cancelIdle?.()
    this.#cancelIdle = null
  }

  show(code: TestCodeId): void {
    if (this.#shown === null) return
    this.#show(code)
    this.#options.onChange()
  }

  /** Shows the code after the one on the screen, in a ring. */
  next(): void {
    if (this.#shown === null) return
    const at = TEST_CODE_IDS.indexOf(this.#shown) + 1
    this.show(TEST_CODE_IDS[at % TEST_CODE_IDS.length] ?? this.#shown)
  }

  /** Puts the settings right that the last scan showed to be wrong. */
  apply(): void {
    const { changeSettings, onChange } = this.#options
    const patch = this.#remedy()
    if (patch === null) return
    this.#last = null
    this.#awaitsLead = false
    changeSettings(patch)
    onChange()
  }

  #remedy(): SettingsPatch | null {
    const last = this.#last
    if (this.#shown === null || last === null) return null
    return remedyOfAll(last.verdict.findings, last.reading.raw, this.#options.settings(), last.scanner)
  }

  #yes(): void {
    if (this.#remedy() === null) return
    if (this.#options.mayApply()) return this.apply()
    this.#awaitsLead = true
    this.#options.onChange()
  }

  take(scan: TestScan): void {
    if (this.#shown === null) return
    this.#awaitsLead = false
    const command = commandIn(scan.reading.text)
    if (command === null) this.#judge(scan)
    else this.#obey(command)
  }

  #judge(scan: TestScan): void {
    const { clock, settings, onChange } = this.#options
    const before = this.#last?.name === scan.name ? this.#last : null
    if (before === null) this.#results = new Map()
    const { wedgeGapMs } = settings()
    const monotonic = clock.monotonic()
    const isHalf = before !== null && monotonic - before.monotonic < HALVES_MS
    const halves = isHalf ? judgeHalves(before.reading, scan.reading, wedgeGapMs) : null
    const verdict = halves ?? judge(scan.reading, wedgeGapMs)
    this.#last = { ...scan, verdict, at: clock.now(), monotonic }
    if (verdict.code !== null) {
      this.#results = new Map([...this.#results, [verdict.code, verdict.findings]])
      this.#show(verdict.findings.some(isFault) ? verdict.code : this.#nextAfter(verdict.code))
    }
    onChange()
  }

  #obey(command: ScannerTestCommand): void {
    switch (command) {
      case 'yes':
        return this.#yes()
      case 'next':
        return this.next()
      case 'acknowledge':
        return this.stop()
    }
  }

  /** The next code that is not fine yet; the same one if all are. */
  #nextAfter(code: TestCodeId): TestCodeId {
    const isOpen = (id: TestCodeId) => this.#results.get(id)?.some(isFault) ?? true
    const from = TEST_CODE_IDS.indexOf(code) + 1
    return [...TEST_CODE_IDS.slice(from), ...TEST_CODE_IDS.slice(0, from)].find(isOpen) ?? code
  }

  #show(code: TestCodeId): void {
    this.#shown = code
    this.#cancelIdle?.()
    this.#cancelIdle = this.#options.clock.after(IDLE_MS, () => this.stop())
  }
}

const isFault = (finding: Verdict['findings'][number]) => gravityOf(finding) === 'fault'

const TEST_COMMANDS = ['yes', 'next', 'acknowledge'] as const satisfies readonly Command[]
type ScannerTestCommand = (typeof TEST_COMMANDS)[number]

/** Found inside the text too, in any case and layout: the scanner that scans it may be the one that adds something. */
function commandIn(text: string): ScannerTestCommand | null {
  const upper = undoRussianLayout(text).toUpperCase()
  return TEST_COMMANDS.find(command => upper.includes(commandBarcode(command))) ?? null
}
