import { dirname, join } from 'node:path'
import type { AccountView } from '../../shared/contract/account-methods.ts'
import type { ApiChoices } from '../../shared/domain/account/api-choices.ts'
import type { Settings } from '../../shared/domain/settings.ts'
import type { Host } from '../host.ts'
import { createLabels } from '../labels/labels.ts'
import type {
  CardsPort,
  Loaded,
  Log,
  MarketplacePort,
  PicturesPort,
  PrinterPort,
  ScannerPort,
  StorePort
} from '../station/ports/ports.ts'
import { Station } from '../station/station.ts'
import { createPictureStore } from '../store/pictures.ts'
import type { StoreOptions } from '../store/store.ts'
import { dayOf } from './clock.ts'
import { createSecrets } from './secrets.ts'
import type { Desks } from './desks.ts'
import type { Machine } from './machine.ts'
import type { ToldClock } from './told-clock.ts'
import type { PracticePanel } from './practice-panel.ts'

/** What stays the same while accounts come and go. */
export interface Surroundings {
  readonly host: Host
  readonly clock: ToldClock
  readonly machine: Omit<Machine, 'clock'>
  readonly log: Log
  /** Numbers the views of all stations of this run, upwards. */
  readonly nextRevision: () => number
  readonly desks: Desks
}

/** A station with all its parts, for one account or for practice. */
export interface Engine {
  readonly station: Station
  readonly account: Omit<AccountView, 'vault' | 'keepsWork' | 'trouble'>
  /** Only in practice. */
  readonly practice: PracticePanel | null
  close(): Promise<void>
}

/** The station over these parts; what it opens it closes, the parts handed in included. */
export function assembleStation(
  { host, clock, machine, log, nextRevision, desks }: Surroundings,
  parts: {
    readonly mode: 'practice' | 'live'
    readonly tokenExpiresAt: number | null
    readonly isSandbox: boolean
    readonly databasePath: string
    /** Absent: what is kept of buyers is for this run only. */
    readonly seals?: StoreOptions['seals']
    readonly marketplace: (edition: Settings['edition'], choices: ApiChoices) => MarketplacePort
    readonly cards: CardsPort | null
    readonly pictures: PicturesPort | null
    readonly eraseCopies: () => Promise<number | null>
    readonly practicePrinter: PrinterPort | null
    readonly practiceScanner: ScannerPort | null
  }
): Station {
  const { mode, practicePrinter, practiceScanner, seals } = parts
  const store = machine.openStore({ path: parts.databasePath, log, ...(seals && { seals }) })
  const loaded = loadOrClose(store, clock.now())
  const { settings } = loaded.bench
  const now = (): Settings => station?.core.bench.settings ?? settings
  let station: Station | null = null
  // They hold from the next request on.
  const choices: ApiChoices = {
    get waybill() {
      return now().waybill
    },
    get passcodeDigits() {
      return now().api.passcodeDigits
    },
    get pickupCodes() {
      return now().api.pickupCodes
    }
  }
  station = new Station({
    mode,
    tokenExpiresAt: parts.tokenExpiresAt,
    isSandbox: parts.isSandbox,
    nextRevision,
    toDeskPage: id => desks.send(id),
    clock,
    clockOffMs: () => clock.offMs(),
    log,
    store,
    loaded,
    // The edition takes effect at the next start.
    marketplace: parts.marketplace(settings.edition, choices),
    cards: parts.cards,
    pictures: { kept: createPictureStore(join(dirname(parts.databasePath), 'pictures'), log), port: parts.pictures },
    devices: machine.openDevices({ clock, log, practicePrinter, practiceScanner }),
    labels: createLabels({ workerUrl: host.labelWorker, log }),
    secrets: createSecrets(),
    eraseCopies: parts.eraseCopies,
    newId: machine.newId,
    dayOf
  })
  return station
}

/** What can't be read is not held open: its files may be put right. */
function loadOrClose(store: StorePort, now: number): Loaded {
  try {
    return store.load(now)
  } catch (error) {
    store.close()
    throw error
  }
}
