import { createHash } from 'node:crypto'
import { usualPrinter } from '../../../shared/domain/printing/printers.ts'
import type { View } from '../../../shared/view/view.ts'
import type { Act, Shift } from './acts.ts'
import { readToken } from '../../../shared/domain/account/token.ts'
import type { AccountView } from '../../../shared/contract/account-methods.ts'
import { finish } from './finish.ts'
import { hurtPrinter } from './hurt-printer.ts'
import { createPerson, type Person } from './person.ts'
import type { Breach } from './promises.ts'
import { checkAtStart, checkShift } from './checks.ts'
import type { Witness } from './evidence.ts'
import { createWorld, StuckError, type World } from './world.ts'

/** What became of a shift. */
export interface Outcome {
  readonly breach: Breach | null
  readonly scans: number
  readonly lives: number
  readonly requests: number
  readonly packed: number
  /** Of all requests in the order of their arrival: whose, what they asked for, and the status of the answer (SHA-256). */
  readonly hash: string
}

/** Between a scan and the look at what it did (ms). */
const REACTION_MS = 30
/** How long a PC is down after the program died (ms). */
const DOWN_MS = 1500

class BreachError extends Error {
  readonly breach: Breach

  constructor(breach: Breach) {
    super(`${breach.promise}: ${breach.what}`)
    this.breach = breach
  }
}

/** Lives through a shift, then has everything put right and finished; `look` sees a world that broke a promise before it is gone. */
export async function simulate(
  shift: Shift,
  look: (world: World, breach: Breach) => Promise<void> = async () => {}
): Promise<Outcome> {
  const world = createWorld(shift.seed, shift.startAt)
  const person = createPerson(world)
  const witness: Witness = { scans: 0, notes: new Map(), lastScan: null }
  const stage: Stage = { world, person, witness, healing: new Set(), isOwn: true }
  world.onView(view => {
    person.see(view)
    if (stage.isOwn) for (const { id, at } of view.notes) witness.notes.set(id, at)
  })
  try {
    await setUp(stage)
    for (const act of shift.acts) {
      await world.pass(act.pauseMs ?? 0)
      await perform(stage, act)
      await revive(stage)
    }
    for (const heal of stage.healing) heal()
    await world.pass(1)
    expectNone(await finish({ ...stage, revive: () => revive(stage), scan: text => scan(stage, text) }))
    expectNone(await checkShift(world, person, witness))
    return outcome(stage, null)
  } catch (error) {
    if (error instanceof BreachError) {
      await look(world, error.breach)
      return outcome(stage, error.breach)
    }
    if (error instanceof StuckError) return outcome(stage, { promise: 'P10', what: error.message })
    throw error
  } finally {
    world.close()
  }
}

interface Stage {
  readonly world: World
  readonly person: Person
  readonly witness: Witness
  /** What ends the troubles that are there now. */
  readonly healing: Set<() => void>
  /** The own seller's orders are at the table. */
  isOwn: boolean
}

function outcome({ world, person, witness }: Stage, breach: Breach | null): Outcome {
  const packed = [...person.facts.values()].filter(({ isPacked }) => isPacked).length
  const hash = createHash('sha256')
  for (const { shop, method, path, text, status } of world.wire.seen) {
    hash.update(`${JSON.stringify([shop === world.own, method, path, text, status])}\n`)
  }
  const requests = world.wire.seen.length
  return { breach, scans: witness.scans, lives: world.lives, requests, packed, hash: hash.digest('hex') }
}

function expectNone(breaches: readonly Breach[]): void {
  const [first] = breaches
  if (first !== undefined) throw new BreachError(first)
}

async function setUp({ world }: Stage): Promise<void> {
  world.own.control.setLateStickers({ oneIn: 9, times: 2 })
  await world.start()
  const link = { kind: 'tcp', host: '127.0.0.1', port: 9100 } as const
  const printers = [usualPrinter({ id: '1', name: 'Zebra', link })]
  await world.call('settings.set', { repeatMs: 0, pollSeconds: 60, printers })
}

/** Starts the station again where it died, and looks at what it still knows. */
async function revive({ world, person, witness }: Stage): Promise<void> {
  for (let starts = 0; !world.isUp(); starts += 1) {
    if (starts > 20) throw new StuckError('the station does not come up')
    await world.pass(DOWN_MS)
    await world.start()
    await comeBack(world)
    if (world.isUp()) expectNone(await checkAtStart(world, person, witness))
  }
}

/** A person sees to it that the own seller's orders are packed: the disk or the network may have been in the way. */
async function comeBack(world: World): Promise<void> {
  for (let tries = 0; world.isUp(); tries += 1) {
    const account = await world.call('account.get', undefined)
    if (account === null || isOwn(world, account)) return
    if (tries > 100) throw new StuckError(`the own seller can’t be entered: ${JSON.stringify(account)}`)
    if (account.trouble === null) await world.call('account.connect', { token: world.own.token, keep: 'always' })
    else await world.call('account.mend', { how: 'again' })
    await world.pass(tries === 0 ? 0 : 30_000)
  }
}

function isOwn({ own }: World, { kind, sellerId }: AccountView): boolean {
  const facts = readToken(own.token)
  return kind === 'live' && facts.kind === 'ok' && sellerId === facts.sellerId
}

async function scan({ world, witness }: Stage, text: string): Promise<View | null> {
  const before = world.view()
  if (before === null || !world.devices.scan(text)) return null
  witness.scans += 1
  witness.lastScan = text
  await world.pass(REACTION_MS)
  const after = world.view()
  if (after !== null) {
    const isHeard = after.notes[0]?.id !== before.notes[0]?.id
    const { code } = after.feedback.message
    const isRed = code === 'diskTrouble' || code === 'notWritten'
    if (!isHeard && !isRed) {
      throw new BreachError({ promise: 'P10', what: `the scan of ${text} was met with nothing` })
    }
    witness.lastScan = null
  }
  return after
}

async function perform(stage: Stage, act: Act): Promise<void> {
  const { world, person } = stage
  const { wire, own, disk } = world
  const view = world.view()
  switch (act.kind) {
    case 'work':
    case 'slip': {
      if (view?.mode !== 'live') return
      const text = act.kind === 'work' ? person.next(view, act.pick) : person.slip(view, act.slip, act.pick)
      if (text !== null) await scan(stage, text)
      return
    }
    case 'orders':
      own.control.addOrders(act.count, { scheme: act.scheme })
      return
    case 'cancel': {
      const thing = pickOf(own.control.things(), act.pick)
      if (thing !== undefined) own.control.cancelOrder(thing.orderId, act.how)
      return
    }
    case 'callOff': {
      const thing = pickOf(own.control.things(), act.pick)
      if (thing !== undefined) await world.call('orders.cancel', { orderId: thing.orderId })
      return
    }
    case 'handOver':
      return handOver(stage, act.pick, act.outcome)
    case 'outage':
      wire.weather.isUp = false
      return until(stage, act.forMs, () => void (wire.weather.isUp = true))
    case 'slow': {
      wire.weather.tripMs = act.tripMs
      return until(stage, act.forMs, () => void (wire.weather.tripMs = 60))
    }
    case 'late':
      wire.weather.late += act.answers
      return
    case 'dropped':
      own.control.setFaults(
        act.when === 'before' ? { dropBeforeCommit: act.requests } : { dropReplyAfterCommit: act.requests }
      )
      return
    case 'errors':
      own.control.setFaults(act.of === 'all' ? { refuse5xx: act.requests } : { refuseWrites: act.requests })
      return
    case 'stranger': {
      const { status, page, path, afterCommit, requests } = act
      own.control.setStrangers([{ status, page, path, afterCommit, requests }])
      return
    }
    case 'neighbour':
      return world.wire.neighbour(act.requests)
    case 'processing':
      for (let n = 0; n < act.times; n += 1) {
        own.control.planRefusal('/api/v3/supplies/{supplyId}/deliver', 409, {
          code: 'SupplyIsProcessing',
          message: 'Поставка обрабатывается, повторите запрос позже'
        })
      }
      return
    case 'verdict': {
      const marked = own.control.things().flatMap(({ markingCode }) => markingCode ?? [])
      const code = pickOf(marked, act.pick)
      if (code !== undefined) own.control.planDecision(code, act.decision)
      return
    }
    case 'printer':
      return hurtPrinter(world.devices, act.fault, heal => until(stage, act.forMs, heal))
    case 'disk':
      disk.why = act.why
      return until(stage, act.forMs, () => void (disk.why = null))
    case 'folderGone':
      world.hideFolder(true)
      return until(stage, act.forMs, () => world.hideFolder(false))
    case 'clock':
      world.clock.jump(act.byMs)
      return
    case 'restart':
      return world.stop()
    case 'kill':
      if (act.at === 'now') world.kill()
      else world.planKill(act.at, act.more)
      return
    case 'dyingStart':
      world.kill()
      world.planKill(act.at, act.more)
      return
    case 'seller':
      // Whoever finds no files begins anew: that is no fault of a disk.
      world.hideFolder(false)
      stage.isOwn = false
      await world.call('account.connect', { token: world.other.token, keep: 'thisRun' })
      await world.pass(act.forMs)
      await comeBack(world)
      stage.isOwn = true
      return
    case 'pass':
      return world.pass(act.forMs)
  }
}

/** A trouble that ends by itself, or when all is put right. */
function until({ world, healing }: Stage, forMs: number, heal: () => void): void {
  healing.add(heal)
  world.clock.after(forMs, () => {
    healing.delete(heal)
    heal()
  })
}

async function handOver({ world }: Stage, pick: number, outcome: 'receive' | 'reject'): Promise<void> {
  const { dbsOrders, pickupOrders } = world.own.control.state()
  const out = [
    ...dbsOrders.filter(({ supplierStatus }) => supplierStatus === 'deliver'),
    ...pickupOrders.filter(({ supplierStatus }) => supplierStatus === 'prepare')
  ]
  const order = pickOf(out, pick)
  if (order === undefined) return
  if ('passcode' in order) await world.call('orders.identify', { orderId: order.id, passcode: order.passcode })
  const code = 'code' in order ? order.code : null
  await world.call('orders.handOver', { orderId: order.id, outcome, code })
}

function pickOf<T>(list: readonly T[], pick: number): T | undefined {
  return list[pick % Math.max(1, list.length)]
}
