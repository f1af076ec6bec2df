import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compose } from '../../../electron/compose.ts'
import type { Composition } from '../../../electron/host.ts'
import { createMarketplace } from '../../../electron/practice/marketplace/marketplace.ts'
import type { MarketplaceOptions, ShopFloor } from '../../../electron/practice/marketplace/marketplace.ts'
import { makePracticeToken } from '../../../electron/practice/marketplace/http/token.ts'
import { createRandom } from '../../../electron/practice/marketplace/orders/random.ts'
import type { Random } from '../../../electron/practice/marketplace/orders/random.ts'
import type { StorePort } from '../../../electron/station/ports/ports.ts'
import type { CallResult, Input, MethodName, Output } from '../../../shared/contract/contract.ts'
import type { View } from '../../../shared/view/view.ts'
import { hostFor } from '../../support/station-calls.ts'
import { createVirtualClock, everybodySettled } from '../../support/virtual-clock.ts'
import type { VirtualClock } from '../../support/virtual-clock.ts'
import { storeOpener, type Disk } from './balky-store.ts'
import { clockOf, createLifeLine, type LifeLine } from './life-line.ts'
import { createTableDevices, type TableDevices } from './table-devices.ts'
import { createWire, type Wire } from './wire.ts'

const NOBODY = 'http://127.0.0.1:9'
/** Nothing that the page asks for takes longer (ms of virtual time). */
const CALL_LIMIT_MS = 10 * 60_000
const LOOK_MS = 50
const MEMORY = '/dev/shm'

/** What a station that answers nothing any more throws: a bug in itself. */
export class StuckError extends Error {}

interface Running {
  readonly life: LifeLine
  readonly composition: Composition
}

/** Everything around the station, and the station that is at work, if any. */
export interface World {
  readonly clock: VirtualClock
  readonly random: Random
  readonly own: ShopFloor
  readonly other: ShopFloor
  readonly wire: Wire
  readonly devices: TableDevices
  readonly disk: Disk
  /** Of the seller's token now, or another's. */
  readonly vault: { token: string | null }
  /** What the marketplace's clock said at first (Unix ms). */
  readonly startAt: number
  /** Starts so far. */
  readonly lives: number
  /** Lines at level `error` of the programs' logs so far, the living one's included. */
  errors(): readonly string[]
  /** Hears of each view. */
  onView(listener: (view: View) => void): void
  /** The last one; null: no station is up. */
  view(): View | null
  isUp(): boolean
  /** Brings a station up, unless one is; it may die on the way. */
  start(): Promise<void>
  /** Ends it in order. */
  stop(): Promise<void>
  kill(): void
  /** How the life ends that is now, or is to come next. */
  planKill(...end: Parameters<LifeLine['plan']>): void
  /** Moves the folder with the seller's files away, or back. */
  hideFolder(isHidden: boolean): void
  /** Null: the station died, or refused the call. */
  call<N extends MethodName>(name: N, input: Input<N>): Promise<Output<N> | null>
  pass(ms: number): Promise<void>
  close(): void
}

/** Its token reads no product cards: their pictures lie in files that are read and written in a time of their own. */
function openShop(options: Pick<MarketplaceOptions, 'seed' | 'orders' | 'now' | 'monotonic'>): ShopFloor {
  const token = makePracticeToken(options.seed, options.now(), { content: false })
  return createMarketplace({ ...options, seller: 'abroad', token })
}

export function createWorld(seed: number, startAt: number): World {
  const clock = createVirtualClock(startAt, everybodySettled)
  const trueTime = (): number => startAt + clock.monotonic()
  const times = { now: trueTime, monotonic: () => clock.monotonic() }
  const own = openShop({ seed: 3, orders: 0, ...times })
  const other = openShop({ seed: 1009, orders: 3, ...times })
  const random = createRandom(seed ^ 0x5bd1e995)
  const wire = createWire({ clock, random, shops: [own, other] })
  const devices = createTableDevices(clock)
  const disk: Disk = { why: null }
  const vault = { token: own.token as string | null }
  const root = mkdtempSync(join(existsSync(MEMORY) ? MEMORY : tmpdir(), 'verstak-sim-'))
  const stores: StorePort[] = []
  const errors: string[] = []
  let onView = (_view: View): void => undefined
  let running: Running | null = null
  let view: View | null = null
  let lives = 0
  let planned: Parameters<LifeLine['plan']> | null = null
  let folders = 0
  let ids = 0
  let folder = newFolder()
  const hidden = newFolder()

  function newFolder(): string {
    const path = join(root, `pc-${(folders += 1)}`)
    mkdirSync(path)
    return path
  }

  /** What the disk holds at this moment is what the next life finds; the dying one goes on writing where nobody looks. */
  function leaveFolder(): void {
    hideFolder(false)
    const next = newFolder()
    // SQLite's index of its log is made anew from the log.
    cpSync(folder, next, { recursive: true, filter: path => !path.endsWith('-shm') && !path.endsWith('logs') })
    noteErrors()
    folder = next
    running = null
    view = null
  }

  function errorsHere(): readonly string[] {
    const file = join(folder, 'logs', 'verstak.log')
    const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
    return lines.filter(line => line.includes('"level":50'))
  }

  function noteErrors(): void {
    errors.push(...errorsHere())
    rmSync(join(folder, 'logs'), { recursive: true, force: true })
  }

  function hideFolder(isHidden: boolean): void {
    if (isHidden && running === null) return
    const [from, to] = isHidden ? [folder, hidden] : [hidden, folder]
    for (const name of readdirSync(from)) {
      if (name.startsWith('seller-')) renameSync(join(from, name), join(to, name))
    }
  }

  /** Waits for the station, while time goes on; null: it died meanwhile. */
  async function during<T>(what: string, life: LifeLine, work: Promise<T>): Promise<T | null> {
    let result: { readonly value: T } | { readonly error: unknown } | null = null
    work.then(
      value => void (result = { value }),
      (error: unknown) => void (result = { error })
    )
    const ended = (): typeof result => result
    for (let waited = 0; ; waited += LOOK_MS) {
      await clock.advance(0)
      const end = ended()
      if (life.isCut) return null
      if (end !== null) {
        if ('error' in end) throw end.error
        return end.value
      }
      if (waited > CALL_LIMIT_MS) throw new StuckError(`${what} does not end`)
      await clock.advance(LOOK_MS)
    }
  }

  async function start(): Promise<void> {
    if (running !== null) return
    hideFolder(false)
    letGo()
    lives += 1
    const life = createLifeLine(leaveFolder)
    if (planned !== null) life.plan(...planned)
    planned = null
    const openDevices = devices.opener(life)
    const openStore = storeOpener({ disk, life, opened: store => void stores.push(store) })
    const machine = {
      clock: clockOf(clock, life),
      newId: () => `id-${(ids += 1)}`,
      openStore,
      openDevices,
      // Their thread has a time of its own.
      startBackups: () => ({ stop: () => Promise.resolve(), eraseBuyers: () => Promise.resolve(0) })
    }
    const host = hostFor({ dataDirectory: folder, marketplaceUrl: NOBODY, vault })
    const composing = compose({
      host: { ...host, http: wire.portOf(life) },
      practice: false,
      machine
    })
    const composition = await during('the start', life, composing)
    if (composition === null) return
    running = { life, composition }
    composition.api.on((name, payload) => {
      if (name !== 'view' || life.isCut) return
      view = payload as View
      onView(view)
    })
    const first = await call('view.get', undefined)
    if (first !== null) onView((view = first))
  }

  /** Closes what the dead had open. */
  function letGo(): void {
    for (const store of stores.splice(0)) store.close()
  }

  async function call<N extends MethodName>(name: N, input: Input<N>): Promise<Output<N> | null> {
    if (running === null) return null
    const { life, composition } = running
    const result: CallResult<MethodName> | null = await during(name, life, composition.api.invoke(name, input, 'page'))
    // The station answers a name with that name's output; the union of all names can't say so.
    return result?.ok === true ? (result.value as Output<N>) : null
  }

  return {
    clock,
    random,
    own,
    other,
    wire,
    devices,
    disk,
    vault,
    startAt,
    get lives() {
      return lives
    },
    errors: () => [...errors, ...errorsHere()],
    onView: listener => void (onView = listener),
    view: () => view,
    isUp: () => running !== null,
    start,
    async stop() {
      if (running === null) return
      hideFolder(false)
      const { life, composition } = running
      const ended = await during('the end', life, composition.close())
      if (ended === null) return
      noteErrors()
      stores.length = 0
      running = null
      view = null
    },
    kill: () => running?.life.cut(),
    planKill(...end) {
      if (running === null) planned = end
      else running.life.plan(...end)
    },
    hideFolder,
    call,
    pass: ms => clock.advance(ms),
    close() {
      running?.life.cut()
      letGo()
      rmSync(root, { recursive: true, force: true })
    }
  }
}
