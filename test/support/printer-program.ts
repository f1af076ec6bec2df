import { fork, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, existsSync, openSync, readSync, truncateSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TrayEntry } from './printer-tray.ts'
import type { PrinterControls } from './simulated-printer.ts'

const ENTRY = fileURLToPath(new URL('printer-process.ts', import.meta.url))

export interface PrinterOrder {
  readonly id: number
  readonly name: keyof PrinterControls
  readonly args: readonly unknown[]
}

export type PrinterReply =
  | { readonly kind: 'listening'; readonly port: number }
  | { readonly kind: 'done'; readonly id: number; readonly result: number | null }

/** A printer simulator in a process of its own. */
export interface PrinterProgram {
  /** Stays the same over kills. */
  readonly port: number
  readonly isRunning: boolean
  /** Does something to it, or asks it; null when it died over that. */
  tell<N extends keyof PrinterControls>(name: N, ...args: Parameters<PrinterControls[N]>): Promise<number | null>
  /** Pulls its plug: what waits in it is lost, what came out stays in the tray. */
  kill(): Promise<void>
  /** Puts it on again, on the same port. */
  start(): Promise<void>
  /** The labels that came out since its first start, in order; latin1. */
  labels(): readonly string[]
  close(): Promise<void>
}

/** Starts the process; `port` 0 is any free one. */
export async function startPrinterProgram(settings: {
  readonly odometer: boolean
  readonly printMs: number
}): Promise<PrinterProgram> {
  const folder = await mkdtemp(join(tmpdir(), 'verstak-printer-'))
  const tray = join(folder, 'tray')
  const open = new Map<number, (result: number | null) => void>()
  const labels: string[] = []
  let child: ChildProcess | null = null
  let port = 0
  let lastId = 0
  let readTo = 0
  let halfLine = ''

  /** What the kill tore in the writing was not out yet. */
  function dropTornLine(): void {
    look()
    if (halfLine === '') return
    readTo -= halfLine.length
    halfLine = ''
    truncateSync(tray, readTo)
  }

  async function start(): Promise<void> {
    dropTornLine()
    const next = fork(ENTRY, [tray, String(port), JSON.stringify(settings)], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc']
    })
    child = next
    await new Promise<void>((resolve, reject) => {
      next.once('exit', () => reject(new Error('the printer simulator did not start')))
      next.on('message', (reply: PrinterReply) => {
        if (reply.kind === 'listening') {
          port = reply.port
          resolve()
        } else {
          open.get(reply.id)?.(reply.result)
          open.delete(reply.id)
        }
      })
    })
  }

  async function kill(): Promise<void> {
    const former = child
    child = null
    if (former === null) return
    const gone = once(former, 'exit')
    former.kill('SIGKILL')
    await gone
    for (const settle of open.values()) settle(null)
    open.clear()
  }

  /** What was added to the tray since the last look. */
  function look(): void {
    if (!existsSync(tray)) return
    const file = openSync(tray, 'r')
    const buffer = Buffer.alloc(65_536)
    for (let count = readSync(file, buffer, 0, buffer.length, readTo); count > 0;) {
      readTo += count
      halfLine += buffer.toString('latin1', 0, count)
      count = readSync(file, buffer, 0, buffer.length, readTo)
    }
    closeSync(file)
    const lines = halfLine.split('\n')
    halfLine = lines.pop() ?? ''
    for (const line of lines) {
      const entry = JSON.parse(Buffer.from(line, 'latin1').toString('utf8')) as TrayEntry
      if (entry.kind === 'label') labels.push(entry.text)
    }
  }

  await start()
  return {
    get port() {
      return port
    },
    get isRunning() {
      return child !== null
    },
    tell(name, ...args) {
      const to = child
      if (to === null || !to.connected) return Promise.resolve(null)
      return new Promise(resolve => {
        const id = (lastId += 1)
        open.set(id, resolve)
        to.send({ id, name, args } satisfies PrinterOrder, error => {
          if (error !== null) resolve(null)
        })
      })
    },
    kill,
    start,
    labels() {
      look()
      return labels
    },
    async close() {
      await kill()
      await rm(folder, { recursive: true, force: true })
    }
  }
}
