import { expect, onTestFinished, test } from 'vitest'
import { createRandom } from '../../electron/practice/marketplace/orders/random.ts'
import type { PrintJob } from '../../shared/domain/printing/print-jobs.ts'
import { usualPrinter } from '../../shared/domain/printing/printers.ts'
import type { View } from '../../shared/view/view.ts'
import { labelText, nextMove } from '../support/packer.ts'
import { startPrinterProgram, type PrinterProgram } from '../support/printer-program.ts'
import { scaledClock } from '../support/scaled-clock.ts'
import { startRig, type StationRig } from '../support/station-rig.ts'
import { until } from '../support/until.ts'
import { createTroubles } from './printer-troubles.ts'

const ORDERS = Number(process.env['VERSTAK_ORDERS'] ?? 300)
const SEED = Number(process.env['VERSTAK_SEED'] ?? 20_261_205)
/** How many times faster than real the station's limits run; sockets, files and the marketplace are real. */
const SPEED = 20
/** Three hundred orders take half a minute, of five that they have. */
const TIME_LIMIT_MS = 1000 * ORDERS
/** Orders of one supply. */
const BATCH = 50
/** One order in so many meets a trouble at the printer. */
const TROUBLE_EVERY = 5

test(
  `${ORDERS} orders are packed while the printer is in trouble: journal, parcels and labels agree`,
  { timeout: TIME_LIMIT_MS },
  async () => {
    process.stdout.write(`seed ${SEED}\n`)
    const random = createRandom(SEED)
    const clock = scaledClock(SPEED)
    const program = await startPrinterProgram({ odometer: true, printMs: 20 })
    onTestFinished(() => program.close())
    const link = { kind: 'tcp', host: '127.0.0.1', port: program.port } as const
    const rig = await startRig({
      orders: 0,
      clock,
      marketplace: { monotonic: clock.monotonic },
      settings: { printers: [usualPrinter({ id: '1', name: 'Zebra', link })] }
    })
    const nextTrouble = createTroubles(random, 150 / SPEED)
    for (let packed = 0; packed < ORDERS; packed += BATCH) {
      for (const id of await newSupply(rig)) {
        const trouble = random.int(TROUBLE_EVERY) === 0 ? nextTrouble() : null
        await trouble?.before?.(program)
        const striking = trouble?.during?.(program)
        await packOne(rig, program, id)
        await striking
      }
    }

    const jobs = await journal(rig)
    const printed = program.labels().map(textOf)
    const { orders } = rig.marketplace.control.state()
    expect(orders).toHaveLength(ORDERS)
    const doubtful = new Set(jobs.filter(wasAsked).map(({ source }) => source.kind === 'sticker' && source.orderId))
    process.stdout.write(`${jobs.length} jobs, ${doubtful.size} orders with a question, ${printed.length} labels\n`)
    expect(doubtful.size).toBeGreaterThan(0)
    for (const { id, sticker } of orders) {
      const copies = printed.filter(text => text === sticker.barcode).length
      const ours = jobs.filter(({ source }) => source.kind === 'sticker' && source.orderId === id)
      const proven = ours.filter(({ state }) => state.kind === 'confirmed' && state.by === 'printer').length
      expect(ours.at(0)?.state.kind, String(id)).toBe('confirmed')
      expect(copies, String(id)).toBeGreaterThanOrEqual(Math.max(1, proven))
      // Twice only what the packer was asked about.
      if (copies > 1) expect(doubtful, String(id)).toContain(id)
    }
    expect(rig.errors()).toEqual([])
  }
)

/** A supply of new orders, their stickers here; the ids. */
async function newSupply(rig: StationRig): Promise<readonly number[]> {
  const ids = rig.marketplace.control.addOrders(BATCH, { article: 'mug-enamel-350' })
  await rig.refresh('the orders', ({ counts }) => counts.fresh === BATCH)
  const supplyId = (await rig.scan('VRSTK-NEW-SUPPLY')).batch?.id ?? ''
  await until('the stickers', async () => (await rig.ordersOf(supplyId)).every(({ partB }) => partB !== null))
  return ids
}

/** A packer who believes the screen and looks at the printer when asked; any unit goes to one of the orders. */
async function packOne(rig: StationRig, program: PrinterProgram, id: number): Promise<void> {
  const thing = rig.thing(id)
  for (;;) {
    const now = rig.view()
    const move = nextMove(now, thing)
    switch (move.kind) {
      case 'ask':
        await rig.scan(truth(rig, program, now))
        break
      case 'wait':
        await rig.when('the label', next => next.revision > now.revision)
        break
      case 'label': {
        const barcode = now.order?.sticker?.barcode ?? ''
        // The screen says that it is out: then it lies there.
        expect(isOut(program, barcode), barcode).toBe(true)
        await rig.scan(barcode)
        break
      }
      case 'scan':
        await rig.scan(move.text)
        break
    }
    if (rig.view().feedback.message.code === 'packed') return
  }
}

/** Whether the label lies there, to the eye. */
function truth(rig: StationRig, program: PrinterProgram, { feedback }: View): string {
  const { message } = feedback
  if (message.code !== 'labelInHand') throw new Error(`an unexpected question: ${JSON.stringify(message)}`)
  const sticker = rig.marketplace.control.state().orders.find(({ id }) => id === message.orderId)?.sticker.barcode
  return isOut(program, sticker ?? '') ? 'VRSTK-YES' : 'VRSTK-NO'
}

function isOut(program: PrinterProgram, barcode: string): boolean {
  return program.labels().some(label => textOf(label) === barcode)
}

function textOf(label: string): string | null {
  return labelText(Buffer.from(label, 'latin1'))
}

/** Everything in the print journal, newest first. */
async function journal(rig: StationRig): Promise<readonly PrintJob[]> {
  const jobs: PrintJob[] = []
  for (;;) {
    const page = await rig.call('jobs.list', { offset: jobs.length, limit: 100 })
    if (page.length === 0) return jobs
    jobs.push(...page)
  }
}

/** Whether the packer had to say what became of it. */
function wasAsked({ state }: PrintJob): boolean {
  return (state.kind === 'confirmed' && state.by === 'packer') || (state.kind === 'failed' && state.why === 'notInHand')
}
