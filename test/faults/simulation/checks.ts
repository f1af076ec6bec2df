import { formatForPerson } from '../../../shared/domain/codes/gs1.ts'
import { META_KEYS } from '../../../shared/domain/orders/orders.ts'
import { parcelBarcode } from '../../../shared/domain/scanning/commands.ts'
import { repeatedWrites } from '../../support/write-log.ts'
import { evidenceOf, ordersOf, type Evidence, type OrderThere, type Witness } from './evidence.ts'
import { codeText, type Person } from './person.ts'
import type { Breach, PromiseId } from './promises.ts'
import { checkRefusals, remoteNames } from './refusals.ts'
import type { World } from './world.ts'

const AT_TABLE: readonly string[] = ['fresh', 'claimed', 'coded', 'stickered']
const LEFT: readonly string[] = ['packed', 'shipped', 'handed', 'returned']
/** How an order ends that its buyer or its seller called off. */
const DEAD: readonly string[] = [
  'canceled',
  'declined_by_client',
  'canceled_by_client',
  'defect',
  'canceled_by_missed_call'
]

/** After a start: what the packer saw packed is packed, with its codes (P9). */
export async function checkAtStart(world: World, person: Person, witness: Witness): Promise<readonly Breach[]> {
  const rows = await ordersOf(world)
  if (rows === null) return []
  // Nobody saw what it did: it may have been taken back.
  const isUndone = witness.lastScan === 'VRSTK-UNDO'
  witness.lastScan = null
  const breaches = checkPacked({ rows, facts: person.facts, isUndone })
  for (const { id, life } of rows) {
    if (LEFT.includes(life)) person.believe(id, true)
    else if (AT_TABLE.includes(life)) person.believe(id, false)
  }
  return breaches
}

/** After a shift that was finished: every promise but P8, which the finishing itself met. */
export async function checkShift(world: World, person: Person, witness: Witness): Promise<readonly Breach[]> {
  return judge(await evidenceOf(world, person, witness))
}

/** What of the promises this breaks. */
export function judge(evidence: Evidence): readonly Breach[] {
  return [
    ...checkLog(evidence),
    ...checkQueue(evidence),
    ...checkRefusals(evidence),
    ...checkEffects(evidence),
    ...checkCodes(evidence),
    ...checkLabels(evidence),
    ...checkTokens(evidence),
    ...checkLimits(evidence),
    ...checkPacked(evidence),
    ...evidence.errors.filter(isBug).map(line => breach('P10', line))
  ]
}

function checkPacked({ rows, facts, isUndone }: Pick<Evidence, 'rows' | 'facts' | 'isUndone'>): readonly Breach[] {
  const known = new Map(rows.map(row => [row.id, row]))
  return [...facts].flatMap(([id, { isPacked }]) => {
    const life = known.get(id)?.life
    if (life === undefined) return [breach('P9', `${id} is not known any more`)]
    return isPacked && !isUndone && AT_TABLE.includes(life) ? [breach('P9', `${id} was packed and is ${life}`)] : []
  })
}

function checkLog({ log, notes }: Evidence): readonly Breach[] {
  const times = new Set(log.filter(({ kind }) => kind === 'scan').map(({ at }) => at))
  return [...notes.values()].filter(at => !times.has(at)).map(at => breach('P1', `the scan of ${at} is not in the log`))
}

function checkQueue({ queue }: Evidence): readonly Breach[] {
  return queue
    .filter(({ state }) => !['done', 'refused', 'parked', 'withdrawn'].includes(state.kind))
    .map(({ body, state }) => breach('P2', `${JSON.stringify(body)} is ${state.kind}`))
}

/** At most once, and at least once. */
function checkEffects(evidence: Evidence): readonly Breach[] {
  const { rows, writes, ordersThere, suppliesThere } = evidence
  const there = new Map(ordersThere.map(order => [order.id, order]))
  return [
    ...repeatedWrites(writes)
      .filter(write => !isStraggler(evidence, write))
      .map(write => breach('P3', `twice: ${write}`)),
    ...doubles(suppliesThere.map(({ name }) => name)).map(name => breach('P3', `two supplies are called ${name}`)),
    ...rows.flatMap(({ id, life }) => {
      const order = there.get(id)
      const due = order === undefined ? null : dueThere(life, order)
      if (order === undefined || due === null || due.includes(order.supplierStatus)) return []
      return [breach('P3', `${id} is ${life} here and ${order.supplierStatus} there`)]
    })
  ]
}

/** The statuses of which an order has one at the marketplace that has come so far here; null: any. */
function dueThere(life: string, { scheme, wbStatus, supplierStatus }: OrderThere): readonly string[] | null {
  // One that was called off at the last moment is known to be dead with the next news.
  if (DEAD.includes(wbStatus) && supplierStatus !== 'reject') return null
  switch (life) {
    case 'shipped':
      return scheme === 'fbs' ? ['complete'] : [scheme === 'dbs' ? 'deliver' : 'prepare', 'receive', 'reject']
    case 'handed':
      return ['receive']
    case 'returned':
      return ['reject']
    default:
      return null
  }
}

/**
 * The first of two was on its way when its sender died, and arrived after the next life had looked in vain; it asked for a state,
 * which is the same however often it is asked for.
 */
function isStraggler({ seen }: Evidence, write: string): boolean {
  return seen.some(({ seller, method, path, text, isOrphan }) => {
    if (!isOrphan || seller !== 'own' || method === 'GET' || MAKES.test(write)) return false
    return write.startsWith(`${method} `) && write.endsWith(` ${text}`) && path.includes(write.split(' ')[1] ?? path)
  })
}

/** What makes something new each time: a supply, boxes. */
const MAKES = /^POST supplies\b/

function doubles(names: readonly string[]): readonly string[] {
  return names.filter((name, at) => names.indexOf(name) !== at)
}

/** Of all that left the table, those that their buyers have by now included; what was called off may have lost its codes. */
function checkCodes({ rows, ordersThere, things: all }: Evidence): readonly Breach[] {
  const things = new Map(all.map(thing => [thing.orderId, thing]))
  const lives = new Map(rows.map(({ id, life }) => [id, life]))
  return ordersThere
    .filter(({ id, wbStatus }) => LEFT.includes(lives.get(id) ?? '') && !DEAD.includes(wbStatus))
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

function checkLabels(evidence: Evidence): readonly Breach[] {
  const { rows, jobs, ordersThere, suppliesThere, labels } = evidence
  const names = remoteNames(evidence)
  // Labels of the other schemes are the station's own.
  const stickers = new Map(
    ordersThere.filter(({ scheme }) => scheme === 'fbs').map(({ id, sticker }) => [id, sticker?.barcode])
  )
  const reasoned = jobs.filter(({ reason }) => reason !== null).map(({ source }) => source)
  const most = [
    ...rows.map(({ id }) => {
      const own = reasoned.filter(source => source.kind === 'sticker' && source.orderId === id)
      return { text: stickers.get(id) ?? parcelBarcode(id), reasons: own.length }
    }),
    ...suppliesThere.map(({ id }) => {
      const own = reasoned.filter(
        source => source.kind === 'supplyQr' && (names.get(source.supplyId) ?? source.supplyId) === id
      )
      return { text: id, reasons: own.length }
    })
  ]
  return most.flatMap(({ text, reasons }) => {
    const out = labels.filter(label => label === text).length
    return out <= 1 + reasons ? [] : [breach('P5', `the label ${text} came out ${out} times for ${reasons} reasons`)]
  })
}

function checkTokens({ seen, owners }: Evidence): readonly Breach[] {
  return seen.flatMap(({ seller, method, path, text }) => {
    const named = [...`${path} ${text}`.matchAll(/\b4\d{9}\b/g)].map(([id]) => Number(id))
    const foreign = named.filter(id => owners.has(id) && owners.get(id) !== seller)
    return foreign.map(id => breach('P6', `${method} ${path} names ${id} of the other seller`))
  })
}

/** Nobody is surprised any more so long after a neighbour was there. */
const CROWDED_MS = 30_000
/** The group of limits that the neighbour asks by, as an answer names it. */
const CROWDED_GROUP = /practice-fbs-orders\b/

/** A request that left before the station had heard of a neighbour could not know; all others keep the limits. */
function checkLimits({ seen, crowded }: Evidence): readonly Breach[] {
  // A stranger's 429 has no words of the marketplace.
  const overruns = seen.filter(({ status, words }) => status === 429 && words !== '')
  const isSurprised = ({ seller, words, sentAt, at }: (typeof overruns)[number]): boolean =>
    seller === 'own' &&
    CROWDED_GROUP.test(words) &&
    crowded.some(began => {
      const told = overruns.find(one => one.seller === 'own' && CROWDED_GROUP.test(one.words) && one.at >= began)
      return at >= began && at - began < CROWDED_MS && sentAt <= (told?.heardAt ?? Infinity)
    })
  return overruns
    .filter(one => !isSurprised(one))
    .map(({ method, path, words }) => breach('P7', `429 to ${method} ${path}: ${words}`))
}

/** Whether an error is of the program's own making: what the disk did not take or give is told as such. */
function isBug(line: string): boolean {
  return !line.includes('"type":"StoreError"') && !line.includes('the disk takes no writes')
}

function breach(promise: PromiseId, what: string): Breach {
  return { promise, what }
}
