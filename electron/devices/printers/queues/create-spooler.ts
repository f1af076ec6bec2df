import type { Clock } from '../../../station/ports/ports.ts'
import { createCups } from './cups.ts'
import type { Spooler } from './spooler.ts'
import { createWinspool } from './winspool.ts'

/** The print service of the system that we run on. */
export function createSpooler(clock: Clock): Spooler {
  return process.platform === 'win32' ? createWinspool() : createCups(clock)
}
