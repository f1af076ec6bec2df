import type { Intent } from '../../../shared/domain/intents.ts'
import { CANCELLED_AT_LAST } from '../../../shared/domain/orders/supplies.ts'
import type { Core } from '../core/core.ts'
import type { Network } from './network.ts'
import { fatesOf, halve, inParts, isPortioned, landingsOf } from '../core/portions.ts'
import type { PortionedIntent } from '../core/portions.ts'
import { afterFailure, isAtWork, isWorthTelling, MAX_ATTEMPTS } from './after-failure.ts'
import { whyOf } from './why-of.ts'
import { cancelledAtLast } from './last-look.ts'
import type { StatusCheck } from './status-check.ts'
import type { Decision, Pauses, Refusal, Tries } from './after-failure.ts'
import { wireOf } from './wire-intents.ts'
import type { Clock, Failure, Landed, Log, MarketplacePort, Reply, WireIntent, Written } from '../ports/ports.ts'

/** After the disk refused a row it is tried again in so long (ms). */
const DISK_PAUSE_MS = 5000
/** Intents on the way at once: enough to keep every limit group busy, few enough to read back after a crash. */
const IN_FLIGHT = 8

export interface SenderOptions {
  readonly core: Core
  readonly marketplace: MarketplacePort
  readonly network: Network
  readonly clock: Clock
  readonly log: Log
  readonly newId: () => string
  readonly statusCheck: Pick<StatusCheck, 'beforeLeaving'>
  /** Something was parked: a person has to be told. */
  readonly onParked: () => void
}

/** Carries the outbox to the marketplace: in order within a lane, each exactly once. */
export class Sender {
  readonly #options: SenderOptions
  /** Intents being sent or read back: none of them may start a second time. */
  readonly #inFlight = new Set<string>()
  /** By intent. */
  readonly #pauses = new Map<string, Pauses>()
  #closed = false
  #cancelTimer: (() => void) | null = null
  readonly #idle: (() => void)[] = []

  constructor(options: SenderOptions) {
    this.#options = options
    options.network.onChange(state => {
      if (state.kind !== 'online') return
      options.core.outbox.hurry()
      this.kick()
    })
  }

  /** Starts what may start; call it whenever something may have changed. */
  kick(): void {
    if (this.#closed || this.#options.network.state.kind !== 'online') return
    const { core, clock } = this.#options
    const { intents, nextDue } = core.outbox.ready(clock.monotonic(), IN_FLIGHT, this.#inFlight)
    for (const intent of intents) {
      const wire = wireOf(intent.body, core)
      if (wire !== null) void this.#run(intent, wire)
    }
    this.#cancelTimer?.()
    this.#cancelTimer =
      nextDue === null ? null : clock.after(Math.max(0, nextDue - clock.monotonic()), () => this.kick())
  }

  /** Stops starting; settles when what is on the way has ended. */
  async close(): Promise<void> {
    this.#closed = true
    this.#cancelTimer?.()
    if (this.#inFlight.size > 0) await new Promise<void>(resolve => this.#idle.push(resolve))
  }

  async #run(intent: Intent, wire: WireIntent): Promise<void> {
    this.#inFlight.add(intent.id)
    try {
      if (intent.state.kind === 'unknown') await this.#readBack(intent, wire)
      else await this.#send(intent, wire)
    } catch (error) {
      this.#options.log.error({ intent: intent.id, error }, 'outbox could not be written')
      this.#stumble(intent.id)
    } finally {
      this.#inFlight.delete(intent.id)
      if (this.#inFlight.size === 0) for (const resolve of this.#idle.splice(0)) resolve()
      this.kick()
    }
  }

  /** The disk refused a row: as after a restart, what was being sent is of unknown fate, and is settled later. */
  #stumble(id: string): void {
    const { core, clock } = this.#options
    core.outbox.delay(id, clock.monotonic() + DISK_PAUSE_MS)
    for (const lost of core.outbox.all()) {
      const { state } = lost
      // Parts of it that are under way by their names alone are lost with it.
      if (state.kind !== 'sending' || (lost.id !== id && this.#inFlight.has(lost.id))) continue
      core.outbox.adopt([{ ...lost, state: { kind: 'unknown', attempts: state.attempts } }])
      core.outbox.delay(lost.id, clock.monotonic() + DISK_PAUSE_MS)
    }
  }

  async #send(intent: Intent, wire: WireIntent): Promise<void> {
    const { core, marketplace, network } = this.#options
    if (intent.body.kind === 'deliverSupply') {
      const culprits = await cancelledAtLast(this.#options, intent.body.supplyId)
      if (culprits.length > 0) return this.#refused(intent, { code: CANCELLED_AT_LAST, message: '', culprits })
    }
    const attempts = attemptsOf(intent) + 1
    const sending: Intent = { ...intent, state: { kind: 'sending', attempts } }
    core.saveIntents([sending])
    const reply = await marketplace.send(wire)
    if (reply.kind !== 'ok') return this.#failed(sending, attempts, reply)
    network.answered()
    this.#written(sending, attempts, reply.value)
  }

  /** The marketplace answered: each order of the write goes on by what was said of it. */
  #written(intent: Intent, attempts: number, { results, ...made }: Written): void {
    const { core, newId } = this.#options
    if (!isPortioned(intent)) {
      const failure = results.flatMap(({ outcome }) => (outcome.kind === 'ok' ? [] : [outcome]))[0]
      return failure === undefined ? this.#done(intent, made) : this.#failed(intent, attempts, failure)
    }
    const { done, failed } = fatesOf(intent, results)
    const parts = inParts(intent, [done, ...failed.map(({ orderIds }) => orderIds)], newId)
    const rest = done.length === 0 ? parts : parts.slice(1)
    // On disk before what becomes of them: a crash between the two loses none.
    if (done.length > 0) this.#done(parts[0] ?? intent, made, rest)
    else core.saveIntents(rest)
    for (const [place, part] of rest.entries()) {
      const { failure } = failed[place] ?? {}
      if (failure !== undefined) this.#failed(part, attempts, failure)
    }
  }

  /** Its fate is unknown: it is looked up, and sent again only if it is not there. */
  async #readBack(intent: Intent, wire: WireIntent): Promise<void> {
    const { core, marketplace, network, clock } = this.#options
    const attempts = attemptsOf(intent)
    const reply = await marketplace.readBack(wire)
    // Who lets a look through may stop the write itself all the same.
    if (reply.kind !== 'ok') {
      this.#meet(intent.id, reply)
      network.failed(reply)
      const decision = afterFailure(reply, { attempts, ...this.#pausesOf(intent.id) })
      if (decision.kind !== 'retry' && decision.kind !== 'readBack') {
        return this.#park(intent, whyOf(reply), attempts)
      }
      core.outbox.delay(intent.id, clock.monotonic() + decision.inMs)
      // An answer that can't be read may be so for ever: such looks are counted.
      if (decision.kind === 'readBack') {
        core.saveIntents([{ ...intent, state: { kind: 'unknown', attempts: attempts + 1 } }])
      }
      return
    }
    network.answered()
    const { happened, orders, ...made } = reply.value
    if (happened === true) return this.#done(intent, made)
    if (isPortioned(intent) && orders !== undefined) return this.#found(intent, attempts, orders)
    if (happened === null) return this.#park(intent, 'cannotTell', attempts)
    core.saveIntents([{ ...intent, state: { kind: 'waiting', attempts, why: null } }])
  }

  /** A look has shown which orders the write has reached: the others are sent again, or a person has to tell. */
  #found(intent: PortionedIntent, attempts: number, orders: readonly Landed[]): void {
    const { core, newId } = this.#options
    const { done, again, unclear } = landingsOf(intent, orders)
    const parts = inParts(intent, [done, again, unclear], newId)
    const rest = parts.slice(done.length > 0 ? 1 : 0).map((part, place): Intent => {
      const isAgain = place === 0 && again.length > 0
      return { ...part, state: isAgain ? { kind: 'waiting', attempts, why: null } : part.state }
    })
    if (done.length > 0) this.#done(parts[0] ?? intent, {}, rest)
    else core.saveIntents(rest)
    const last = rest.at(-1)
    if (unclear.length > 0 && last !== undefined) this.#park(last, 'cannotTell', attempts)
  }

  #meet(id: string, reply: Reply<unknown>): void {
    const { strangers, processing } = this.#pausesOf(id)
    const why = 'why' in reply ? reply.why : null
    this.#pauses.set(id, {
      strangers: why === 'stranger' ? strangers + 1 : 0,
      processing: why === 'processing' ? processing + 1 : processing
    })
  }

  #pausesOf(id: string): Pauses {
    return this.#pauses.get(id) ?? { strangers: 0, processing: 0 }
  }

  /** `others`: rows that are written with it. */
  #done(intent: Intent, { remoteId, boxIds }: Omit<Written, 'results'>, others: readonly Intent[] = []): void {
    const { core, clock } = this.#options
    this.#pauses.delete(intent.id)
    const done: Intent = { ...intent, state: { kind: 'done', at: clock.now() } }
    const event = { kind: 'intentDone', intent: done, remoteId: remoteId ?? null, ...(boxIds && { boxIds }) } as const
    core.dispatch(event, { intents: [done, ...others] })
  }

  /** A person does not want what concerns this supply to wait any longer. */
  sendNow(supplyId: string): void {
    const { outbox } = this.#options.core
    this.resume(outbox.all().filter(({ body }) => 'supplyId' in body && body.supplyId === supplyId))
    outbox.hurrySupply(supplyId)
    this.kick()
  }

  /** A person wants these tried again: what was parked may have taken place, so it is looked up before it is sent. */
  resume(intents: readonly Intent[]): void {
    const parked = intents.filter(({ state }) => state.kind === 'parked')
    if (parked.length === 0) return
    this.#options.core.saveIntents(parked.map(intent => ({ ...intent, state: { kind: 'unknown', attempts: 0 } })))
  }

  /** A person ends what nothing could settle: it took place after all, or whatever waits for it goes on as after a refusal. */
  settle(intent: Intent, as: 'done' | 'dropped'): void {
    const { state } = intent
    if (as === 'done') return this.#done(intent, {})
    if (state.kind !== 'parked') return
    const withdrawn: Intent = { ...intent, state: { kind: 'withdrawn', at: this.#options.clock.now() } }
    this.#fail(withdrawn, { code: state.why, message: '', culprits: [] })
  }

  #refused(intent: Intent, refusal: Refusal): void {
    const { code, message } = refusal
    this.#fail({ ...intent, state: { kind: 'refused', code, message, at: this.#options.clock.now() } }, refusal)
  }

  /** `intent`: as it ends. */
  #fail(intent: Intent, { code, message, culprits, metas }: Refusal): void {
    const { core, clock } = this.#options
    this.#pauses.delete(intent.id)
    // What was meant for a supply that will never be has nowhere to go.
    const orphans: readonly Intent[] =
      intent.body.kind === 'createSupply' ? core.outbox.all().filter(other => concerns(other, intent)) : []
    const withdrawn = orphans.map(other => ({ ...other, state: { kind: 'withdrawn', at: clock.now() } as const }))
    const event = { kind: 'intentRefused', intent, code, message, culprits, ...(metas && { metas }) } as const
    core.dispatch(event, { intents: [intent, ...withdrawn] })
  }

  #failed(intent: Intent, tries: number, failure: Failure): void {
    const { core, clock, log, network, newId } = this.#options
    this.#meet(intent.id, failure)
    network.failed(failure)
    const pauses = this.#pausesOf(intent.id)
    // What a stranger answered was no try at the marketplace, and none that it put off has worn it.
    const attempts = pauses.strangers > 0 || isAtWork(failure) ? tries - 1 : tries
    const decision = decide(intent, failure, { attempts, ...pauses })
    log.info(
      { intent: intent.id, kind: intent.body.kind, failure: failure.kind, decision: decision.kind },
      'write ended'
    )
    switch (decision.kind) {
      case 'retry':
        core.outbox.delay(intent.id, clock.monotonic() + decision.inMs)
        core.saveIntents([{ ...intent, state: { kind: 'waiting', attempts, why: whyOf(failure) } }])
        if (isWorthTelling(failure, pauses) && 'supplyId' in intent.body) {
          core.dispatch({ kind: 'supplyProcessing', supplyId: intent.body.supplyId, since: intent.bornAt })
        }
        return
      case 'readBack':
        core.outbox.delay(intent.id, clock.monotonic() + decision.inMs)
        return core.saveIntents([{ ...intent, state: { kind: 'unknown', attempts } }])
      case 'park':
        return this.#park(intent, whyOf(failure), attempts)
      case 'refuse':
        if (isPortioned(intent) && intent.body.orderIds.length > 1) return core.saveIntents(halve(intent, newId))
        return this.#refused(intent, decision)
    }
  }

  #park(intent: Intent, why: string, attempts: number): void {
    this.#pauses.delete(intent.id)
    this.#options.core.saveIntents([{ ...intent, state: { kind: 'parked', why, attempts } }])
    this.#options.onParked()
  }
}

/** A supply that nobody wants is left alone after some time: it is in nobody's way. */
function decide(intent: Intent, failure: Failure, tries: Tries): Decision {
  const isVain = intent.body.kind === 'deleteSupply' && isWorthTelling(failure, tries)
  if (isVain) return { kind: 'refuse', code: 'SupplyIsProcessing', message: '', culprits: [] }
  return afterFailure(failure, tries)
}

function concerns(other: Intent, creation: Intent): boolean {
  return (
    other.id !== creation.id &&
    'supplyId' in other.body &&
    'supplyId' in creation.body &&
    other.body.supplyId === creation.body.supplyId
  )
}

function attemptsOf(intent: Intent): number {
  return 'attempts' in intent.state ? intent.state.attempts : MAX_ATTEMPTS
}
