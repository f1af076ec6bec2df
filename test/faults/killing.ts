import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, onTestFinished } from 'vitest'
import { compose } from '../../electron/compose.ts'
import { startMarketplace } from '../../electron/practice/marketplace/marketplace.ts'
import type { MarketplaceControl, RequestRecord } from '../../electron/practice/marketplace/marketplace.ts'
import { createRandom } from '../../electron/practice/marketplace/orders/random.ts'
import type { Random } from '../../electron/practice/marketplace/orders/random.ts'
import type { MetaKey } from '../../shared/domain/orders/orders.ts'
import { codeOf, labelText } from '../support/packer.ts'
import { startPrinterSimulator } from '../support/printer-simulator.ts'
import { createPtyCable } from '../support/pty.ts'
import { callStation, hostFor } from '../support/station-calls.ts'
import { zebraAt } from '../support/station-rig.ts'
import { until } from '../support/until.ts'
import { isWrite, toWrite } from '../support/write-log.ts'
import type { Write } from '../support/write-log.ts'
import { loadChild } from './child.ts'
import { createRobot } from './robot.ts'
import type { EmptyTable } from './robot.ts'

/** A kill falls somewhere in this time after the start: in the start itself, or in the packing (ms). */
const LIFE_MS = { least: 30, most: 1200 }
/** On a busy machine lives are so many starts long at the most. */
const STARTS_LONG = 6

export interface Killing {
  readonly seed: number
  readonly kills: number
  /** New orders, whenever all that there were are packed. */
  readonly addOrders: (control: MarketplaceControl, random: Random) => void
  /** What the packer does with nothing on the table. */
  readonly emptyTable: EmptyTable
  /** Whether everything that is packed has left; `printed`: how many labels of this text are out. */
  readonly isOver: (control: MarketplaceControl, printed: (text: string) => number) => boolean
}

export interface Killed {
  readonly control: MarketplaceControl
  /** How many labels of this text came out. */
  readonly printed: (text: string) => number
  /** Every write that the marketplace was asked for. */
  readonly writes: readonly Write[]
  /** Lives in which the station came as far as to say what is on its disk. */
  readonly starts: number
}

/** What should stand at the marketplace on an order: the codes of its unit, as far as it needs any. */
export function codesOf(
  control: MarketplaceControl,
  { id, requiredMeta }: { readonly id: number; readonly requiredMeta: readonly MetaKey[] }
): Readonly<Record<string, readonly string[]>> {
  const unit = control.things().find(({ orderId }) => orderId === id)
  return Object.fromEntries(requiredMeta.map(key => [key, [unit === undefined ? '' : codeOf(unit, key)]]))
}

/** Kills a station again and again while a robot packs on it, then lets it end; fails where it forgot what it had beeped. */
export async function killAgainAndAgain({ seed, kills, addOrders, emptyTable, isOver }: Killing): Promise<Killed> {
  const random = createRandom(seed)
  const chance = () => random.int(1_000_000) / 1_000_000
  const dataDirectory = await mkdtemp(join(tmpdir(), 'verstak-kill-'))
  onTestFinished(() => rm(dataDirectory, { recursive: true, force: true }))
  let skew = 0
  const marketplace = await startMarketplace({
    seed: 3,
    orders: 0,
    seller: 'abroad',
    now: () => Date.now() + skew,
    monotonic: () => performance.now()
  })
  onTestFinished(() => marketplace.close())
  const { control, url, token } = marketplace
  const printer = await startPrinterSimulator({ answers: 'zebra', odometer: true, printMs: 10 })
  onTestFinished(() => printer.close())
  const cable = await createPtyCable()
  onTestFinished(() => cable.close())
  const setUp = await compose({
    host: hostFor({ dataDirectory, marketplaceUrl: url, vault: { token } }),
    practice: false
  })
  await callStation(setUp.api, 'settings.set', {
    repeatMs: 0,
    pollSeconds: 5,
    printers: [zebraAt(printer.port)],
    scanners: [{ kind: 'serial', name: 'left', path: cable.path, baudRate: 115_200 }]
  })
  await setUp.close()

  const printed = (text: string): number => printer.labels.filter(label => labelText(label) === text).length
  const requests: RequestRecord[] = []
  const gather = () => requests.push(...control.requests(requests.at(-1)?.serial ?? 0))
  const robot = createRobot({
    marketplace,
    printer,
    random: chance,
    emptyTable,
    // The cable may be unplugged with the station that dies.
    scan: text => void cable.send(new TextEncoder().encode(`${text}\r`)).catch(() => undefined)
  })

  /** New orders, and now and then a trouble at the marketplace or the printer. */
  function stir(): void {
    if (robot.isDone()) addOrders(control, random)
    if (chance() < 0.1) control.setFaults({ dropReplyAfterCommit: 1 })
    if (chance() < 0.1) control.setFaults({ dropBeforeCommit: 1 })
    if (chance() < 0.05) control.setFaults({ refuse5xx: 2 })
    if (chance() < 0.05) printer.dropNext('label', chance() < 0.5)
  }

  const load = () => loadChild([dataDirectory, url, token])
  const complaints: string[] = []
  let starts = 0
  /** What the last start took, or at least has taken (ms). */
  let startMs = 0
  function run(child: ReturnType<typeof load>): void {
    const from = performance.now()
    child.go(line => {
      if (line.kind === 'start') {
        starts += 1
        startMs = performance.now() - from
        complaints.push(...robot.check(line.orders))
        robot.forget()
      }
      robot.see(line.view)
    })
  }

  let child = load()
  for (let round = 0; round < kills; round += 1) {
    // The next one loads its modules meanwhile.
    const following = load()
    stir()
    await child.loaded
    const before = starts
    run(child)
    const lifeMs = LIFE_MS.least + chance() * (Math.max(LIFE_MS.most, STARTS_LONG * startMs) - LIFE_MS.least)
    await delay(lifeMs)
    await child.kill()
    if (starts === before) startMs = Math.max(startMs, lifeMs)
    expect(complaints, `seed ${seed}, round ${round}`).toEqual([])
    // What lay in the cable is gone with the station that should have read it.
    await cable.unplug()
    await cable.plug()
    skew += 1000
    gather()
    child = following
  }

  // The last one lives until everything is done.
  control.setFaults({ dropReplyAfterCommit: 0, dropBeforeCommit: 0, refuse5xx: 0 })
  run(child)
  const ended = until(
    'all is packed and delivered',
    () => {
      skew += 5
      return robot.isDone() && isOver(control, printed)
    },
    120_000
  )
  await ended.catch((error: unknown) => {
    throw new Error(`${robot.describe()} ${JSON.stringify(control.state().supplies)}`, { cause: error })
  })
  await child.kill()
  gather()
  expect(complaints).toEqual([])
  return { control, printed, writes: requests.filter(isWrite).map(toWrite), starts }
}
