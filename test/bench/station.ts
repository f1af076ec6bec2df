import { usualPrinter } from '../../shared/domain/printing/printers.ts'
import { createMarketplaceClient } from '../../electron/api/client.ts'
import { createLimiter } from '../../electron/api/limits/limiter.ts'
import { limits } from '../../electron/api/limits/limits.ts'
import { createDesks } from '../../electron/composition/desks.ts'
import { machineWith } from '../../electron/composition/machine.ts'
import { createToldClock } from '../../electron/composition/told-clock.ts'
import { assembleStation } from '../../electron/composition/engine.ts'
import type { Station } from '../../electron/station/station.ts'
import { quietLog } from '../support/quiet-log.ts'
import { hostFor } from '../support/station-calls.ts'
import { createBenchPrinter } from './devices.ts'
import type { BenchScanner } from './devices.ts'

/** The marketplace's limits, or none to speak of, so that a bench need not wait for them. */
export type Pace = 'real' | 'unlimited'

const UNLIMITED = Object.fromEntries(Object.keys(limits).map(name => [name, { burst: 10_000, intervalMs: 1 }]))

/** A station with all its parts over a database file; started. */
export async function startStation(parts: {
  readonly dataDirectory: string
  readonly url: string
  readonly token: string
  readonly scanner: BenchScanner
  readonly pace: Pace
}): Promise<Station> {
  const { dataDirectory, url, token, scanner, pace } = parts
  const machine = machineWith()
  const clock = createToldClock(machine.clock)
  const host = hostFor({ dataDirectory, marketplaceUrl: url, vault: { token } })
  const limiter = createLimiter({ clock, ...(pace === 'unlimited' && { limits: UNLIMITED, start: 'full' }) })
  let revision = 0
  const station = assembleStation(
    { host, clock, machine, log: quietLog, nextRevision: () => ++revision, desks: createDesks() },
    {
      mode: 'live',
      databasePath: `${dataDirectory}/verstak.sqlite`,
      tokenExpiresAt: null,
      isSandbox: false,
      marketplace: edition =>
        createMarketplaceClient({
          url,
          token,
          clock,
          log: quietLog,
          edition,
          limiter,
          answerWorker: host.answerWorker
        }),
      cards: null,
      pictures: null,
      eraseCopies: () => Promise.resolve(0),
      practicePrinter: createBenchPrinter(),
      practiceScanner: scanner
    }
  )
  const { settings } = station.core.bench
  station.act({
    kind: 'settings',
    settings: {
      ...settings,
      repeatMs: 0,
      pollSeconds: 5,
      printers: [usualPrinter({ id: '1', name: 'practice', link: { kind: 'practice' } })]
    }
  })
  await station.start()
  return station
}
