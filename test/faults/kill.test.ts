import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { compose } from '../../electron/compose.ts'
import { startMarketplace } from '../../electron/practice/marketplace/marketplace.ts'
import type { RequestRecord } from '../../electron/practice/marketplace/marketplace.ts'
import { createRandom } from '../../electron/practice/marketplace/orders/random.ts'
import { codeOf, labelText } from '../support/packer.ts'
import { startPrinterSimulator } from '../support/printer-simulator.ts'
import { createPtyCable } from '../support/pty.ts'
import { callStation, hostFor } from '../support/station-calls.ts'
import { until } from '../support/until.ts'
import { isWrite, repeatedWrites, toWrite } from '../support/write-log.ts'
import { loadChild } from './child.ts'
import { zebraAt } from '../support/station-rig.ts'
import { createRobot } from './robot.ts'

const KILLS = Number(process.env['VERSTAK_KILLS'] ?? 200)
const SEED = Number(process.env['VERSTAK_SEED'] ?? 20_261_122)
/** A kill falls somewhere in this time after the start: in the start itself, or in the packing (ms). */
const LIFE_MS = { least: 30, most: 1200 }
/** On a busy machine lives are so many starts long at the most. */
const STARTS_LONG = 6
/** Orders that are there at a time. */
const BATCH = 8
const ARTICLES = ['tshirt-basic-m-white', 'vitamin-d3-60', 'phone-nova-128', 'one-ring-7548', 'mug-enamel-350'] as const

test('what was beeped survives kill -9, and nothing is sent or printed twice because of it', async () => {
  const random = createRandom(SEED)
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

  const requests: RequestRecord[] = []
  const gather = () => requests.push(...control.requests(requests.at(-1)?.serial ?? 0))
  const robot = createRobot({
    marketplace,
    printer,
    random: chance,
    // The cable may be unplugged with the station that dies.
    scan: text => void cable.send(new TextEncoder().encode(`${text}\r`)).catch(() => undefined)
  })

  /** New orders, and now and then a trouble at the marketplace or the printer. */
  function stir(): void {
    if (robot.isDone()) for (let n = 0; n < BATCH; n += 1) control.addOrders(1, { article: random.pick(ARTICLES) })
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
  for (let round = 0; round < KILLS; round += 1) {
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
    expect(complaints, `seed ${SEED}, round ${round}`).toEqual([])
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
      const { supplies } = control.state()
      const isShipped = supplies.every(({ done, orderIds }) => done || orderIds.length === 0)
      return robot.isDone() && isShipped && supplies.every(({ id, done }) => !done || printed(id) > 0)
    },
    120_000
  )
  await ended.catch((error: unknown) => {
    throw new Error(`${robot.describe()} ${JSON.stringify(control.state().supplies)}`, { cause: error })
  })
  await child.kill()
  gather()
  expect(complaints).toEqual([])

  function printed(text: string): number {
    return printer.labels.filter(label => labelText(label) === text).length
  }
  const { orders, supplies } = control.state()
  expect(starts).toBeGreaterThan(KILLS * 0.6)
  expect(orders.length).toBeGreaterThan(KILLS / 4)
  // Each code stands at the marketplace on its order; each sticker and each supply's QR label is out once.
  for (const { id, requiredMeta, meta, supplierStatus } of orders) {
    const unit = control.things().find(({ orderId }) => orderId === id)
    expect(supplierStatus, String(id)).toBe('complete')
    expect(meta).toEqual(
      Object.fromEntries(requiredMeta.map(key => [key, [unit === undefined ? '' : codeOf(unit, key)]]))
    )
  }
  expect(orders.filter(({ sticker }) => printed(sticker.barcode) !== 1).map(({ id }) => id)).toEqual([])
  expect(supplies.filter(({ id, done }) => done && printed(id) !== 1).map(({ id }) => id)).toEqual([])
  expect(repeatedWrites(requests.filter(isWrite).map(toWrite))).toEqual([])
})
