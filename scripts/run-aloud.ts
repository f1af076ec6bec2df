import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { createInterface } from 'node:readline'
import { ROOT } from './repository.ts'

const LAST_LINES = 30
/** What is in the pipes when it has ended is read within this time (ms); a process that it left behind may hold them open for ever. */
const REST_MS = 5000

/** The scripts' own programs go before the machine's, the pinned Node among them; what comes through a pipe may be in colour all the same. */
const environment = {
  ...process.env,
  ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}),
  PATH: `${join(ROOT, 'node_modules', '.bin')}${delimiter}${process.env['PATH'] ?? ''}`
}

export interface Ended {
  /** Null: it was killed. */
  readonly code: number | null
  /** The end of what it said. */
  readonly lastWords: string
}

/**
 * Runs a command (one with a shell, or a program with its arguments) at the root of the project; what it says is passed on,
 * with `mark` before each line.
 */
export function runAloud(command: string | readonly [string, ...(readonly string[])], mark = ''): Promise<Ended> {
  const options = { cwd: ROOT, env: environment, stdio: ['inherit', 'pipe', 'pipe'] as ['inherit', 'pipe', 'pipe'] }
  const child =
    typeof command === 'string'
      ? spawn(command, { ...options, shell: true })
      : spawn(command[0], command.slice(1), options)
  const lastWords: string[] = []
  for (const [from, to] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr]
  ] as const) {
    createInterface({ input: from }).on('line', line => {
      to.write(`${mark}${line}\n`)
      lastWords.push(line)
      if (lastWords.length > LAST_LINES) lastWords.shift()
    })
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', () => {
      const rest = setTimeout(() => [child.stdout, child.stderr].forEach(pipe => pipe.destroy()), REST_MS)
      child.once('close', () => clearTimeout(rest))
    })
    child.once('close', code => resolve({ code, lastWords: lastWords.join('\n').trim() }))
  })
}
