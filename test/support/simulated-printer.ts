import type { Clock } from '../../electron/station/ports/ports.ts'
import { SIMULATED_DIALECTS, type SimulatedFault, type SimulatedState } from './printer-dialects.ts'

/** What a person, or bad luck, does to a simulated printer. */
export interface PrinterControls {
  /** Labels received and held back by a fault. */
  held(): number
  /** How often it was asked for its status. */
  asked(): number
  /** The same for questions of all kinds. */
  heard(): number
  /** Bytes that came in. */
  received(): number
  /** With a fault labels are held; they come out when it is mended. */
  setFault(fault: SimulatedFault | null): void
  setWarnings(warnings: SimulatedState['warnings']): void
  /** A Zebra may fall silent when its paper is out: no answer to anything, while labels are still taken. */
  setSilent(silent: boolean): void
  /** No answer to `~HS` alone. */
  hideStatus(hidden: boolean): void
  /** Hangs up at the next status question, or when the next label has come in, printed or not. */
  dropNext(at: 'status' | 'label', printed?: boolean): void
  /** Takes so many bytes of the next label, loses them and hangs up. */
  cutNext(bytes: number): void
  /** Loses the next label without a word: taken, never printed, not counted. */
  swallowNext(): void
  /** Somebody presses "cancel": what waits is gone, the link stays. */
  cancel(): void
  /** Somebody switches it off and on: what waits is gone, and every link with it. */
  reset(): void
  /** Feeds empty labels, which count as labels. */
  feed(labels: number): void
  zeroOdometer(): void
  /** Sends so many answers as noise; `count`: of those to the odometer question. */
  garbleNext(answers: number, only?: 'count'): void
  /** Thinks so long before each answer (ms). */
  setDelay(ms: number): void
}

/** What leaves a printer, and what its count does. */
export type PaperEvent =
  | { readonly kind: 'label'; readonly bytes: Uint8Array }
  | { readonly kind: 'feed' }
  | { readonly kind: 'zeroed' }

/** The printer's end of a link. */
export interface PrinterWire {
  send(bytes: Uint8Array): void
  hangUp(): void
}

export interface SimulatedPrinter {
  readonly controls: PrinterControls
  /** Puts a link in; the result takes the bytes that come over it. */
  plugIn(wire: PrinterWire): (chunk: Uint8Array) => void
  unplug(wire: PrinterWire): void
  close(): void
}

export interface SimulatedPrinterOptions {
  readonly language?: 'zpl' | 'escpos'
  readonly answers: 'zebra' | 'silent'
  readonly odometer: boolean
  /** Time that a label takes (ms). */
  readonly printMs?: number
  /** Labels printed before this start. */
  readonly count?: number
  /** Its own time; the machine's unless told otherwise. */
  readonly after?: Clock['after']
  readonly onPaper: (event: PaperEvent) => void
}

/** A count with a wrong bit, half of an answer, a count without its end, and bytes that mean nothing. */
const NOISE = ['"\u00ff1"\r\n', '\u0002030,0,0,1245,0', '"10', '\u00ff"\u0003~\u0002x"?!\u0080\r\n'] as const

function onTimer(ms: number, job: () => void): () => void {
  const timer = setTimeout(job, ms)
  return () => clearTimeout(timer)
}

/** A printer without its plug: takes labels, prints them with a delay, answers what its language asks. */
export function createSimulatedPrinter(options: SimulatedPrinterOptions): SimulatedPrinter {
  const { answers, odometer, printMs = 10, after = onTimer, onPaper } = options
  const dialect = SIMULATED_DIALECTS[options.language ?? 'zpl']
  const wires = new Set<PrinterWire>()
  let queue: Uint8Array[] = []
  let count = options.count ?? 1000
  let fault: SimulatedFault | null = null
  let warnings: SimulatedState['warnings'] = []
  let silent = answers === 'silent'
  let hidesStatus = false
  let drop: { at: 'status' | 'label'; printed: boolean } | null = null
  let cut: number | null = null
  let swallow = false
  let garbled = 0
  let garblesCountAlone = false
  let delayMs = 0
  let stopTimer: (() => void) | null = null
  let asked = 0
  let heard = 0
  let received = 0

  function work(): void {
    if (stopTimer || fault || queue.length === 0) return
    stopTimer = after(printMs, () => {
      stopTimer = null
      const bytes = fault ? undefined : queue.shift()
      if (bytes) {
        count += 1
        onPaper({ kind: 'label', bytes })
      }
      work()
    })
  }

  function takeLabel(wire: PrinterWire, label: Uint8Array): void {
    if (swallow) {
      swallow = false
      return
    }
    const dropping = drop?.at === 'label' ? drop : null
    if (dropping) drop = null
    if (!dropping || dropping.printed) queue.push(label)
    work()
    if (dropping) hangUp(wire)
  }

  function answer(wire: PrinterWire, question: string): void {
    const isStatus = question === dialect.statusQuestion
    heard += 1
    if (isStatus) asked += 1
    if (isStatus && drop?.at === 'status') {
      drop = null
      return hangUp(wire)
    }
    const waiting = queue.length
    const words = dialect.answer(question, { fault, warnings, waiting, count: odometer ? count : null, hidesStatus })
    if (silent || words === null) return
    const isGarbled = garbled > 0 && (!garblesCountAlone || question.startsWith('!'))
    const said = isGarbled ? (NOISE[garbled % NOISE.length] ?? '') : words
    if (isGarbled) garbled -= 1
    const say = (): void => {
      if (wires.has(wire)) wire.send(Buffer.from(said, 'latin1'))
    }
    if (delayMs > 0) after(delayMs, say)
    else say()
  }

  function hangUp(wire: PrinterWire): void {
    wires.delete(wire)
    wire.hangUp()
  }

  function cancel(): void {
    queue = []
    stopTimer?.()
    stopTimer = null
  }

  return {
    plugIn(wire) {
      wires.add(wire)
      let text = ''
      return chunk => {
        received += chunk.length
        text += Buffer.from(chunk).toString('latin1')
        let fresh = chunk.length
        while (wires.has(wire)) {
          const at = dialect.begun(text)
          if (cut !== null && at >= 0 && text.length - at >= cut) {
            cut = null
            return hangUp(wire)
          }
          const piece = dialect.next(text, fresh)
          if (piece === null) return
          text = piece.rest
          fresh = text.length
          if (piece.kind === 'label') takeLabel(wire, Buffer.from(piece.text, 'latin1'))
          else answer(wire, piece.text)
        }
      }
    },
    unplug: wire => void wires.delete(wire),
    close() {
      cancel()
      for (const wire of wires) hangUp(wire)
    },
    controls: {
      held: () => queue.length,
      asked: () => asked,
      heard: () => heard,
      received: () => received,
      setFault(next) {
        fault = next
        work()
      },
      setWarnings: next => void (warnings = next),
      setSilent: next => void (silent = next),
      hideStatus: next => void (hidesStatus = next),
      dropNext: (at, printed = false) => void (drop = { at, printed }),
      cutNext: bytes => void (cut = bytes),
      swallowNext: () => void (swallow = true),
      cancel,
      reset() {
        cancel()
        for (const wire of wires) hangUp(wire)
      },
      feed(labels) {
        for (let fed = 0; fed < labels; fed += 1) {
          count += 1
          onPaper({ kind: 'feed' })
        }
      },
      zeroOdometer() {
        count = 0
        onPaper({ kind: 'zeroed' })
      },
      garbleNext(next, only) {
        garbled = next
        garblesCountAlone = only === 'count'
      },
      setDelay: ms => void (delayMs = ms)
    }
  }
}
