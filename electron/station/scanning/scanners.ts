import type { FrameFacts } from '../../../shared/domain/scanning/scanner-test/reading.ts'
import type { Clock, DeviceState, Log, ScannerPort } from '../ports/ports.ts'

interface Running {
  readonly scanner: ScannerPort
  readonly stop: () => Promise<void>
}

interface ScanningOptions {
  readonly clock: Clock
  readonly log: Log
  readonly onFrame: (scanner: ScannerPort, text: string, how?: FrameFacts) => void
  readonly onState: () => void
}

/** Where a scan comes from: a scanner that the program opened, or the page, to which all that type are one keyboard. */
export type ScanSource = ScannerPort | 'page'

/** The scanners in use, and the memory of what was read just now. */
export class Scanning {
  readonly #options: ScanningOptions
  #running: readonly Running[] = []
  readonly #states = new Map<ScannerPort, DeviceState>()
  #stopping: Promise<void> = Promise.resolve()
  /** Counts changes of devices, the end among them: one that was overtaken while it waited starts nothing. */
  #change = 0
  /** The last text of each source. */
  readonly #last = new Map<ScanSource, { readonly text: string; readonly at: number }>()

  constructor(options: ScanningOptions) {
    this.#options = options
  }

  get devices(): readonly { readonly name: string; readonly state: DeviceState }[] {
    return this.#running.map(({ scanner }) => ({
      name: scanner.name,
      state: this.#states.get(scanner) ?? { kind: 'connecting' }
    }))
  }

  /** Puts these scanners in use in place of the former ones; of changes that overtake each other the last one counts. */
  async use(scanners: readonly ScannerPort[]): Promise<void> {
    const change = ++this.#change
    await this.#stop()
    if (change !== this.#change) return
    this.#running = scanners.map(scanner => ({
      scanner,
      stop: scanner.start({
        onFrame: (text, how) => this.#frame(scanner, text, how),
        onState: state => {
          this.#states.set(scanner, state)
          this.#options.onState()
        }
      })
    }))
  }

  /**
   * Whether this is the label that the same scanner read a moment ago, read again by a trembling hand. Another packer's scanner
   * may read the same barcode at the same moment: there are two items of one kind.
   */
  isEcho(source: ScanSource, text: string, withinMs: number): boolean {
    const at = this.#options.clock.monotonic()
    const last = this.#last.get(source)
    this.#last.set(source, { text, at })
    return last?.text === text && at - last.at < withinMs
  }

  /** The last text read by this source counts as never read. */
  forget(source: ScanSource): void {
    this.#last.delete(source)
  }

  async close(): Promise<void> {
    this.#change++
    await this.#stop()
  }

  /** Every caller waits for all that is stopping: one port never has two readers. */
  #stop(): Promise<void> {
    const running = this.#running
    this.#running = []
    this.#states.clear()
    for (const { scanner } of running) this.#last.delete(scanner)
    this.#stopping = Promise.all([this.#stopping, ...running.map(({ stop }) => stop())]).then(() => undefined)
    return this.#stopping
  }

  #frame(scanner: ScannerPort, text: string, how?: FrameFacts): void {
    try {
      this.#options.onFrame(scanner, text, how)
    } catch (error) {
      // Not on disk, so not beeped: the packer scans again.
      this.#options.log.error({ scanner: scanner.name, error }, 'scan could not be written')
    }
  }
}
