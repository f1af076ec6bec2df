import { reduce } from '../../../../shared/domain/assembly/reduce.ts'
import type { Bench, BenchEvent, MetaSeen } from '../../../../shared/domain/bench.ts'
import type { BenchContext, Effect, Step } from '../../../../shared/domain/step.ts'
import { badgeBarcode } from '../../../../shared/domain/scanning/commands.ts'
import type { Command } from '../../../../shared/domain/scanning/commands.ts'
import { sameGtin } from '../../../../shared/domain/codes/identifiers.ts'
import type { Intent, IntentBody } from '../../../../shared/domain/intents.ts'
import type { Message } from '../../../../shared/domain/messages.ts'
import type { Order } from '../../../../shared/domain/orders/orders.ts'
import type { PrintDoubt, PrintJob } from '../../../../shared/domain/printing/print-jobs.ts'
import { decodeScan } from '../../../../shared/domain/scanning/scan.ts'
import type { ShippingPoint } from '../../../../shared/domain/orders/shipping.ts'
import { newBench, NOW, stickerOf, TODAY } from './builders.ts'
import type { BenchParts } from './builders.ts'
import { freezeBench } from './frozen.ts'

export * from './builders.ts'

/** A station around the rules, all in memory: its clock, its register of codes, its outbox and its printer. */
export interface Desk {
  readonly bench: Bench
  /** What the last event did. */
  readonly step: Step
  readonly message: Message
  /** `face code`: how the stage looks and what it says. */
  readonly said: string
  /** Every label that was ever decided on, oldest first. */
  readonly prints: readonly PrintJob[]
  /** Every change that was ever queued for the marketplace. */
  readonly queued: readonly IntentBody[]
  readonly register: ReadonlyMap<string, { readonly orderId: number; readonly at: number }>
  order(id: number): Order
  act(event: BenchEvent): Step
  scan(...texts: readonly string[]): Step
  command(name: Command): Step
  badge(id: string): Step
  /** The printer takes every label that waits or is on its way, and counts it out. */
  printAll(): void
  /** The printer takes every waiting label and nobody knows what became of it. */
  loseAll(why?: PrintDoubt): void
  /** The marketplace carries out what is queued. */
  sendAll(): void
  /** The marketplace turns the newest queued change of this kind down. */
  refuse(kind: IntentBody['kind'], code: string, culprits?: readonly number[], metas?: readonly MetaSeen[]): void
  /** What is queued and neither carried out nor turned down, oldest first. */
  readonly waiting: readonly Intent[]
  carryOut(intent: Intent): Step
  turnDown(intent: Intent, code: string, culprits: readonly number[], metas?: readonly MetaSeen[]): Step
  /** The marketplace's list of a city's shipping points is here. */
  pointsCome(city: string, ...found: readonly ShippingPoint[]): void
  /** Time passes without anything happening (ms). */
  wait(ms: number): void
  stickersCome(...orderIds: readonly number[]): Step
  /** The newest job of the order's sticker. */
  job(orderId: number): PrintJob
}

/** Hears of every decision: the bench before it, the event, and what came of it. */
export type Watcher = (before: Bench, event: BenchEvent, step: Step) => void

/** Sets up a desk; every event is one second after the one before it. Writing into a bench throws. */
export function newDesk(parts: BenchParts = {}, watch: Watcher = () => {}): Desk {
  let bench = freezeBench(newBench(parts))
  let step: Step = { bench, changed: [], changedJobs: [], effects: [], feedback: null }
  let now = NOW
  let ids = 0
  const prints: PrintJob[] = []
  const queued: IntentBody[] = []
  const waiting: Intent[] = []
  const points = new Map<string, readonly ShippingPoint[]>()
  const register = new Map<string, { readonly orderId: number; readonly at: number }>()
  for (const order of bench.orders.all()) {
    if (order.life === 'cancelled' || order.life === 'returned') continue
    for (const [key, code] of Object.entries(order.codes)) {
      if (!isUnique(key)) continue
      for (const value of code.values) register.set(value, { orderId: order.facts.id, at: code.at })
    }
  }

  function act(event: BenchEvent): Step {
    now += 1000
    const context: BenchContext = {
      now,
      today: TODAY,
      mayOverride: parts.mayOverride ?? true,
      newId: () => `id-${String(++ids).padStart(6, '0')}`,
      codeUse: code => register.get(code) ?? null,
      cardGtins: chrtId => parts.cardGtins?.[chrtId] ?? [],
      shippingPoints: (city, _cargoType, from, most) => {
        const found = points.get(city)
        return found === undefined ? null : { points: found.slice(from, from + most), total: found.length }
      },
      productWords: facts => ({ name: '', size: '', place: '', ...parts.words?.[facts.chrtId] }),
      gtinOwners: gtin =>
        Object.entries(parts.cardGtins ?? {})
          .filter(([, gtins]) => gtins.some(one => sameGtin(one, gtin)))
          .map(([chrtId]) => ({ chrtId: Number(chrtId), article: `card ${chrtId}` }))
    }
    step = reduce(bench, event, context)
    const before = bench
    bench = freezeBench(step.bench)
    watch(before, event, step)
    for (const effect of [...step.effects].toSorted(releasesFirst)) take(effect)
    return step
  }

  function take(effect: Effect): void {
    switch (effect.kind) {
      case 'queue':
        queued.push(effect.body)
        waiting.push({
          id: `intent-${queued.length}`,
          seq: queued.length,
          body: effect.body,
          bornAt: now,
          packerId: null,
          state: { kind: 'waiting', attempts: 0, why: null }
        })
        return
      case 'print':
        prints.push(effect.job)
        return
      case 'bindCode': {
        const use = register.get(effect.code)
        if (use !== undefined && use.orderId !== effect.orderId) throw new Error(`code of ${use.orderId} bound again`)
        register.set(effect.code, { orderId: effect.orderId, at: now })
        return
      }
      case 'releaseCode':
        register.delete(effect.code)
        return
      case 'askStatus':
      case 'fetchSticker':
      case 'override':
      case 'sendNow':
        return
    }
  }

  function carryOut(intent: Intent): Step {
    waiting.splice(waiting.indexOf(intent), 1)
    const remoteId = intent.body.kind === 'createSupply' ? `WB-GI-2${intent.seq}` : null
    const amount = intent.body.kind === 'addBoxes' ? intent.body.amount : 0
    const boxIds = Array.from({ length: amount }, (_, place) => `WB-TRBX-${intent.seq}${place}`)
    return act({ kind: 'intentDone', intent, remoteId, boxIds })
  }

  function turnDown(intent: Intent, code: string, culprits: readonly number[], metas: readonly MetaSeen[] = []): Step {
    waiting.splice(waiting.indexOf(intent), 1)
    return act({ kind: 'intentRefused', intent, code, message: `no: ${code}`, culprits, metas })
  }

  function waitingJobs(): readonly PrintJob[] {
    return [...bench.jobs.values()].filter(job => job.state.kind === 'intended' || job.state.kind === 'sending')
  }

  return {
    get bench() {
      return bench
    },
    get step() {
      return step
    },
    get message() {
      return bench.feedback.message
    },
    get said() {
      return `${bench.feedback.face} ${bench.feedback.message.code}`
    },
    prints,
    queued,
    register,
    order(id) {
      const order = bench.orders.get(id)
      if (order === undefined) throw new Error(`no order ${id}`)
      return order
    },
    act,
    scan(...texts) {
      for (const text of texts) act({ kind: 'scan', scan: decodeScan(text) })
      return step
    },
    command: name => act({ kind: 'command', command: name }),
    badge: id => act({ kind: 'scan', scan: decodeScan(badgeBarcode(id)) }),
    printAll() {
      for (const { id } of waitingJobs()) {
        act({ kind: 'jobSending', jobId: id, printer: 'Zebra' })
        act({ kind: 'jobConfirmed', jobId: id, by: 'printer' })
      }
    },
    loseAll(why = 'noAnswer') {
      for (const { id } of waitingJobs()) {
        act({ kind: 'jobSending', jobId: id, printer: 'Zebra' })
        act({ kind: 'jobUncertain', jobId: id, why })
      }
    },
    sendAll() {
      for (const intent of waiting.slice()) carryOut(intent)
    },
    refuse(kind, code, culprits = [], metas = []) {
      const intent = waiting.findLast(one => one.body.kind === kind)
      if (intent === undefined) throw new Error(`no ${kind} is waiting`)
      turnDown(intent, code, culprits, metas)
    },
    wait: ms => void (now += ms),
    pointsCome(city, ...found) {
      points.set(city, found)
      act({ kind: 'pointsSeen', city, cargoType: 1 })
    },
    waiting,
    carryOut,
    turnDown,
    stickersCome: (...orderIds) =>
      act({
        kind: 'stickersSeen',
        stickers: orderIds.map(orderId => ({ orderId, sticker: stickerOf(orderId) }))
      }),
    job(orderId) {
      const jobs = [...bench.jobs.values()].filter(
        job => job.source.kind === 'sticker' && job.source.orderId === orderId
      )
      const newest = jobs.toSorted((a, b) => b.seq - a.seq)[0]
      if (newest === undefined) throw new Error(`no label of ${orderId}`)
      return newest
    }
  }
}

export function isUnique(key: string): boolean {
  return key === 'sgtin' || key === 'imei' || key === 'uin'
}

/** As the store writes them: one decision may move a code from one order to another. */
function releasesFirst(a: Effect, b: Effect): number {
  return Number(b.kind === 'releaseCode') - Number(a.kind === 'releaseCode')
}
