import type { Marketplace, MarketplaceControl, Thing } from '../../electron/practice/marketplace/marketplace.ts'
import { formatForPerson } from '../../shared/domain/codes/gs1.ts'
import { parcelBarcode } from '../../shared/domain/scanning/commands.ts'
import { META_KEYS } from '../../shared/domain/orders/orders.ts'
import type { MetaKey } from '../../shared/domain/orders/orders.ts'
import type { View } from '../../shared/view/view.ts'
import { labelText, nextMove } from '../support/packer.ts'
import type { PrinterSimulator } from '../support/printer-simulator.ts'
import type { Told } from './lines.ts'

/** What the packer was told of an order, by the screen and the beep. */
interface Fact {
  codes: Partial<Record<MetaKey, string>>
  packed: boolean
}

/** A packer who believes nothing but the screen, works without pause and sometimes errs. */
export interface Robot {
  /** A view came: takes it in, and scans what has to be scanned next. */
  see(view: View): void
  /** A station started: what was told before must be there; the complaints. */
  check(orders: readonly Told[]): readonly string[]
  /** The station died: a scan that was on its way got no answer. */
  forget(): void
  /** What it saw last, and what it waits for: for a test that hangs. */
  describe(): string
  /** Whether everything that the marketplace has is packed, as far as the screen said so. */
  isDone(): boolean
}

/** What the robot sees around a table on which nothing lies. */
export interface Surroundings {
  readonly view: View
  readonly control: MarketplaceControl
  readonly random: () => number
  /** Units that are not packed, as far as the screen said so. */
  readonly unpacked: readonly Thing[]
}
/** What is scanned next there; null: nothing, until the screen changes. */
export type EmptyTable = (around: Surroundings) => string | null

/** Before the courier or the store is told of them. */
const AT_TABLE: readonly string[] = ['new', 'confirm']

export function createRobot(parts: {
  readonly marketplace: Marketplace
  readonly emptyTable: EmptyTable
  readonly printer: PrinterSimulator
  readonly random: () => number
  readonly scan: (text: string) => void
}): Robot {
  const { marketplace, printer, random } = parts
  const { control } = marketplace
  const facts = new Map<number, Fact>()
  /** The scan that no view has answered yet; `noteId`: the newest note before it. */
  let onTheWay: { readonly text: string; readonly noteId: string | undefined } | null = null
  let last: View | null = null
  let waitsForLabel: NodeJS.Timeout | null = null

  const things = new Map<number, Thing>()
  const thing = (id: number): Thing | undefined => {
    if (!things.has(id)) for (const one of control.things()) things.set(one.orderId, one)
    return things.get(id)
  }
  const printed = (text: string | null): boolean => printer.labels.some(label => labelText(label) === text)
  const fact = (id: number): Fact => {
    const known = facts.get(id) ?? { codes: {}, packed: false }
    facts.set(id, known)
    return known
  }

  function learn({ order, feedback }: View): void {
    if (order !== null) {
      const codes = order.steps.flatMap(({ kind, value }) =>
        value !== null && META_KEYS.some(key => key === kind) ? [[kind, value] as const] : []
      )
      fact(order.id).codes = Object.fromEntries(codes)
    }
    if (feedback.message.code === 'packed') fact(feedback.message.orderId).packed = true
  }

  /** A question may take the place of the word "packed": what has been delivered was packed too. */
  function unpacked(): readonly Thing[] {
    const { supplies, dbsOrders, pickupOrders } = control.state()
    const left = [...dbsOrders, ...pickupOrders].filter(({ supplierStatus }) => !AT_TABLE.includes(supplierStatus))
    const delivered = new Set([
      ...supplies.flatMap(({ done, orderIds }) => (done ? orderIds : [])),
      ...left.map(({ id }) => id)
    ])
    return control.things().filter(({ orderId }) => facts.get(orderId)?.packed !== true && !delivered.has(orderId))
  }

  /** The true answer: the label lies there or it doesn't. */
  function truth(view: View): string {
    const { message } = view.feedback
    if (message.code !== 'labelInHand') return random() < 0.5 ? 'VRSTK-YES' : 'VRSTK-NO'
    if (message.supply !== undefined) return printed(message.supply.remoteId) ? 'VRSTK-YES' : 'VRSTK-NO'
    const { orders, dbsOrders, pickupOrders } = control.state()
    const own = [...dbsOrders, ...pickupOrders].find(({ id }) => id === message.orderId)
    const theirs = orders.find(({ id }) => id === message.orderId)?.sticker.barcode ?? null
    const sticker = own === undefined ? theirs : parcelBarcode(own.id)
    if (sticker === null) throw new Error(`whose label is meant: ${JSON.stringify(message)}?`)
    if (!printed(sticker)) return 'VRSTK-NO'
    return random() < 0.5 ? 'VRSTK-YES' : sticker
  }

  function next(view: View): string | null {
    if (view.feedback.face === 'ask') return truth(view)
    if (view.order === null) return parts.emptyTable({ view, control, random, unpacked: unpacked() })
    const unit = thing(view.order.id)
    if (unit === undefined) return null
    // A hand that errs: somebody else's code, or a step back.
    const foreign = random() < 0.03 ? pick(random, [...things.values()]) : undefined
    if (foreign?.markingCode !== undefined && isMistake(foreign, unit)) return foreign.markingCode
    if (random() < 0.02) return 'VRSTK-UNDO'
    const move = nextMove(view, unit)
    switch (move.kind) {
      case 'scan':
        return move.text
      case 'label':
        return view.order.sticker?.barcode ?? null
      case 'ask':
        return null
      case 'wait':
        // A refusal stays on the stage until it is seen, and what comes next stands behind it.
        return view.feedback.face === 'refused' ? 'VRSTK-ACKNOWLEDGE' : null
    }
  }

  /** The code of another unit of the product is as good as the unit's own until that one is packed: no station can tell. */
  function isMistake(foreign: Thing, unit: Thing): boolean {
    return foreign.article !== unit.article || facts.get(foreign.orderId)?.packed === true
  }

  function act(view: View): void {
    // What is scanned before the scanner is ready is lost.
    if (view.scanners[0]?.state !== 'ready') return
    // A printer at work: what comes out of it decides the answer.
    if (view.feedback.face === 'ask' && printer.held() > 0) {
      waitsForLabel ??= setTimeout(() => {
        waitsForLabel = null
        act(view)
      }, 10)
      return
    }
    const text = next(view)
    if (text === null) return
    onTheWay = { text, noteId: view.notes[0]?.id }
    parts.scan(text)
  }

  function stopWaiting(): void {
    if (waitsForLabel !== null) clearTimeout(waitsForLabel)
    waitsForLabel = null
  }

  return {
    see(view) {
      learn(view)
      last = view
      stopWaiting()
      if (onTheWay !== null && view.notes[0]?.id === onTheWay.noteId) return
      onTheWay = null
      act(view)
    },
    check(orders) {
      const told = new Map(orders.map(order => [order.id, order]))
      const wasUndoing = onTheWay?.text === 'VRSTK-UNDO'
      const complaints = [...facts].flatMap(([id, { codes, packed }]) => {
        const order = told.get(id)
        if (order === undefined) return [`${id} is not known`]
        const here = new Map(order.codes.map(({ key, value }) => [key, formatForPerson(value)]))
        const lost = META_KEYS.filter(key => codes[key] !== undefined && here.get(key) !== codes[key])
        return [
          ...(packed && !isPacked(order) ? [`${id} was packed and is ${order.life}`] : []),
          ...(wasUndoing ? [] : lost.map(key => `${id} lost its ${key}`))
        ]
      })
      // What was decided and not beeped any more is seen on the screen now.
      for (const order of orders) if (isPacked(order)) fact(order.id).packed = true
      return complaints
    },
    forget() {
      onTheWay = null
      stopWaiting()
    },
    describe: () => {
      const { feedback, order, batch, network, counts, printers } = last ?? {}
      const left = unpacked().map(({ orderId }) => orderId)
      return JSON.stringify({ feedback, order, batch, network, counts, printers, onTheWay, left })
    },
    isDone: () => unpacked().length === 0
  }
}

/** Supplies one after another: all of one, then the next. */
export function supplyAfterSupply({ view, control, random, unpacked }: Surroundings): string | null {
  if (view.batch !== null && view.counts.packable > 0) {
    if (random() < 0.02) return 'VRSTK-SUPPLY-DONE'
    return pick(random, unpacked)?.barcode ?? null
  }
  if (view.batch !== null && view.batch.packed > 0) return 'VRSTK-SUPPLY-DONE'
  const waiting = new Set(unpacked.map(({ orderId }) => orderId))
  const left = control.state().supplies.filter(({ done, orderIds }) => !done && orderIds.some(id => waiting.has(id)))
  return pick(random, left)?.id ?? (view.counts.fresh > 0 ? 'VRSTK-NEW-SUPPLY' : null)
}

/** A heap of all schemes: whatever comes to hand, in the supply or round that it is for. */
export function heapOfAll({ view, random, unpacked }: Surroundings): string | null {
  const { face, message, note } = view.feedback
  if (note?.code === 'otherSupply') return 'VRSTK-YES'
  if (face === 'refused') return 'VRSTK-ACKNOWLEDGE'
  switch (message.code) {
    case 'roundPacked':
    case 'allPacked':
      return 'VRSTK-SUPPLY-DONE'
    case 'openSupply':
    case 'resumeSupply':
      if (note?.code === 'leftSupply' && (view.counts.fresh === 0 || random() < 0.5)) return 'VRSTK-YES'
      return view.counts.fresh > 0 ? 'VRSTK-NEW-SUPPLY' : (pick(random, unpacked)?.barcode ?? null)
    case 'scanItem':
    case 'roundOpened':
    case 'supplyOpened':
      if (view.counts.fresh > 0 && random() < 0.2) return 'VRSTK-NEW-SUPPLY'
      return pick(random, unpacked)?.barcode ?? 'VRSTK-NEXT'
    default:
      return 'VRSTK-NEXT'
  }
}

function pick<T>(random: () => number, list: readonly T[]): T | undefined {
  return list[Math.floor(random() * list.length)]
}

function isPacked({ life }: Told): boolean {
  return life === 'packed' || life === 'shipped'
}
