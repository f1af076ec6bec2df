import type { Pictures } from './cards/product-cards.ts'
import type { BenchContext } from '../../shared/domain/step.ts'
import type {
  CardsPort,
  Clock,
  DevicesPort,
  LabelsPort,
  Loaded,
  Log,
  MarketplacePort,
  SecretsPort,
  StorePort
} from './ports/ports.ts'

/** What a station is made of. */
export interface StationOptions {
  readonly mode: 'practice' | 'live'
  /** When the token ends (Unix ms); null: it does not matter. */
  readonly tokenExpiresAt: number | null
  readonly isSandbox: boolean
  readonly clock: Clock
  /** How far the PC's own clock is ahead of the marketplace's (ms), which then is believed; 0: it is right. */
  readonly clockOffMs: () => number
  readonly log: Log
  readonly store: StorePort
  /** What `store` held when it was opened. */
  readonly loaded: Loaded
  readonly marketplace: MarketplacePort
  /** Null: the token does not read them. */
  readonly cards: CardsPort | null
  readonly pictures: Pictures
  readonly devices: DevicesPort
  readonly labels: LabelsPort
  readonly secrets: SecretsPort
  /** Erases from all copies of the database what it keeps of buyers no more; how many held some of it, null: it failed. */
  readonly eraseCopies: () => Promise<number | null>
  readonly newId: () => string
  readonly dayOf: (at: number) => BenchContext['today']
  /** Numbers the views; a page that stays open over a change of station must not see them go back. */
  readonly nextRevision: () => number
  /** The page that has a desk open, to which scanners' scans go (null: they are the packing table's), by the scan's id. */
  readonly toDeskPage: (scanId: string) => string | null
}
