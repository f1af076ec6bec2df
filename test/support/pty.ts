import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { until } from './until.ts'

/** A serial cable made of a pair of pseudo-terminals: the program opens `path`, the test plays the device. */
export interface PtyCable {
  /** What the program opens; gone while unplugged. */
  readonly path: string
  /** Sends bytes as the device would. */
  send(bytes: Uint8Array): Promise<void>
  unplug(): Promise<void>
  /** Plugged in again under the same path, as another device node. */
  plug(): Promise<void>
  /** The device stops where it is, plugged in and silent, until `resume`. */
  pause(): void
  resume(): void
  close(): Promise<void>
}

/** Makes the cable, plugged in; needs `socat`. */
export async function createPtyCable(): Promise<PtyCable> {
  const folder = await mkdtemp(join(tmpdir(), 'verstak-pty-'))
  const path = join(folder, 'scanner')
  const far = join(folder, 'far-end')
  let socat: ChildProcess | null = null
  let device: FileHandle | null = null

  async function plug(): Promise<void> {
    socat = spawn('socat', [`pty,raw,echo=0,link=${path}`, `pty,raw,echo=0,link=${far}`], { stdio: 'ignore' })
    await until('both ends of the cable', () => existsSync(path) && existsSync(far))
    device = await open(far, 'r+')
  }

  async function unplug(): Promise<void> {
    const process = socat
    socat = null
    // First, for a pair that has ended may be another cable's at once, and these would lead there.
    rmSync(path, { force: true })
    rmSync(far, { force: true })
    if (process && process.exitCode === null) {
      const ended = new Promise(resolve => process.once('exit', resolve))
      process.kill('SIGKILL')
      await ended
    }
    await device?.close().catch(() => undefined)
    device = null
  }

  await plug()
  return {
    path,
    async send(bytes) {
      if (!device) throw new Error('the cable is unplugged')
      await device.writeFile(bytes)
    },
    unplug,
    plug,
    pause: () => void socat?.kill('SIGSTOP'),
    resume: () => void socat?.kill('SIGCONT'),
    async close() {
      await unplug()
      await rm(folder, { recursive: true, force: true })
    }
  }
}
