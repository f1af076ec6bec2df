import { oneATurn } from '../../../shared/domain/one-a-turn.ts'
import type { Row } from '../../../shared/domain/one-a-turn.ts'
import type { FrameFacts } from '../../../shared/domain/scanning/scanner-test/reading.ts'
import type { DeviceState, Log, ScannerPort } from '../ports/ports.ts'

/** Frames of one scanner that wait for their turn: one that gives out what it has stored gives out fewer. */
const MAX_FRAMES = 1000

interface Running {
  readonly scanner: ScannerPort
  readonly row: Row
  readonly stop: () => Promise<void>
}

interface ScanningOptions {
  readonly log: Log
  readonly onFrame: (scanner: ScannerPort, text: string, how?: FrameFacts) => void
  readonly onState: () => void
  /** More came than can be taken. */
  readonly onLost: () => void
}

/** The scanners in use. */
export class Scanning {
  readonly #options: ScanningOptions
  #running: readonly Running[] = []
  readonly #states = new Map<ScannerPort, DeviceState>()
  #stopping: Promise<void> = Promise.resolve()
  /** Counts changes of devices, the end among them: one that was overtaken while it waited starts nothing. */
  #change = 0

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
    this.#running = scanners.map(scanner => this.#start(scanner))
  }

  #start(scanner: ScannerPort): Running {
    const row = oneATurn(setImmediate)
    const stop = scanner.start({
      onFrame: (text, how) => {
        if (row.length < MAX_FRAMES) return row.add(() => this.#frame(scanner, text, how))
        this.#options.log.error({ scanner: scanner.name }, 'the scanner sends more than can be taken')
        this.#options.onLost()
      },
      onState: state => {
        this.#states.set(scanner, state)
        this.#options.onState()
      }
    })
    return { scanner, row, stop }
  }

  async close(): Promise<void> {
    this.#change++
    await this.#stop()
  }

  /** Every caller waits for all that is stopping: one port never has two readers. */
  #stop(): Promise<void> {
    const running = this.#running
    this.#running = []
    for (const { row } of running) row.clear()
    this.#states.clear()
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
