import type { Clock, DeviceState, Log, ScannerPort } from './ports.ts'

interface Running {
  readonly scanner: ScannerPort
  readonly stop: () => Promise<void>
}

interface ScanningOptions {
  readonly clock: Clock
  readonly log: Log
  readonly onText: (text: string) => void
  readonly onState: () => void
}

/** The scanners in use, and the memory of what was read just now. */
export class Scanning {
  readonly #options: ScanningOptions
  #running: readonly Running[] = []
  readonly #states = new Map<ScannerPort, DeviceState>()
  #stopping: Promise<void> = Promise.resolve()
  /** Counts changes of devices, the end among them: one that was overtaken while it waited starts nothing. */
  #change = 0
  #last: { readonly text: string; readonly at: number } | null = null

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
        onFrame: text => this.#frame(scanner, text),
        onState: state => {
          this.#states.set(scanner, state)
          this.#options.onState()
        }
      })
    }))
  }

  /** Whether this is the label that was read a moment ago, read again by a trembling hand. */
  isEcho(text: string, withinMs: number): boolean {
    const at = this.#options.clock.monotonic()
    const isSame = this.#last?.text === text && at - this.#last.at < withinMs
    this.#last = { text, at }
    return isSame
  }

  /** The last text read counts as never read. */
  forget(): void {
    this.#last = null
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
    this.#stopping = Promise.all([this.#stopping, ...running.map(({ stop }) => stop())]).then(() => undefined)
    return this.#stopping
  }

  #frame(scanner: ScannerPort, text: string): void {
    try {
      this.#options.onText(text)
    } catch (error) {
      // Not on disk, so not beeped: the packer scans again.
      this.#options.log.error({ scanner: scanner.name, error }, 'scan could not be written')
    }
  }
}
