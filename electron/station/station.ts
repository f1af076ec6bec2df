import type { BenchEvent } from '../../shared/domain/bench.ts'
import { isSame } from '../../shared/domain/same.ts'
import { withPatch, type SettingsPatch } from '../../shared/domain/settings.ts'
import type { Events, EventName } from '../../shared/contract/contract.ts'
import type { ListTopic } from '../../shared/contract/topics.ts'
import { viewOf } from '../../shared/view/view-of.ts'
import type { View } from '../../shared/view/view.ts'
import { ProductCards } from './cards/product-cards.ts'
import { Core } from './core/core.ts'
import { DiskWatch } from './core/disk-watch.ts'
import { settleIntents, settleLabels, settleRows } from './core/after-stop.ts'
import { deviceView } from './methods/device-view.ts'
import { Intake } from './scanning/intake.ts'
import { noteLead, takesLeadsWord } from './lead/gate.ts'
import { createGate } from './lead/create-gate.ts'
import type { IdleLock } from './lead/idle-lock.ts'
import type { LeadDoor } from './lead/lead-door.ts'
import { settleByHand } from './marketplace/settle.ts'
import { CompletedOrders } from './marketplace/completed.ts'
import { Network } from './marketplace/network.ts'
import type { Clock, DevicesPort, KeptBuyer, LabelsPort, MarketplacePort, StorePort } from './ports/ports.ts'
import type { StationOptions } from './station-options.ts'
import { Printing } from './printing/printing.ts'
import { Readings } from './core/readings.ts'
import { Sender } from './marketplace/sender.ts'
import { StatusCheck } from './marketplace/status-check.ts'
import { Sync } from './marketplace/news.ts'
import type { PointsWish } from './marketplace/lacking.ts'

/** A packing station at work: the core with its outbox, printer, scanners and news; started once, closed once. */
export class Station {
  readonly core: Core
  readonly network = new Network()
  readonly readings = new Readings(() => this.#emit())
  readonly clock: Clock
  readonly store: StorePort
  readonly marketplace: MarketplacePort
  readonly labels: LabelsPort
  readonly devices: DevicesPort
  readonly intake: Intake
  readonly completed: CompletedOrders
  readonly lead: LeadDoor
  readonly products: ProductCards
  readonly lock: IdleLock
  readonly eraseCopies: StationOptions['eraseCopies']
  readonly #options: Omit<StationOptions, 'loaded'>
  readonly #printing: Printing
  readonly #sender: Sender
  readonly #disk: DiskWatch
  readonly #sync: Sync
  readonly #listeners = new Set<<E extends EventName>(name: E, payload: Events[E]) => void>()
  readonly #isDamaged: boolean
  #damagedRows: number
  #revision: number
  #emitting = false

  constructor(options: StationOptions) {
    const { loaded, ...kept } = options
    const { store, clock, log, marketplace, labels, newId, dayOf } = kept
    this.#options = kept
    this.#revision = options.nextRevision()
    this.clock = clock
    this.store = store
    this.marketplace = marketplace
    this.labels = labels
    this.devices = options.devices
    this.eraseCopies = options.eraseCopies
    const lastSeq = store.intents({ pending: false, offset: 0, limit: 1 })[0]?.seq ?? 0
    this.#isDamaged = loaded.isDamaged
    const { lead, lock } = createGate(options, {
      core: () => this.core,
      onLock: () => this.intake.test.stop(),
      onChange: topics => this.#emit(topics)
    })
    this.lead = lead
    this.lock = lock
    this.#damagedRows = store.damagedRows().length
    this.core = new Core({ clock, log, store, newId, dayOf, loaded, lastSeq, mayOverride: () => lead.isAnyIn() })
    this.#disk = new DiskWatch({
      store,
      clock,
      log,
      bench: () => this.core.bench,
      onChange: () => this.#emit(),
      onBack: () => this.#goOn()
    })
    const shared = { core: this.core, network: this.network, marketplace, clock, log }
    marketplace.onRead(news => this.readings.take(news))
    const statusCheck = new StatusCheck(clock, orderIds => this.#sync.readStatuses(orderIds))
    this.#sender = new Sender({ ...shared, newId, statusCheck, onParked: () => this.#emit(['queue']) })
    this.#sync = new Sync({ ...shared, store, readings: this.readings })
    const goods = { cards: options.cards, pictures: options.pictures, store: store.cards }
    this.products = new ProductCards({ ...shared, ...goods, newId, onChange: () => this.#emit(['cards']) })
    this.#printing = new Printing({ ...shared, store, labels, statusCheck, onState: () => this.#emit() })
    this.intake = new Intake({
      core: this.core,
      clock,
      log,
      changeSettings: patch => {
        this.changeSettings(patch).catch((error: unknown) => log.error({ error }, 'devices could not be changed'))
      },
      mayApply: () => takesLeadsWord(this, 'scannerTest.apply'),
      onChange: () => this.#emit(),
      toDesk: text => this.#toDesk(text),
      onLost: () => this.#disk.lost(),
      lock: this.lock
    })
    this.completed = new CompletedOrders({ marketplace, clock, onChange: () => this.#emit(['completed']) })
    this.network.onChange(() => this.#emit())
    this.core.onDecision((effects, _event, topics) => {
      // Feedback first: the packer sees and hears before anything is sent or printed.
      this.#emit(topics)
      for (const effect of effects) {
        if (effect.kind === 'fetchSticker') void this.#sync.fetchNow(effect.orderId)
        if (effect.kind === 'askStatus') statusCheck.after(effect.orderId)
        if (effect.kind === 'sendNow') this.#sender.sendNow(effect.supplyId)
        if (effect.kind === 'override') noteLead(this, null, effect.act, null)
      }
      this.#goOn()
    })
  }

  /** To the page that has a desk open; false: no page has. */
  #toDesk(text: string): boolean {
    const id = this.#options.newId()
    const page = this.#options.toDeskPage(id)
    if (page === null) return false
    for (const listener of this.#listeners) listener('deskScan', { page, id, text })
    return true
  }

  #goOn(): void {
    this.#sender.kick()
    this.#sync.kick()
    this.#printing.kick()
  }

  /** Opens the devices and the way to the marketplace; what a crash left open is settled first. */
  async start(): Promise<void> {
    settleIntents(this.core, this.store)
    if (this.#isDamaged) settleRows(this.core)
    this.#printing.recover()
    settleLabels(this.core, this.store)
    this.#disk.start()
    await this.useDevices()
    this.#sync.start()
    this.products.start()
    this.lock.begin()
    this.#sender.kick()
  }

  /** Stops in order: no more scans, nothing new sent or printed, what is on the way ends, then the files close. */
  async close(): Promise<void> {
    await this.intake.close()
    this.lock.close()
    this.#disk.close()
    this.completed.stop()
    this.#sync.close()
    // Together: closing the way to the marketplace is what ends a request that it leaves unanswered.
    await Promise.all([this.#sender.close(), this.#printing.close(), this.marketplace.close(), this.products.close()])
    await this.labels.close()
    this.store.close()
    this.#listeners.clear()
  }

  /** Puts the devices in use that the settings name now. */
  async useDevices(): Promise<void> {
    const { settings } = this.core.bench
    await this.intake.use(this.devices.scanners(settings))
    await this.#printing.use(this.devices.printers(settings))
    this.#emit()
  }

  /** One text that a person typed or a page sent; the same again within the repeat time counts once. */
  scan(text: string, deliveryId?: string): void {
    this.intake.typed(text, deliveryId)
  }

  /** Changes some settings, and puts other devices in use if they name some. */
  async changeSettings(part: SettingsPatch): Promise<void> {
    const before = this.core.bench.settings
    this.act({ kind: 'settings', settings: withPatch(before, part) })
    this.lock.watch()
    const { printers, scanners } = this.core.bench.settings
    if (!isSame([printers, scanners], [before.printers, before.scanners])) await this.useDevices()
  }

  /** Unix ms. */
  now(): number {
    return this.#options.clock.now()
  }

  /** A person's act. */
  act(event: BenchEvent): void {
    this.lock.alive()
    try {
      this.core.dispatch(event)
    } catch (error) {
      this.#disk.lost()
      throw error
    }
  }

  /** What is known of an order's buyer, for a person who asks; each look is on record. Null: nothing is, or can be told. */
  async buyerOf(orderId: number): Promise<KeptBuyer | null> {
    const order = this.core.bench.orders.get(orderId)
    if (order === undefined) return null
    this.core.note('buyerShown', orderId)
    return this.#sync.buyers.look(order)
  }

  /** A person wants the marketplace tried again now, and this one intent, if it is parked. */
  retryNow(intentId?: string): void {
    const intent = intentId === undefined ? undefined : this.core.outbox.get(intentId)
    if (intent !== undefined) this.#sender.resume([intent])
    this.core.outbox.hurry()
    this.#sender.kick()
    this.#sync.retry()
  }

  /** A person looks for a shipping point there. */
  wantPoints(wish: PointsWish): void {
    this.#sync.wantPoints(wish)
  }

  /** A person ends what needs one by hand (`settleByHand`). */
  settle(asked: Parameters<typeof settleByHand>[1]): boolean {
    const isSettled = settleByHand({ core: this.core, sender: this.#sender, now: this.now() }, asked)
    if (isSettled) this.#emit(['queue', 'history'])
    this.#sender.kick()
    return isSettled
  }

  /** A person knows which rows could not be read, and what that means. */
  seeDamage(): void {
    this.core.seeDamage()
    this.#damagedRows = 0
    this.#emit()
  }

  on(listener: <E extends EventName>(name: E, payload: Events[E]) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  view(): View {
    const { state } = this.network
    const { waiting, oldestAt, attention } = this.core.outbox.counts()
    const { year, month, day } = this.#options.dayOf(this.now())
    const view = viewOf(this.core.bench, {
      revision: this.#revision,
      mode: this.#options.mode,
      tokenExpiresAt: this.#options.tokenExpiresAt,
      isSandbox: this.#options.isSandbox,
      hasLead: this.lead.isSet,
      isLocked: this.lock.isLocked,
      network: {
        kind: state.kind,
        block: state.kind === 'blocked' ? state.why : null,
        status: state.kind === 'stranger' ? state.status : null,
        waiting,
        oldestAt,
        attention
      },
      news: this.readings.view,
      damagedRows: this.#damagedRows,
      clockOffMs: this.#options.clockOffMs(),
      printers: this.#printing.devices,
      scanners: this.intake.devices.map(deviceView),
      scannerTest: this.intake.test.view(),
      day: `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
    })
    const { said } = this.#disk
    // Nothing can be answered while nothing is taken.
    const isMute = said?.message.code === 'diskTrouble'
    return said === null ? view : { ...view, feedback: said, ...(isMute && { question: null, answers: [] }) }
  }

  #emit(topics: readonly ListTopic[] = []): void {
    // A listener that causes a decision sees its own, newer view; this older one need not go out again.
    if (this.#emitting) return
    this.#emitting = true
    try {
      this.#revision = this.#options.nextRevision()
      const view = this.view()
      for (const listener of this.#listeners) {
        listener('view', view)
        if (topics.length > 0) listener('lists', { revision: this.#revision, topics })
      }
    } finally {
      this.#emitting = false
    }
  }
}
