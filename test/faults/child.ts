import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { Line } from './lines.ts'

const ENTRY = fileURLToPath(new URL('station-child.ts', import.meta.url))

/** A station in a process of its own that is not yet started. */
export interface StationChild {
  /** Settles when its modules are loaded. */
  readonly loaded: Promise<void>
  /** Starts the station; what it says comes to `onLine`. */
  go(onLine: (line: Exclude<Line, { readonly kind: 'loaded' }>) => void): void
  /** Ends it as a power cut would; settles when all that it said before has been heard. */
  kill(): Promise<void>
}

/** Starts the process; it ends with the test at the latest. */
export function loadChild(args: readonly [dataDirectory: string, url: string, token: string]): StationChild {
  const child = spawn(process.execPath, [ENTRY, ...args], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  onTestFinished(() => void child.kill('SIGKILL'))
  const heard = once(lines, 'close')
  const gone = once(child, 'exit')
  // It may die with what it was told on the way.
  child.stdin.on('error', () => undefined)
  let listener: Parameters<StationChild['go']>[0] = () => undefined
  const loaded = new Promise<void>(resolve => {
    lines.on('line', text => {
      // A line torn by the kill was never heard.
      if (!text.endsWith('}')) return
      const line = JSON.parse(text) as Line
      if (line.kind === 'loaded') resolve()
      else listener(line)
    })
  })
  return {
    loaded,
    go(onLine) {
      listener = onLine
      child.stdin.write('\n')
    },
    async kill() {
      child.kill('SIGKILL')
      const [, signal] = (await gone) as [number | null, NodeJS.Signals | null]
      await heard
      if (signal !== 'SIGKILL') throw new Error('the station ended by itself')
    }
  }
}
