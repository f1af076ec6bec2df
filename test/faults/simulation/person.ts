import type { BoughtThing } from '../../../electron/practice/marketplace/orders/order-core.ts'
import { formatForPerson } from '../../../shared/domain/codes/gs1.ts'
import { META_KEYS } from '../../../shared/domain/orders/orders.ts'
import type { MetaKey } from '../../../shared/domain/orders/orders.ts'
import { parcelBarcode } from '../../../shared/domain/scanning/commands.ts'
import type { AnswerCode, View } from '../../../shared/view/view.ts'
import { nextMove } from '../../support/packer.ts'
import type { Slip } from './acts.ts'
import type { World } from './world.ts'

/** What a packer has seen and heard of an order. */
export interface Fact {
  codes: Partial<Record<MetaKey, string>>
  isPacked: boolean
}

/** A packer at the table: believes the screen alone, knows what lies there, and errs only when told to. */
export interface Person {
  readonly facts: ReadonlyMap<number, Fact>
  see(view: View): void
  /** What to scan as the screen stands; null: there is nothing to do but to wait. */
  next(view: View, pick: number): string | null
  slip(view: View, slip: Slip, pick: number): string | null
  /** Units of orders that live, and that nobody has seen packed. */
  unpacked(): readonly BoughtThing[]
  /** A station started: from now on it is believed what it says is packed, or not. */
  believe(orderId: number, isPacked: boolean): void
}

const ENDED: readonly string[] = ['complete', 'deliver', 'prepare', 'receive', 'reject', 'cancel', 'cancel_missed_call']
const DEAD: readonly string[] = [
  'canceled',
  'declined_by_client',
  'canceled_by_client',
  'defect',
  'canceled_by_missed_call'
]
/** Answers to whatever asks, the first that is offered. */
const USUAL: readonly AnswerCode[] = ['yes', 'lost', 'noCode', 'other', 'acknowledge', 'no']
const COMMANDS: Partial<Record<Slip, string>> = {
  undo: 'VRSTK-UNDO',
  skip: 'VRSTK-SKIP',
  next: 'VRSTK-NEXT',
  problem: 'VRSTK-PROBLEM',
  reprint: 'VRSTK-REPRINT',
  newSupply: 'VRSTK-NEW-SUPPLY',
  supplyDone: 'VRSTK-SUPPLY-DONE',
  yes: 'VRSTK-YES',
  no: 'VRSTK-NO',
  print: 'VRSTK-PRINT',
  wave: 'VRSTK-WAVE',
  acknowledge: 'VRSTK-ACKNOWLEDGE',
  garbage: '4600000000\u001d'
}

export function createPerson(world: World): Person {
  const facts = new Map<number, Fact>()
  const things = (): readonly BoughtThing[] => world.own.control.things()
  const thingOf = (id: number): BoughtThing | undefined => things().find(({ orderId }) => orderId === id)
  const printed = (text: string): boolean => world.devices.labels.includes(text)

  function fact(id: number): Fact {
    const known = facts.get(id) ?? { codes: {}, isPacked: false }
    facts.set(id, known)
    return known
  }

  function see({ order, feedback: { message } }: View): void {
    if (order !== null) {
      const codes = order.steps.flatMap(({ kind, value }) =>
        value !== null && META_KEYS.some(key => key === kind) ? [[kind, value] as const] : []
      )
      fact(order.id).codes = Object.fromEntries(codes)
      fact(order.id).isPacked = false
    }
    if (message.code === 'packed' || message.code === 'alreadyPacked') fact(message.orderId).isPacked = true
    if (message.code === 'reopened') fact(message.orderId).isPacked = false
  }

  function unpacked(): readonly BoughtThing[] {
    const { orders, dbsOrders, pickupOrders } = world.own.control.state()
    const over = [...orders, ...dbsOrders, ...pickupOrders].filter(
      ({ supplierStatus, wbStatus }) => ENDED.includes(supplierStatus) || DEAD.includes(wbStatus)
    )
    const gone = new Set(over.map(({ id }) => id))
    return things().filter(({ orderId }) => facts.get(orderId)?.isPacked !== true && !gone.has(orderId))
  }

  function stickerOf(orderId: number): string {
    const theirs = world.own.control.state().orders.find(({ id }) => id === orderId)
    return theirs?.sticker.barcode ?? parcelBarcode(orderId)
  }

  function inHand(text: string): string {
    return printed(text) ? 'VRSTK-YES' : 'VRSTK-NO'
  }

  /** The true answer, as far as there is one. */
  function answer(view: View): string | null {
    const asked = view.question ?? view.feedback.message
    switch (asked.code) {
      case 'labelInHand':
        if (asked.supply !== undefined) return inHand(asked.supply.remoteId)
        return asked.orderId === null ? 'VRSTK-NO' : inHand(stickerOf(asked.orderId))
      case 'gtinDiffers': {
        const unit = view.order === null ? undefined : thingOf(view.order.id)
        return unit?.markingCode?.includes(asked.gtin) === true ? 'VRSTK-YES' : 'VRSTK-NO'
      }
      case 'replaceCode': {
        const unit = view.order === null ? undefined : thingOf(view.order.id)
        const right = unit === undefined ? undefined : codeText(unit, asked.key)
        return right !== undefined && formatForPerson(right) === asked.value ? 'VRSTK-YES' : 'VRSTK-NO'
      }
      case 'supplyUnfinished':
        return 'VRSTK-NO'
      case 'wholeWave':
        return 'VRSTK-NO'
      default: {
        const usual = USUAL.map(code => view.answers.find(offered => offered.code === code)).find(Boolean)
        return usual?.barcode ?? view.answers[0]?.barcode ?? 'VRSTK-ACKNOWLEDGE'
      }
    }
  }

  function atEmptyTable({ feedback: { face, message, note }, counts }: View, pick: number): string | null {
    const left = unpacked()
    const some = left[pick % Math.max(1, left.length)]?.barcode
    if (note?.code === 'otherSupply') return 'VRSTK-YES'
    if (face === 'refused') return 'VRSTK-ACKNOWLEDGE'
    switch (message.code) {
      case 'roundPacked':
      case 'allPacked':
      case 'allCancelled':
        return 'VRSTK-SUPPLY-DONE'
      case 'openSupply':
      case 'resumeSupply':
        if (note?.code === 'leftSupply' && (counts.fresh === 0 || pick % 2 === 0)) return 'VRSTK-YES'
        return counts.fresh > 0 ? 'VRSTK-NEW-SUPPLY' : (some ?? null)
      case 'scanItem':
      case 'roundOpened':
      case 'supplyOpened':
        if (counts.fresh > 0 && pick % 7 === 0) return 'VRSTK-NEW-SUPPLY'
        return some ?? 'VRSTK-NEXT'
      default:
        return 'VRSTK-NEXT'
    }
  }

  function next(view: View, pick: number): string | null {
    if (view.feedback.face === 'ask' || view.question !== null) {
      // A printer at work: what comes out of it decides the answer.
      return world.devices.printer.held() > 0 ? null : answer(view)
    }
    if (view.order === null) return atEmptyTable(view, pick)
    const unit = thingOf(view.order.id)
    if (unit === undefined) return null
    const move = nextMove(view, unit)
    switch (move.kind) {
      case 'scan':
        return move.text
      case 'label': {
        const barcode = view.order.sticker?.barcode ?? ''
        return printed(barcode) ? barcode : null
      }
      case 'ask':
        return null
      case 'wait':
        return view.feedback.face === 'refused' ? 'VRSTK-ACKNOWLEDGE' : null
    }
  }

  /** The code of another unit of the product is as good as the unit's own until that one is packed: no station can tell. */
  function isMistake(foreign: BoughtThing, view: View): boolean {
    if (view.order === null || foreign.orderId === view.order.id) return false
    return foreign.article !== view.order.article || facts.get(foreign.orderId)?.isPacked === true
  }

  return {
    facts,
    see,
    next,
    unpacked,
    slip(view, slip, pick) {
      const all = things()
      const some = all[pick % Math.max(1, all.length)]
      switch (slip) {
        case 'foreignCode':
          return some !== undefined && isMistake(some, view) ? (some.markingCode ?? null) : null
        case 'foreignItem':
          return some?.barcode ?? null
        case 'someSticker': {
          const labels = world.devices.labels
          return labels[pick % Math.max(1, labels.length)] ?? null
        }
        case 'orderCode':
          return some?.orderCode ?? null
        default:
          return COMMANDS[slip] ?? null
      }
    },
    believe(orderId, isPacked) {
      fact(orderId).isPacked = isPacked
    }
  }
}

/** What a scanner reads off the unit for a key; undefined: nothing. */
export function codeText(thing: BoughtThing, key: MetaKey): string | undefined {
  return key === 'sgtin' ? thing.markingCode : thing[key]
}
