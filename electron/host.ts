import type { StationApi } from '../shared/contract/contract.ts'
import type { HttpPort, VaultPort } from './station/ports/ports.ts'

/** What a host gives to the station. */
export interface Host {
  /** Exists, and belongs to this process alone; practice keeps its files in `practice` under it. */
  readonly dataDirectory: string
  readonly vault: VaultPort
  /** The marketplace's origin in place of the one that the token names: for tests and for a marketplace of one's own. */
  readonly marketplaceUrl: string | null
  /** The way to the marketplace through the system's proxy and certificates; Node's own when absent. Practice never takes it. */
  readonly http?: HttpPort
  /** Worker thread that draws labels (`labels/label-worker`), as source or as built. */
  readonly labelWorker: URL
  /** Worker thread that reads long answers (`api/answers/answer-worker`). */
  readonly answerWorker: URL
  /** Worker thread that copies the database (`store/backup-worker`). */
  readonly backupWorker: URL
  /** Worker thread of the practice marketplace (`practice/marketplace-worker`). */
  readonly marketplaceWorker: URL
}

/** How many made-up orders of each scheme a practice begins with. */
export interface PracticeHeap {
  readonly fbs: number
  readonly dbs: number
  readonly pickup: number
}

export interface Composition {
  readonly api: StationApi
  /** Stops everything in order; what was beeped is on disk when it settles. */
  close(): Promise<void>
}

/** The composition root as a host sees it; `practice` starts in training mode at once, with the usual heap unless told otherwise. */
export type ComposeStation = (options: {
  readonly host: Host
  readonly practice: boolean
  readonly heap?: PracticeHeap
}) => Promise<Composition>
