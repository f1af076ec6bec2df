import { assertNever } from '../../../../shared/domain/assert.ts'
import type { BenchEvent } from '../../../../shared/domain/bench.ts'
import type { PointStep } from '../../../../shared/domain/questions.ts'
import type { Step } from '../../../../shared/domain/step.ts'
import { lanesOf } from '../../../../shared/domain/intents.ts'
import type { Intent, IntentBody } from '../../../../shared/domain/intents.ts'
import { META_KEYS } from '../../../../shared/domain/orders/orders.ts'
import type { MetaKey } from '../../../../shared/domain/orders/orders.ts'
import {
  cityBarcode,
  pointBarcode,
  reprintReasonBarcode,
  shelfReasonBarcode
} from '../../../../shared/domain/scanning/commands.ts'
import { ownSticker } from '../../../../shared/domain/schemes/own-sticker.ts'
import { EMPTY_BOOK } from '../../../../shared/domain/orders/shipping.ts'
import type { ShippingBook } from '../../../../shared/domain/orders/shipping.ts'
import type { Action } from './actions.ts'
import {
  codeFor,
  DBS,
  inRound,
  markingCode,
  MUG,
  newDesk,
  newOrder,
  NOW,
  order,
  OTHER_SUPPLY,
  PICKUP,
  round,
  SCARF,
  point,
  russianBook
} from './support.ts'
import type { Desk, Watcher } from './support.ts'

/** Whose account a world is: one in Russia knows points, or none yet. */
export const SELLERS = ['abroad', 'russian', 'russianAnew'] as const
export type Seller = (typeof SELLERS)[number]

const POINTS = [point(11), point(12, { fulfilment: true })] as const
const BOOKS: { readonly [S in Seller]: ShippingBook } = {
  abroad: EMPTY_BOOK,
  russian: russianBook(...POINTS),
  russianAnew: russianBook()
}

/** Orders of two products and three schemes with all kinds of needs, in two supplies, two rounds and in none. */
export function newWorld(watch?: Watcher, seller: Seller = 'abroad'): Desk {
  const scarf = { skus: [SCARF], article: 'scarf', chrtId: 2 } as const
  return newDesk(
    {
      shipping: BOOKS[seller],
      orders: [
        order(1, { requiredMeta: ['sgtin'] }),
        order(2, { requiredMeta: ['sgtin'] }),
        order(3),
        order(4, { ...scarf, requiredMeta: ['imei', 'uin'] }),
        order(5, { ...scarf, requiredMeta: ['gtin', 'expiration'], optionalMeta: ['sgtin'] }),
        newOrder(6, { requiredMeta: ['sgtin'] }),
        newOrder(7, scarf),
        order(8, { requiredMeta: ['sgtin'] }, { supplyId: OTHER_SUPPLY }),
        order(9, { ...scarf, metaKnown: false }, { sticker: null }),
        newOrder(10, { ...scarf, unknownMeta: ['veterinary'] }),
        inRound(11, DBS, 'claimed', { requiredMeta: ['sgtin'] }),
        inRound(12, PICKUP, 'claimed', scarf),
        inRound(13, DBS, 'claimed', scarf),
        newOrder(14, scarf, { scheme: PICKUP, sticker: ownSticker(14, PICKUP) })
      ],
      rounds: [round('dbs'), round('pickup')]
    },
    watch
  )
}

/** Lets one action happen; what does not make sense now does not happen. */
export function perform(desk: Desk, action: Action, seed: number): void {
  switch (action.kind) {
    case 'help':
      return help(desk, seed)
    case 'scan':
      return void desk.scan(action.text)
    case 'event':
      return void desk.act(action.event)
    case 'settings': {
      const { kind: _, ...changed } = action
      return void desk.act({ kind: 'settings', settings: { ...desk.bench.settings, ...changed } })
    }
    case 'printer':
      return printer(desk, action)
    case 'outbox':
      return void outbox(desk, action)
    case 'sticker':
      return void desk.stickersCome(action.orderId)
    case 'verdict':
      return void desk.act(verdict(desk, action.orderId, action.decision))
    case 'listed': {
      const { facts, supplierStatus, wbStatus } = desk.order(action.orderId)
      const status = action.cancelled ? 'cancel' : supplierStatus
      const seen = { facts, supplierStatus: status, wbStatus, supplyRemoteId: action.supplyRemoteId }
      return void desk.act({ kind: 'ordersSeen', orders: [seen] })
    }
    case 'supplyGone': {
      const seen = {
        remoteId: action.supplyId,
        name: '',
        createdAt: NOW,
        done: action.supplyId !== 'none',
        cargoType: 1
      }
      return void desk.act({ kind: 'suppliesSeen', supplies: [seen] })
    }
    default:
      return assertNever(action)
  }
}

/** What a patient packer does about what the stage says, as far as it is in his hands. */
export function help(desk: Desk, seed: number): void {
  const { message, face } = desk.bench.feedback
  const { question, orderId } = desk.bench.table
  if (question !== null) return answer(desk)
  if (face === 'refused') return void desk.command('acknowledge')
  if (orderId === null) return helpOnEmptyTable(desk, seed)
  const current = desk.order(orderId)
  switch (message.code) {
    case 'scanProduct':
      return void desk.scan(current.facts.skus[0] ?? '')
    case 'scanCode':
      return void desk.scan(freshCode(message.key, current.facts.skus[0] ?? '', seed))
    case 'scanOptionalCode':
      return void desk.command('next')
    case 'scanPrintCommand':
      return void desk.command('print')
    case 'scanStickerBack':
      return void desk.scan(current.sticker?.barcode ?? '')
    case 'waitSticker':
      if (!current.facts.metaKnown) desk.act(verdict(desk, orderId, 'required'))
      return void desk.stickersCome(orderId)
    case 'printing':
    case 'waitPrinter':
      return desk.printAll()
    default:
      return void desk.command('acknowledge')
  }
}

function helpOnEmptyTable(desk: Desk, seed: number): void {
  const { supplies, supplyId, orders } = desk.bench
  const [intent] = desk.waiting
  if (intent !== undefined && seed % 3 === 0) return void desk.carryOut(intent)
  const unjudged = [...orders.all()].find(
    ({ life, codes, supplyId }) =>
      life === 'packed' &&
      supplies.get(supplyId ?? '')?.state === 'closing' &&
      META_KEYS.some(key => codes[key]?.state === 'accepted' && codes[key].decision === null)
  )
  if (unjudged !== undefined) return void desk.act(verdict(desk, unjudged.facts.id, 'sgtinIntroduced'))
  if (supplyId === null) {
    const open = [...supplies.values(), ...desk.bench.rounds.values()].find(batch => batch.state === 'open')
    return void (open === undefined ? desk.command('newSupply') : desk.act({ kind: 'openSupply', supplyId: open.id }))
  }
  if (seed % 9 === 0) desk.command('supplyDone')
  else desk.scan(seed % 4 === 0 ? SCARF : MUG)
}

function answer(desk: Desk): void {
  const { question } = desk.bench.table
  if (question?.kind === 'whyReprint') desk.scan(reprintReasonBarcode('lost'))
  else if (question?.kind === 'whyShelf') desk.scan(shelfReasonBarcode('damaged'))
  else if (question?.kind === 'whichPoint') answerPoint(desk, question.step)
  else desk.command('yes')
}

/** Scans what the stage offers; the first city, where nothing is known yet. */
function answerPoint(desk: Desk, step: PointStep): void {
  switch (step.kind) {
    case 'known':
      return void desk.scan(pointBarcode(desk.bench.shipping.routes[0]?.choices[0]?.point.id ?? 0))
    case 'city':
      return void desk.scan(cityBarcode(step.from))
    case 'point':
      if (step.offer === null) return desk.pointsCome(step.city, ...POINTS)
      return void desk.scan(pointBarcode(step.offer[0]?.id ?? 0))
  }
}

function freshCode(key: MetaKey, barcode: string, seed: number): string {
  return key === 'sgtin' ? markingCode(1000 + seed, barcode) : codeFor(key, 1000 + seed)
}

function printer(desk: Desk, { pick, outcome }: Extract<Action, { kind: 'printer' }>): void {
  const jobs = [...desk.bench.jobs.values()].filter(
    job => job.state.kind === 'intended' || job.state.kind === 'sending'
  )
  const job = jobs[pick % Math.max(1, jobs.length)]
  if (job === undefined) return
  const jobId = job.id
  // Labels leave one at a time; only one that has not left fails or waits.
  if (job.state.kind === 'intended' && ['sent', 'confirmed', 'uncertain'].includes(outcome)) {
    desk.act({ kind: 'jobSending', jobId, printer: 'Zebra' })
  }
  const events: Readonly<Record<typeof outcome, BenchEvent>> = {
    sending: { kind: 'jobSending', jobId, printer: 'Zebra' },
    sent: { kind: 'jobSent', jobId },
    confirmed: { kind: 'jobConfirmed', jobId, by: 'printer' },
    uncertain: { kind: 'jobUncertain', jobId, why: 'noAnswer' },
    waiting: { kind: 'jobWaiting', jobId, fault: 'paperOut' },
    failed: { kind: 'jobFailed', jobId, why: 'badLabel' },
    expired: { kind: 'labelsExpired', jobIds: [jobId] }
  }
  desk.act(events[outcome])
}

const REFUSALS: { readonly [K in IntentBody['kind']]?: readonly string[] } = {
  deliverSupply: [
    ...([
      'MetaValidationFail',
      'SupplyShippingRequired',
      'FulfillmentSupplyBoxesRequired',
      'InvalidShippingDt'
    ] as const),
    ...(['SupplyHasZeroOrders', 'NotFound', 'SupplyIsProcessing', 'SupplyAlreadyScanned', 'NeverHeardOf'] as const)
  ],
  setShipping: [
    ...(['FulfillmentRequired', 'NotFound', 'IncorrectRequestBody', 'InvalidShippingDt'] as const),
    ...(['SupplyAlreadyScanned', 'NeverHeardOf'] as const)
  ]
}

function outbox(desk: Desk, { pick, refused }: Extract<Action, { kind: 'outbox' }>): Step | undefined {
  const ready = firstInLanes(desk.waiting).filter(({ body }) => {
    const isHomeless = 'supplyId' in body && body.kind !== 'createSupply' && remoteIdOf(desk, body.supplyId) === null
    return !isHomeless
  })
  const intent = ready[pick % Math.max(1, ready.length)]
  if (intent === undefined) return undefined
  const { body } = intent
  if (!refused) return desk.carryOut(intent)
  const refusals = REFUSALS[body.kind] ?? ['StatusMismatch']
  const code = refusals[pick % refusals.length] ?? 'StatusMismatch'
  const blamed = body.kind === 'deliverSupply' && code === 'MetaValidationFail' ? body.orderIds.slice(0, 1) : []
  return desk.turnDown(intent, code, blamed)
}

function remoteIdOf(desk: Desk, supplyId: string): string | null {
  return desk.bench.supplies.get(supplyId)?.remoteId ?? null
}

function firstInLanes(intents: readonly Intent[]): readonly Intent[] {
  const taken = new Set<string>()
  return intents.filter(({ body }) => {
    const lanes = lanesOf(body)
    const isFirst = lanes.every(lane => !taken.has(lane))
    for (const lane of lanes) taken.add(lane)
    return isFirst
  })
}

function verdict(desk: Desk, orderId: number, decision: string | null): BenchEvent {
  const { codes, facts } = desk.order(orderId)
  const keys = facts.metaKnown ? META_KEYS.filter(key => codes[key] !== undefined) : (['imei'] as const)
  const details = keys.map(key => ({ key, values: codes[key]?.values ?? [], decision }))
  return { kind: 'metaSeen', metas: [{ orderId, details }] }
}
