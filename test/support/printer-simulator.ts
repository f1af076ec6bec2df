import { createServer, type Server, type Socket } from 'node:net'
import { formatZebraStatus, type ZebraFault } from '../../shared/domain/zebra-status.ts'

export interface PrinterSimulator {
  readonly port: number
  /** Every label that came out, `^XA` to `^XZ`, in order. */
  readonly labels: readonly Uint8Array[]
  /** Labels received and held back by a fault. */
  readonly held: () => number
  /** How often it was asked for its status. */
  readonly asked: () => number
  /** With a fault labels are held; they come out when it is mended. */
  setFault(fault: ZebraFault | null): void
  /** A Zebra may fall silent when its paper is out: no answer to anything, while labels are still taken. */
  setSilent(silent: boolean): void
  /** Hangs up at the next status question, or when the next label has come in, printed or not. */
  dropNext(at: 'status' | 'label', printed?: boolean): void
  /** Loses the next label without a word: taken, never printed, not counted. */
  swallowNext(): void
  close(): Promise<void>
}

export interface SimulatorOptions {
  readonly answers: 'zebra' | 'silent'
  readonly odometer: boolean
  /** Time that a label takes (ms). */
  readonly printMs?: number
  /** 0: any free port. */
  readonly port?: number
}

/** A network label printer on 127.0.0.1: takes ZPL, prints with a delay, answers `~HS` and the odometer question. */
export async function startPrinterSimulator(options: SimulatorOptions): Promise<PrinterSimulator> {
  const { answers, odometer, printMs = 10 } = options
  const labels: Uint8Array[] = []
  const queue: Uint8Array[] = []
  const sockets = new Set<Socket>()
  let fault: ZebraFault | null = null
  let silent = answers === 'silent'
  let drop: { at: 'status' | 'label'; printed: boolean } | null = null
  let swallow = false
  let timer: NodeJS.Timeout | null = null
  let asked = 0

  function work(): void {
    if (timer || fault || queue.length === 0) return
    timer = setTimeout(() => {
      timer = null
      const label = fault ? undefined : queue.shift()
      if (label) labels.push(label)
      work()
    }, printMs)
  }

  function takeLabel(socket: Socket, label: Uint8Array): void {
    if (swallow) {
      swallow = false
      return
    }
    const dropping = drop?.at === 'label' ? drop : null
    if (dropping) drop = null
    if (!dropping || dropping.printed) queue.push(label)
    work()
    if (dropping) socket.destroy()
  }

  function answer(socket: Socket, question: string): void {
    if (question === '~HS') asked += 1
    if (question === '~HS' && drop?.at === 'status') {
      drop = null
      socket.destroy()
    } else if (!silent && !socket.destroyed) {
      socket.write(
        question === '~HS'
          ? formatZebraStatus({ fault, labelsWaiting: 0, formatsWaiting: queue.length })
          : `"${odometer ? 1000 + labels.length : '?'}"`
      )
    }
  }

  const server = createServer(socket => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    socket.on('close', () => sockets.delete(socket))
    let text = ''
    socket.on('data', chunk => {
      text += chunk.toString('latin1')
      for (;;) {
        const piece = /~HS|! U1 getvar "[^"]*"\r\n|\^XA[^]*?\^XZ/.exec(text)
        if (!piece) return
        text = text.slice(piece.index + piece[0].length)
        if (piece[0].startsWith('^XA')) takeLabel(socket, Buffer.from(piece[0], 'latin1'))
        else answer(socket, piece[0])
      }
    })
  })
  await listen(server, options.port ?? 0)
  return {
    port: portOf(server),
    labels,
    held: () => queue.length,
    asked: () => asked,
    setFault(next) {
      fault = next
      work()
    },
    setSilent: next => void (silent = next),
    dropNext: (at, printed = false) => void (drop = { at, printed }),
    swallowNext: () => void (swallow = true),
    async close() {
      if (timer) clearTimeout(timer)
      for (const socket of sockets) socket.destroy()
      await new Promise(resolve => server.close(resolve))
    }
  }
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
}

function portOf(server: Server): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the simulator listens on no port')
  return address.port
}
