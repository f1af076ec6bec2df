import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startMarketplace } from '../../electron/practice/marketplace/marketplace.ts'
import type { Thing } from '../../electron/practice/marketplace/marketplace.ts'
import type { View } from '../../shared/view/view.ts'
import { labelText, nextMove } from '../support/packer.ts'
import { startPrinterSimulator } from '../support/printer-simulator.ts'
import { zebraAt } from '../support/station-rig.ts'
import { until } from '../support/until.ts'
import { fastClock } from './fast-clock.ts'
import { useSchema, type Asked, type Said, type Use } from './lines.ts'

const MINUTE = 60_000
/** Of one kind as far as supplies go: with a marking code, an expiry date, IMEIs, and without any. */
const ARTICLES = ['tshirt-basic-m-white', 'vitamin-d3-60', 'phone-nova-128', 'one-ring-7548', 'mug-enamel-350'] as const

export interface SoakOptions {
  /** Of virtual time. */
  readonly minutes: number
  readonly ordersAMinute: number
  /** So many times as fast as the machine's clock. */
  readonly times: number
  /** Virtual minutes from one look at what the station uses to the next. */
  readonly lookEvery: number
}

export interface Look extends Use {
  /** Virtual minutes since the start. */
  readonly minute: number
  readonly orders: number
  /** Bytes on disk. */
  readonly log: number
  readonly wal: number
}

/** Packs orders at a pace on a station of its own process, and looks again and again at what that uses. */
export async function soak(options: SoakOptions, onLook: (look: Look) => void): Promise<readonly Look[]> {
  const { minutes, ordersAMinute, times, lookEvery } = options
  const epoch = Date.now()
  const clock = fastClock(epoch, times)
  const dataDirectory = mkdtempSync(join(tmpdir(), 'verstak-soak-'))
  const marketplace = await startMarketplace({ seed: 8, orders: 0, seller: 'abroad', ...clock })
  const printer = await startPrinterSimulator({ answers: 'zebra', odometer: true, printMs: 1 })
  const station = await startStation([dataDirectory, marketplace.url, marketplace.token, String(epoch), String(times)])
  const looks: Look[] = []
  try {
    await station.call('settings.set', { repeatMs: 0, pollSeconds: 5, printers: [zebraAt(printer.port)] })
    let orders = 0
    for (let minute = 0; minute < minutes; minute += 1) {
      const ids = Array.from({ length: ordersAMinute }, (_, index) =>
        marketplace.control.addOrders(1, { article: ARTICLES[index % ARTICLES.length] ?? ARTICLES[0] })
      ).flat()
      await packAll(
        station,
        printer,
        marketplace.control.things().filter(({ orderId }) => ids.includes(orderId))
      )
      orders += ids.length
      // A pace, not a race: the next minute's orders come with the next minute.
      const early = (minute + 1) * MINUTE - clock.monotonic()
      if (early > 0) await pause(early / times)
      if ((minute + 1) % lookEvery !== 0) continue
      const use = useSchema.parse(await station.use())
      const look = { ...use, minute: clock.monotonic() / MINUTE, orders, ...onDisk(dataDirectory) }
      looks.push(look)
      onLook(look)
    }
    return looks
  } finally {
    await station.close()
    await Promise.all([marketplace.close(), printer.close()])
    rmSync(dataDirectory, { recursive: true, force: true })
  }
}

type Station = Awaited<ReturnType<typeof startStation>>
type Printer = Awaited<ReturnType<typeof startPrinterSimulator>>

/** A supply of all that came in, packed, closed, and its own label out. */
async function packAll(station: Station, printer: Printer, things: readonly Thing[]): Promise<void> {
  await station.when('the new orders', view => view.counts.fresh >= things.length)
  await scanPastQuestions(station, printer, 'VRSTK-NEW-SUPPLY')
  await station.when('their stickers', view => view.batch !== null && view.counts.packable >= things.length)
  for (const thing of things) await packOne(station, printer, thing)
  await scanPastQuestions(station, printer, 'VRSTK-SUPPLY-DONE')
  while (!isCleared(station.view())) {
    await station.when('an empty table', view => isCleared(view) || view.feedback.face === 'ask')
    await answer(station, printer)
  }
}

function isCleared({ batch, network, feedback }: View): boolean {
  return batch === null && network.waiting === 0 && feedback.face !== 'ask'
}

/** Does what the screen says until the order that the thing went to has left the table; throws when a scan of it is refused. */
async function packOne(station: Station, printer: Printer, thing: Thing): Promise<void> {
  let taken: number | null = null
  for (;;) {
    await answer(station, printer)
    const now = station.view()
    if (now.order === null && taken !== null) return
    taken = now.order?.id ?? null
    const move = nextMove(now, thing)
    if (move.kind === 'wait' || move.kind === 'ask') {
      await station.when('the label', next => next.revision > now.revision)
      continue
    }
    await scanPastQuestions(station, printer, move.kind === 'scan' ? move.text : await labelOf(now, printer))
  }
}

/** A scan, again after a question that came up just before it; throws when it is refused for anything else. */
async function scanPastQuestions(station: Station, printer: Printer, text: string): Promise<void> {
  for (;;) {
    await answer(station, printer)
    const { feedback } = await station.scan(text)
    if (feedback.face !== 'refused') return
    if (feedback.message.code !== 'answerFirst') throw new Error(`refused: ${JSON.stringify(feedback.message)}`)
    await station.scan('VRSTK-ACKNOWLEDGE')
  }
}

function labelOf({ order }: View, printer: Printer): Promise<string> {
  const barcode = order?.sticker?.barcode ?? ''
  return until('the label to come out', () => lastLabels(printer).find(text => text === barcode))
}

/** On a clock that runs fast, a busy machine makes the printer look slow, and the station asks whether a label came out. */
async function answer(station: Station, printer: Printer): Promise<void> {
  while (station.view().feedback.face === 'ask') {
    const { order } = station.view()
    const isOut = order === null || lastLabels(printer).includes(order.sticker?.barcode ?? '')
    await station.scan(isOut ? 'VRSTK-YES' : 'VRSTK-NO')
  }
}

function lastLabels({ labels }: Printer): readonly (string | null)[] {
  return labels.slice(-5).map(labelText)
}

async function startStation(args: readonly string[]) {
  const child = fork(new URL('soaked-station.ts', import.meta.url), [...args])
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let last: View | null = null
  let ids = 0
  const ready = new Promise<void>(resolve => {
    child.on('message', (message: Said) => {
      if (message.kind === 'ready') return resolve()
      if (message.kind === 'view') return void (last = message.view)
      const asked = waiting.get(message.id)
      waiting.delete(message.id)
      if (message.kind === 'answer') asked?.resolve(message.value)
      else asked?.reject(new Error(message.why))
    })
  })
  const gone = once(child, 'exit')
  await Promise.race([ready, gone.then(() => Promise.reject(new Error('the station ended')))])

  function ask(question: { kind: 'call'; name: string; input: unknown } | { kind: 'use' | 'close' }): Promise<unknown> {
    ids += 1
    const id = ids
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject })
      child.send({ ...question, id } satisfies Asked)
    })
  }
  const call = (name: string, input: unknown): Promise<unknown> => ask({ kind: 'call', name, input })
  last = (await call('view.get', undefined)) as View
  const view = (): View => {
    if (last === null) throw new Error('no view yet')
    return last
  }
  return {
    call,
    use: () => ask({ kind: 'use' }),
    view,
    async when(what: string, test: (now: View) => boolean): Promise<View> {
      await until(what, () => test(view())).catch((error: unknown) => {
        const { feedback, counts, network, batch } = view()
        throw new Error(`${what}: ${JSON.stringify({ feedback, counts, network, batch })}`, { cause: error })
      })
      return view()
    },
    async scan(text: string): Promise<View> {
      await call('scan.typed', { text })
      return view()
    },
    async close(): Promise<void> {
      await ask({ kind: 'close' })
      await gone
    }
  }
}

function onDisk(folder: string): Pick<Look, 'log' | 'wal'> {
  let [log, wal] = [0, 0]
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const size = statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0
    if (name.endsWith('.log')) log += size
    if (name.endsWith('-wal')) wal += size
  }
  return { log, wal }
}

/** Bytes of memory that stay for each order, by the straight line that lies nearest to the looks; the first third is warm-up. */
export function slopeOf(looks: readonly Look[]): number {
  const settled = looks.slice(Math.floor(looks.length / 3))
  const mean = (of: (look: Look) => number): number => settled.reduce((sum, look) => sum + of(look), 0) / settled.length
  const [orders, heap] = [mean(look => look.orders), mean(look => look.heap)]
  const spread = mean(look => (look.orders - orders) ** 2)
  return spread === 0 ? 0 : mean(look => (look.orders - orders) * (look.heap - heap)) / spread
}
