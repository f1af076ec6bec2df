import { OFFERED } from '../domain/questions.ts'
import type { Bench } from '../domain/bench.ts'
import type { Question } from '../domain/questions.ts'
import type { LeftSupply, Message } from '../domain/messages.ts'
import { CITIES } from '../domain/orders/cities.ts'
import { choicesFor } from '../domain/orders/shipping.ts'
import { SET_KEY } from '../domain/orders/orders.ts'
import type { ShippingPoint } from '../domain/orders/shipping.ts'
import {
  cityBarcode,
  commandBarcode,
  pointBarcode,
  REPRINT_REASONS,
  reprintReasonBarcode,
  SHELF_REASONS,
  shelfReasonBarcode
} from '../domain/scanning/commands.ts'
import type { Command } from '../domain/scanning/commands.ts'
import { firstNew, newHere } from '../domain/assembly/urgent.ts'
import { FBS, namedScheme } from '../domain/schemes/scheme.ts'
import type { OrderScheme, RoundScheme } from '../domain/schemes/scheme.ts'
import { supplyView } from './batch-view.ts'
import type { Answer } from './view.ts'

/** The barcodes that the stage offers: the answers to a question, or the way to begin. */
export function answersTo(bench: Bench): readonly Answer[] {
  const { question } = bench.table
  if (question !== null) return questionAnswers(question, knownPoints(bench, question))
  const { message, note } = bench.feedback
  if (note?.code === 'otherSupply') return commands('yes', 'no')
  const known = { bench, orders: bench.orders }
  if (note?.code === 'leftSupply') return leftAnswers(note, newHere(known), firstNew(known)?.scheme)
  if (bench.supplyId === null && !NOTHING_BEGINS.includes(message.code)) return [newBatch(firstNew(known)?.scheme)]
  return answersBeside(message)
}

/** Said with no supply open, and yet it is not the time to begin one. */
const NOTHING_BEGINS: readonly Message['code'][] = ['supplyClosing', 'scanBadge', 'badgeFirst']

/** "Yes" opens what is begun; new orders, of which the most urgent is of this scheme, may begin something new. */
export function leftAnswers({ name }: LeftSupply, fresh: number, scheme?: OrderScheme): readonly Answer[] {
  const open: Answer = { code: 'yes', barcode: commandBarcode('yes'), name }
  return [open, ...(fresh > 0 ? [newBatch(scheme)] : [])]
}

function newBatch(scheme: OrderScheme = FBS): Answer {
  return { code: 'newSupply', barcode: commandBarcode('newSupply'), ...namedScheme(scheme) }
}

function done(scheme?: RoundScheme): readonly Answer[] {
  return [{ code: 'supplyDone', barcode: commandBarcode('supplyDone'), ...(scheme && { scheme }) }]
}

/** The command that a message asks for, if it does, as a barcode beside it. */
export function answersBeside(message: Message): readonly Answer[] {
  if (message.code === 'allPacked') return done()
  if (message.code === 'allCancelled' || message.code === 'roundPacked') return done(message.scheme)
  if (message.code === 'scanPrintCommand') return commands('print')
  if (message.code === 'scanOptionalCode') return commands('next')
  if (message.code === 'scanCode' && message.key === SET_KEY && (message.place ?? 1) > 1) return commands('next')
  if (message.code === 'alreadyPacked' && message.canReopen === true) {
    return [{ code: 'undo', barcode: commandBarcode('undo'), isReopening: true }]
  }
  if (message.code === 'wavePrinting') return commands('undo')
  return []
}

/** What may be answered to a question, in the order in which it stands on the screen; `known`: points used before. */
export function questionAnswers(question: Question, known: readonly ShippingPoint[]): readonly Answer[] {
  switch (question.kind) {
    case 'whyShelf':
      return [...SHELF_REASONS.map(code => ({ code, barcode: shelfReasonBarcode(code) })), ...commands('no')]
    case 'whyReprint':
      return [...REPRINT_REASONS.map(code => ({ code, barcode: reprintReasonBarcode(code) })), ...commands('no')]
    case 'whichPoint':
      return pointAnswers(question, known)
    case 'replaceCode':
      return commands('yes', ...(question.key === SET_KEY ? (['oneMore'] as const) : []), 'no')
    case 'labelInHand':
    case 'cancelledInside':
    case 'oldLabels':
    case 'addBox':
    case 'emptySupply':
    case 'deliveryStuck':
    case 'gtinDiffers':
    case 'codesWarned':
    case 'supplyUnfinished':
    case 'wholeWave':
      return commands('yes', 'no')
  }
}

/** Points, or cities whose points are offered then; `next` shows others, `undo` goes a step back, `no` puts it off. */
function pointAnswers(
  { step }: Extract<Question, { readonly kind: 'whichPoint' }>,
  known: readonly ShippingPoint[]
): readonly Answer[] {
  switch (step.kind) {
    case 'known':
      return [...known.slice(0, OFFERED).map(pointAnswer), ...commands('next', 'no')]
    case 'city': {
      const cities = CITIES.slice(step.from, step.from + OFFERED).map((name, place) => ({
        code: 'city' as const,
        barcode: cityBarcode(step.from + place),
        name
      }))
      return [...cities, ...commands('next', ...(known.length > 0 ? (['undo'] as const) : []), 'no')]
    }
    case 'point': {
      const more = step.total > OFFERED ? (['next'] as const) : []
      return [...(step.offer ?? []).map(pointAnswer), ...commands(...more, 'undo', 'no')]
    }
  }
}

/** The points that were chosen before for a supply like the one that is asked about. */
function knownPoints(bench: Bench, question: Question): readonly ShippingPoint[] {
  const supply = question.kind === 'whichPoint' ? bench.supplies.get(question.supplyId) : undefined
  if (supply === undefined) return []
  const { warehouseId, cargoType } = supplyView(bench, supply)
  if (warehouseId === null || cargoType === null) return []
  return choicesFor(bench.shipping, warehouseId, cargoType).map(({ point }) => point)
}

/** A point as it is told from its neighbours; its city is known by then. */
function pointAnswer({ id, name, address, city }: ShippingPoint): Answer {
  const parts = address.split(', ')
  const street = (parts[0]?.endsWith(city) ? parts.slice(1) : parts).join(', ')
  return { code: 'shippingPoint', barcode: pointBarcode(id), name: `${name} · ${street}` }
}

function commands(...codes: readonly Command[]): readonly Answer[] {
  return codes.map(code => ({ code, barcode: commandBarcode(code) }))
}
