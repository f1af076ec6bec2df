import { z } from 'zod'
import { formatForPerson } from '../../../shared/domain/codes/gs1.ts'
import { META_KEYS } from '../../../shared/domain/orders/orders.ts'
import type { HistoryRow, OrderRow } from '../../../shared/contract/order-methods.ts'
import type { PrintJob } from '../../../shared/domain/printing/print-jobs.ts'
import { parcelBarcode } from '../../../shared/domain/scanning/commands.ts'
import { overruns, repeatedWrites, writesOf } from '../../support/write-log.ts'
import { codeText, type Person } from './person.ts'
import type { Breach, PromiseId } from './promises.ts'
import type { World } from './world.ts'

/** What was seen of the station from outside. */
export interface Witness {
  scans: number
  /** When each scan was answered that was shown among the last ones, by the note's id (Unix ms by the station). */
  readonly notes: Map<string, number>
  /** One that nobody has seen an answer to. */
  lastScan: string | null
}

const LIMIT = 200
const AT_TABLE: readonly string[] = ['fresh', 'claimed', 'coded', 'stickered']
const LEFT: readonly string[] = ['packed', 'shipped', 'handed', 'returned']

/** After a start: what the packer saw packed is packed, with its codes (P9). */
export async function checkAtStart(world: World, person: Person, witness: Witness): Promise<readonly Breach[]> {
  const rows = await ordersOf(world)
  if (rows === null) return []
  const known = new Map(rows.map(row => [row.id, row]))
  // Nobody saw what it did: it may have been taken back.
  const isUndone = witness.lastScan === 'VRSTK-UNDO'
  witness.lastScan = null
  const breaches = [...person.facts].flatMap(([id, { isPacked }]) => {
    const life = known.get(id)?.life
    if (life === undefined) return [breach('P9', `${id} is not known any more`)]
    return isPacked && !isUndone && AT_TABLE.includes(life) ? [breach('P9', `${id} was packed and is ${life}`)] : []
  })
  for (const { id, life } of rows) {
    if (LEFT.includes(life)) person.believe(id, true)
    else if (AT_TABLE.includes(life)) person.believe(id, false)
  }
  return breaches
}

/** After a shift that was finished: every promise but P8 and P10, which the shift itself met. */
export async function checkShift(world: World, person: Person, witness: Witness): Promise<readonly Breach[]> {
  const rows = (await ordersOf(world)) ?? []
  const log = await logOf(world)
  return [
    ...checkLog(log, witness),
    ...(await checkQueue(world)),
    ...checkRefusals(world, log),
    ...checkEffects(world, rows),
    ...checkCodes(world, rows),
    ...checkLabels(world, rows, await jobsOf(world)),
    ...checkTokens(world),
    ...checkLimits(world),
    ...(await checkAtStart(world, person, witness)),
    ...world
      .errors()
      .filter(isBug)
      .map(line => breach('P10', line))
  ]
}

function checkLog(log: readonly HistoryRow[], { notes }: Witness): readonly Breach[] {
  const times = new Set(log.filter(({ kind }) => kind === 'scan').map(({ at }) => at))
  return [...notes.values()].filter(at => !times.has(at)).map(at => breach('P1', `the scan of ${at} is not in the log`))
}

async function checkQueue(world: World): Promise<readonly Breach[]> {
  const queue = (await world.call('queue.list', { pending: true, offset: 0, limit: LIMIT })) ?? []
  return queue
    .filter(({ state }) => !['done', 'refused', 'parked', 'withdrawn'].includes(state.kind))
    .map(({ body, state }) => breach('P2', `${JSON.stringify(body)} is ${state.kind}`))
}

/** Nothing was given up but by the marketplace's own word: a stranger on the way refuses nothing. */
function checkRefusals(world: World, log: readonly HistoryRow[]): readonly Breach[] {
  const words = world.own.control.requests().filter(({ outcome, status }) => outcome === 'answered' && status >= 400)
  const refused = log
    .filter(({ kind }) => kind === 'intentRefused')
    .map(({ facts }) => refusedSchema.parse(JSON.parse(facts)))
  return refused.flatMap(({ intent: { kind, scheme, orderId }, code }) => {
    // Those of DBS and pickup are refused order by order, in an answer that is a success as a whole.
    if (kind !== 'setMeta' || scheme !== undefined || orderId === undefined) return []
    const isTold = words.some(({ orderIds }) => orderIds.includes(orderId))
    return isTold ? [] : [breach('P2', `the ${kind} of ${orderId} was refused (${code}), and not by the marketplace`)]
  })
}

const refusedSchema = z.object({
  intent: z.object({ kind: z.string(), scheme: z.string().optional(), orderId: z.number().optional() }),
  code: z.string()
})

function checkEffects(world: World, rows: readonly OrderRow[]): readonly Breach[] {
  const { orders, dbsOrders, pickupOrders } = world.own.control.state()
  // One that was called off at the last moment is known to be dead with the next news.
  const alive = [...orders, ...dbsOrders, ...pickupOrders].filter(({ wbStatus }) => wbStatus === 'waiting')
  const statuses = new Map(alive.map(order => [order.id, order.supplierStatus]))
  const left = rows.filter(({ id, life }) => life === 'shipped' && statuses.has(id))
  return [
    ...repeatedWrites(writesOf(world.own.control))
      .filter(write => !isStraggler(world, write))
      .map(write => breach('P3', `twice: ${write}`)),
    ...doubles(world.own.control.state().supplies.map(({ name }) => name)).map(name =>
      breach('P3', `two supplies are called ${name}`)
    ),
    ...left
      .filter(({ id }) => ['new', 'confirm'].includes(statuses.get(id) ?? 'new'))
      .map(({ id }) => breach('P3', `${id} is shipped here and ${statuses.get(id) ?? 'unknown'} there`))
  ]
}

/**
 * The first of two was on its way when its sender died, and arrived after the next life had looked in vain; it asked for a state,
 * which is the same however often it is asked for.
 */
function isStraggler({ wire, own }: World, write: string): boolean {
  return wire.seen.some(({ shop, method, path, text, isOrphan }) => {
    if (!isOrphan || shop !== own || method === 'GET' || MAKES.test(write)) return false
    return write.startsWith(`${method} `) && write.endsWith(` ${text}`) && path.includes(write.split(' ')[1] ?? path)
  })
}

/** What makes something new each time: a supply, boxes. */
const MAKES = /^POST supplies\b/

function doubles(names: readonly string[]): readonly string[] {
  return names.filter((name, at) => names.indexOf(name) !== at)
}

function checkCodes(world: World, rows: readonly OrderRow[]): readonly Breach[] {
  const { orders, dbsOrders, pickupOrders } = world.own.control.state()
  const things = new Map(world.own.control.things().map(thing => [thing.orderId, thing]))
  const lives = new Map(rows.map(({ id, life }) => [id, life]))
  return [...orders, ...dbsOrders, ...pickupOrders]
    .filter(({ id, wbStatus }) => LEFT.includes(lives.get(id) ?? '') && wbStatus === 'waiting')
    .flatMap(({ id, requiredMeta, meta }) => {
      const thing = things.get(id)
      return META_KEYS.flatMap(key => {
        const there = meta[key]?.map(formatForPerson).join() ?? ''
        const own = thing === undefined ? undefined : codeText(thing, key)
        const right = own === undefined ? '' : formatForPerson(own)
        if (there === right || (there === '' && !requiredMeta.includes(key))) return []
        return [breach('P4', `${id} has the ${key} ${there} and not ${right}`)]
      })
    })
}

function checkLabels(world: World, rows: readonly OrderRow[], jobs: readonly PrintJob[]): readonly Breach[] {
  const { orders, supplies } = world.own.control.state()
  const stickers = new Map(orders.map(({ id, sticker }) => [id, sticker.barcode]))
  const reasoned = jobs.filter(({ reason }) => reason !== null)
  const most = [
    ...rows.map(({ id }) => {
      const own = reasoned.filter(({ source }) => source.kind === 'sticker' && source.orderId === id)
      return { text: stickers.get(id) ?? parcelBarcode(id), reasons: own.length }
    }),
    ...supplies.map(({ id }) => {
      const own = reasoned.filter(({ source }) => source.kind === 'supplyQr')
      return { text: id, reasons: own.length }
    })
  ]
  return most.flatMap(({ text, reasons }) => {
    const out = world.devices.labels.filter(label => label === text).length
    return out <= 1 + reasons ? [] : [breach('P5', `the label ${text} came out ${out} times for ${reasons} reasons`)]
  })
}

function checkTokens(world: World): readonly Breach[] {
  const owners = new Map(
    [world.own, world.other].flatMap(shop => shop.control.things().map(({ orderId }) => [orderId, shop] as const))
  )
  return world.wire.seen.flatMap(({ shop, method, path, text }) => {
    const named = [...`${path} ${text}`.matchAll(/\b4\d{9}\b/g)].map(([id]) => Number(id))
    const foreign = named.filter(id => owners.has(id) && owners.get(id) !== shop)
    return foreign.map(id => breach('P6', `${method} ${path} names ${id} of the other seller`))
  })
}

/** After a neighbour was there the marketplace says how long to wait, and the station believes it from then on. */
const CROWDED_MS = 30_000

function checkLimits({ own, other, wire, startAt }: World): readonly Breach[] {
  const isCrowded = (at: number): boolean =>
    wire.crowded.some(began => at - startAt >= began && at - startAt - began < CROWDED_MS)
  return [own, other].flatMap(({ control }) =>
    overruns(control)
      .filter(({ outcome, at }) => outcome === 'answered' && !isCrowded(at))
      .map(({ method, path }) => breach('P7', `429 to ${method} ${path}`))
  )
}

/** Whether an error is of the program's own making: what the disk did not take or give is told as such. */
function isBug(line: string): boolean {
  return !line.includes('"type":"StoreError"') && !line.includes('the disk takes no writes')
}

async function ordersOf(world: World): Promise<readonly OrderRow[] | null> {
  const rows: OrderRow[] = []
  for (;;) {
    const page = await world.call('orders.list', {
      lives: null,
      supplyId: null,
      search: '',
      offset: rows.length,
      limit: LIMIT
    })
    if (page === null) return null
    rows.push(...page.rows)
    if (page.rows.length < LIMIT) return rows
  }
}

async function jobsOf(world: World): Promise<readonly PrintJob[]> {
  const jobs: PrintJob[] = []
  for (;;) {
    const page = await world.call('jobs.list', { offset: jobs.length, limit: LIMIT })
    jobs.push(...(page ?? []))
    if (page === null || page.length < LIMIT) return jobs
  }
}

async function logOf(world: World): Promise<readonly HistoryRow[]> {
  const lines: HistoryRow[] = []
  for (;;) {
    const page = await world.call('history.list', { offset: lines.length, limit: LIMIT })
    lines.push(...(page ?? []))
    if (page === null || page.length < LIMIT) return lines
  }
}

function breach(promise: PromiseId, what: string): Breach {
  return { promise, what }
}
