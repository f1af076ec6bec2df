import { randomUUID } from 'node:crypto'
import { createDevices } from '../devices/devices.ts'
import type { Clock } from '../station/ports/ports.ts'
import { createStore } from '../store/store.ts'
import { createClock } from './clock.ts'
import { startBackups } from './hourly-backups.ts'

/** What a station has of the machine it runs on; a simulation of the whole gives it others. */
export interface Machine {
  readonly clock: Clock
  /** Ids of log lines, intents and jobs, each another one. */
  readonly newId: () => string
  readonly openStore: typeof createStore
  readonly openDevices: typeof createDevices
  readonly startBackups: typeof startBackups
}

/** The machine as it is, but for what is given. */
export function machineWith(given: Partial<Machine> = {}): Machine {
  return {
    clock: createClock(),
    newId: randomUUID,
    openStore: createStore,
    openDevices: createDevices,
    startBackups,
    ...given
  }
}
