import type { AccountView, ConnectResult, DataTrouble, Mend } from '../../shared/contract/account-methods.ts'
import type { EventName, Events, MethodName, Output, Parsed } from '../../shared/contract/contract.ts'
import { defaultSettings, withPatch } from '../../shared/domain/settings.ts'
import type { Settings } from '../../shared/domain/settings.ts'
import { readToken, type Authorization } from '../../shared/domain/account/token.ts'
import type { PracticeHeap } from '../host.ts'
import { createHandlers } from '../station/methods/methods.ts'
import type { Handlers } from '../station/methods/methods.ts'
import { refusalOf } from '../station/lead/gate.ts'
import { pageHandlers } from './page-handlers.ts'
import type { Engine, Surroundings } from './engine.ts'
import { beginAnew, keepAsItIs, restoreBackup, troubleOf } from '../store/mend.ts'
import { databaseOf, keepsWork, probeToken, refuseToken, startLive } from './live.ts'
import { setupView } from './setup.ts'

const NO_ACCOUNT = { kind: 'none', sellerId: null, expiresAt: null, sandbox: false, tokenType: null } as const

export interface Accounts {
  start(practice: boolean): Promise<void>
  /** Null: the page may call it now, and what only a lead may is written down with who does it. */
  refusal(name: MethodName, input: unknown, page: string): 'needsLead' | 'locked' | null
  /** This page is gone, or begins anew. */
  left(page: string): void
  /** Runs a method with an input that the contract has parsed; throws what the method throws. */
  call(name: MethodName, input: unknown, page: string): Promise<Output<MethodName>>
  on(listener: Listener): () => void
  close(): Promise<void>
}

/** A token on its way in; what to do with the vault once it is, and how it stood in its header when it was accepted. */
interface Attempt {
  readonly token: string
  readonly keep: 'always' | 'thisRun' | 'asItIs'
  readonly tried: Authorization | null
}

type Listener = <E extends EventName>(name: E, payload: Events[E]) => void
type AccountMethod = Extract<MethodName, `account.${string}`>
type SomeHandlers = Partial<Handlers<MethodName>>

/** Which station is at work: none before the first account, practice, or a seller's; the page keeps one address for all. */
export function createAccounts(around: Surroundings, heap: PracticeHeap): Accounts {
  const { host, clock, log, nextRevision, desks } = around
  const listeners = new Set<Listener>()
  let engine: Engine | null = null
  /** Of the account that is at work, or was last in this run. */
  let lastToken: string | null = null
  let handlers: SomeHandlers = {}
  /** The token whose files could not be used. */
  let stuck: (Attempt & { readonly trouble: DataTrouble }) | null = null
  let setupSettings: Settings = defaultSettings()
  /** Changes of account happen one after another, whoever asks how often. */
  let changing: Promise<unknown> = Promise.resolve()

  const tell: Listener = (name, payload) => {
    for (const listener of listeners) listener(name, payload)
  }

  async function leave(): Promise<void> {
    stuck = null
    const former = engine
    engine = null
    handlers = setupHandlers()
    if (former === null) return
    const { settings } = former.station.core.bench
    setupSettings = { ...setupSettings, ...looksOf(settings) }
    if (former.account.kind === 'live') setupSettings = { ...setupSettings, authorization: settings.authorization }
    await former.close()
  }

  async function enter(start: () => Promise<Engine>): Promise<void> {
    await leave()
    const next = await start().catch((error: unknown) => {
      // The former station is gone all the same: the page must not go on showing it.
      tell('view', setupView(setupSettings, nextRevision(), clock.now()))
      throw error
    })
    engine = next
    handlers = { ...createHandlers(next.station), ...next.practice }
    next.station.on(tell)
    tell('view', next.station.view())
  }

  async function enterLive(token: string, tried: Authorization | null): Promise<void> {
    const former = lastToken ?? (await host.vault.read())
    await enter(() => startLive(around, { token, former, tried }))
    lastToken = token
  }

  /** Enters, unless the files of its seller can't be used: then that is remembered, with what could be done. */
  async function attempt({ token, keep, tried }: Attempt, how: Mend = 'again'): Promise<ConnectResult> {
    try {
      mend(pathOf(token), how)
      await enterLive(token, tried)
    } catch (error) {
      const trouble = troubleOf(error, pathOf(token))
      if (trouble === null) throw error
      log.error({ error, why: trouble.why }, 'the files of this seller can’t be used')
      stuck = { token, keep, tried, trouble }
      return { kind: 'trouble', trouble }
    }
    if (keep !== 'asItIs') await host.vault.write(keep === 'always' ? token : null)
    return { kind: 'ok', account: await accountView() }
  }

  function pathOf(token: string): string {
    const facts = readToken(token)
    return databaseOf(around, facts.kind === 'ok' ? facts.sellerId : '')
  }

  async function startPractice(): Promise<void> {
    // Loaded only when somebody practises: a seller's station never needs it.
    const practice = await import('./practice.ts')
    await enter(() => practice.startPractice(around, heap, setupSettings.language))
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = changing.then(work)
    changing = result.catch(() => undefined)
    return result
  }

  async function accountView(): Promise<AccountView> {
    const vault = await host.vault.strength()
    const trouble = stuck?.trouble ?? null
    return { ...(engine?.account ?? NO_ACCOUNT), vault, keepsWork: keepsWork(host.dataDirectory), trouble }
  }

  /** Whose token the marketplace has just accepted is the seller, here as there. */
  function admitSeller(result: ConnectResult, page: string): ConnectResult {
    if (result.kind === 'ok') engine?.station.lead.admitSeller(page)
    return result
  }

  function setupHandlers(): SomeHandlers {
    return {
      'view.get': () => setupView(setupSettings, nextRevision(), clock.now()),
      'settings.set': part => {
        setupSettings = withPatch(setupSettings, part)
        tell('view', setupView(setupSettings, nextRevision(), clock.now()))
      }
    }
  }

  const accountHandlers: Handlers<AccountMethod> = {
    'account.get': accountView,
    'account.connect': ({ token, keep }) =>
      inTurn(async () => {
        const former = engine?.account.kind === 'live' ? engine.station.core.bench.settings : setupSettings
        const { authorization } = former
        const refusal = await refuseToken(around, token, authorization)
        if (refusal !== null) return { ...refusal, kind: 'refused' }
        return attempt({ token, keep, tried: authorization })
      }),
    'account.mend': ({ how }) =>
      inTurn(async () => {
        if (stuck === null) return { kind: 'ok', account: await accountView() }
        const { token, keep, tried } = stuck
        return attempt({ token, keep, tried }, how)
      }),
    'account.practise': () => inTurn(startPractice),
    'account.leave': () =>
      inTurn(async () => {
        if (engine?.account.kind === 'live') await host.vault.write(null)
        await leave()
        tell('view', setupView(setupSettings, nextRevision(), clock.now()))
      })
  }

  return {
    start: practice =>
      inTurn(async () => {
        handlers = setupHandlers()
        if (practice) return startPractice()
        const token = await host.vault.read()
        if (token === null || !(await isUsable(token))) return
        await attempt({ token, keep: 'asItIs', tried: null })
      }),
    refusal(name, input, page) {
      if (engine === null || (name === 'account.connect' && isOwn(engine, input))) return null
      return refusalOf(engine.station, page, name, input)
    },
    left(page) {
      const isScanLost = desks.left(page)
      engine?.station.lead.leave(page)
      if (!isScanLost) return
      try {
        engine?.station.act({ kind: 'deskScanLost' })
      } catch (error) {
        // A disk that takes nothing is told on the stage, and there is nobody to answer here.
        log.error({ error }, 'that a scan was lost could not be told')
      }
    },
    async call(name, input, page) {
      const own: SomeHandlers = {
        ...pageHandlers({ page, desks, station: engine?.station }),
        'account.connect': async asked => admitSeller(await accountHandlers['account.connect'](asked), page)
      }
      const known: SomeHandlers = accountHandlers
      const handler = own[name] ?? known[name] ?? handlers[name]
      if (handler === undefined) throw new Error(`${name} is not to be had now`)
      // The contract parsed the input with the schema of this very name; the union of all handlers can't say so.
      return (handler as (value: unknown) => Output<MethodName> | Promise<Output<MethodName>>)(input)
    },
    on(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    close: () => inTurn(leave)
  }

  function mend(path: string, how: Mend): void {
    if (how !== 'again') log.warn({ how, path }, 'the database is mended')
    switch (how) {
      case 'again':
        return
      case 'restore':
        return restoreBackup(path, clock.now())
      case 'keep':
        return keepAsItIs(path, clock.now())
      case 'empty':
        return beginAnew(path, clock.now())
    }
  }

  /** A kept token that is no good any more leads to the first-run screen, which says why when it is entered again. */
  async function isUsable(token: string): Promise<boolean> {
    const facts = readToken(token)
    if (facts.kind === 'ok' && facts.expiresAt > clock.now()) return true
    // Run out by this PC's clock, which may be wrong: the marketplace knows.
    const why = facts.kind === 'bad' ? facts.why : (await probeToken(around, token, setupSettings.authorization))?.why
    const isOver = facts.kind === 'bad' || why === 'expired'
    if (isOver) log.warn({ why }, 'the kept token is no good')
    return !isOver
  }
}

/** The marketplace says whether the token is the seller's: whoever brings it is the seller, and needs no PIN. */
function isOwn({ account }: Engine, input: unknown): boolean {
  const { token } = input as Parsed<'account.connect'>
  const facts = readToken(token)
  return account.kind === 'live' && facts.kind === 'ok' && facts.sellerId === account.sellerId
}

function looksOf({ language, theme, textSize, volume }: Settings): Partial<Settings> {
  return { language, theme, textSize, volume }
}
