import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { backUpNow } from '../../electron/store/backups.ts'
import { migrations } from '../../electron/store/migrations/all.ts'
import { startRig } from './station-rig.ts'
import type { StationRig } from './station-rig.ts'

/** A station that has worked and is stopped. */
export interface WorkedDesk {
  readonly rig: StationRig
  /** Its database. */
  readonly path: string
  /** The order packed before the copy, and the one after it. */
  readonly before: number
  readonly after: number
}

/** A station that has packed an order, was copied, packed another one, and is stopped. */
export async function workedDesk(): Promise<WorkedDesk> {
  const rig = await startRig({ orders: 0 })
  rig.marketplace.control.addOrders(2, { article: 'mug-enamel-350' })
  await rig.refresh('the orders', ({ counts }) => counts.fresh === 2)
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.stickered(2)
  const [first, second] = rig.marketplace.control.things()
  if (first === undefined || second === undefined) throw new Error('no things')
  const before = await rig.pack(first)
  const path = databaseOf(rig)
  backUpNow(path, Date.now(), migrations.length)
  const after = await rig.pack(second)
  await rig.drained()
  await rig.stop()
  return { rig, path, before, after }
}

/** Where the database of the rig's seller lies. */
export function databaseOf({ dataDirectory }: StationRig): string {
  const folder = readdirSync(dataDirectory).find(name => name.startsWith('seller-')) ?? ''
  return join(dataDirectory, folder, 'verstak.sqlite')
}

/** Pages of zeros in the middle of the file. */
export function damage(path: string): void {
  const bytes = readFileSync(path)
  bytes.fill(0, 4096, 5 * 4096)
  writeFileSync(path, bytes)
}
