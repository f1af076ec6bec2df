import { randomBytes } from 'node:crypto'
import { access, constants, open, rename, rm, stat } from 'node:fs/promises'
import { isAbsolute, join } from 'node:path'
import type { Clock, Log, PrinterPort, PrintOutcome } from '../../../station/ports/ports.ts'
import { within } from '../../within.ts'
import { createStateTeller } from '../talk/state-teller.ts'

const POLL_MS = 2000
/** A folder on another PC may keep us waiting for ever (ms). */
const ANSWER_LIMIT_MS = 10_000

/**
 * A folder from which another program prints. Each label is a file that is whole from the moment when it has its name;
 * the names sort by time. What becomes of the file nobody tells.
 */
export function createFolderPrinter(options: {
  readonly path: string
  readonly extension: string
  readonly clock: Clock
  readonly log: Log
}): PrinterPort {
  const { path, extension, clock, log } = options
  const teller = createStateTeller(path, log)
  let cancelPoll: (() => void) | null = null
  let lastStamp = 0

  async function poll(): Promise<void> {
    const isThere = await within(clock, ANSWER_LIMIT_MS, isWritable(path), false)
    if (!teller.isWatched) return
    teller.say(isThere ? { kind: 'ready' } : { kind: 'fault', fault: 'folderGone' })
    cancelPoll = clock.after(POLL_MS, () => void poll())
  }

  /** Later than any before it, whatever the PC's clock does, and no other station's. */
  function newName(): string {
    lastStamp = Math.max(clock.now(), lastStamp + 1)
    const time = new Date(lastStamp).toISOString().replaceAll(/[-:]/g, '')
    return `${time}-${randomBytes(3).toString('hex')}`
  }

  async function put(zpl: Uint8Array): Promise<PrintOutcome> {
    const name = newName()
    const part = join(path, `.${name}.part`)
    try {
      if (!(await isWritable(path))) return { kind: 'notSent', fault: 'folderGone' }
      const file = await open(part, 'wx')
      try {
        await file.writeFile(zpl)
        await file.sync()
      } finally {
        await file.close()
      }
      await rename(part, join(path, `${name}.${extension}`))
    } catch (error) {
      log.warn({ printer: path, error: String(error) }, 'label could not be put into the folder')
      await rm(part, { force: true }).catch(() => undefined)
      return { kind: 'notSent', fault: 'folderGone' }
    }
    return { kind: 'sent' }
  }

  return {
    name: path,
    async print(zpl) {
      const doubt = { kind: 'uncertain', why: 'noAnswer' } as const
      const outcome = await within<PrintOutcome>(clock, ANSWER_LIMIT_MS, put(zpl), doubt)
      log.info({ printer: path, outcome, bytes: zpl.length }, 'put into the folder')
      if (teller.isWatched && outcome.kind === 'notSent') teller.say({ kind: 'fault', fault: outcome.fault })
      return outcome
    },
    start(onState) {
      teller.start(onState)
      void poll()
      return () => {
        teller.stop()
        cancelPoll?.()
        return Promise.resolve()
      }
    }
  }
}

async function isWritable(path: string): Promise<boolean> {
  if (!isAbsolute(path)) return false
  try {
    await access(path, constants.W_OK)
    return (await stat(path)).isDirectory()
  } catch {
    return false
  }
}
