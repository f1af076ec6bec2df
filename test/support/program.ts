import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { until } from './until.ts'

/** The browser host as a process of its own, as a person starts it. */
export interface Program {
  readonly process: ChildProcess
  /** A launch address, good for one browser. */
  readonly address: string
  /** Everything it printed so far. */
  output(): string
  /** Asks it to end; the exit code. */
  stop(): Promise<number | null>
  /** Pulls the plug. */
  kill(): Promise<void>
}

/** The browser host as a program. */
export const MAIN = join(import.meta.dirname, '..', '..', 'electron', 'browser', 'main.ts')

/** Starts the program over a data directory and waits for its address; the page must have been built. */
export async function startProgram(dataDirectory: string, args: readonly string[] = []): Promise<Program> {
  const child = spawn(process.execPath, [MAIN, '--no-open', '--data', dataDirectory, ...args], {
    stdio: ['ignore', 'pipe', 'pipe']
  })
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (printed += text))
  const ended = new Promise<number | null>(resolve => child.once('exit', resolve))
  const address = await until(
    'the program to print its address',
    () => {
      if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}: ${printed}`)
      return printed.match(/http:\/\/127\.0\.0\.1:\d+\/\?key=\S+/)?.[0]
    },
    30_000
  )
  return {
    process: child,
    address,
    output: () => printed,
    stop() {
      child.kill('SIGTERM')
      return ended
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    }
  }
}
