import type { Input, MethodName, Output, StationBridge } from '../shared/contract/contract.ts'
import type { LabelCount } from '../shared/contract/method.ts'
import type { KeyStroke } from '../shared/domain/scanning/wedge.ts'
import type { PageStore } from './store.ts'

/** The methods that answer how many labels they print. */
export type PrintMethod = { [N in MethodName]: Output<N> extends LabelCount ? N : never }[MethodName]

/** The page's calls: a failed one shows itself on the page, so that callers need not. */
export interface Calls {
  /** Runs a command; true if it reached the station, whatever the rules say of it. */
  act<N extends MethodName>(name: N, input: Input<N>): Promise<boolean>
  /** As `act`; true only if the rules took it, too: what they say to it is no refusal. */
  take<N extends MethodName>(name: N, input: Input<N>): Promise<boolean>
  /** Runs a command that answers what became of it; null if it did not reach the station. */
  tell<N extends MethodName>(name: N, input: Input<N>): Promise<Output<N> | null>
  /** Has labels printed, and has the page say at once how many. */
  print<N extends PrintMethod>(name: N, input: Input<N>): Promise<void>
  /** Reads; null if the station refused. */
  ask<N extends MethodName>(name: N, input: Input<N>): Promise<Output<N> | null>
  /** Sends a keyboard-wedge scan under an id of its own: the same delivery twice counts once. */
  scan(keys: readonly KeyStroke[]): Promise<boolean>
  /** Hands a scan that a desk has no use for to the station, under an id of its own. */
  scanText(text: string, id?: string): Promise<boolean>
  /** Shows a text to the practice scanner: news of it is a scanner's too. */
  show(text: string): Promise<boolean>
  /** When the page last asked for something itself (ms of the page's monotonic clock); news after that came from a scanner. */
  lastActAt(): number
}

/** Asks for a lead's PIN at this page; false: nobody entered one, or it is asked for already. */
export function askForLead(store: PageStore): Promise<boolean> {
  if (store.getState().leadAsked !== null) return Promise.resolve(false)
  return new Promise(resolve => {
    const settle = (isIn: boolean): void => {
      store.setState({ leadAsked: null })
      resolve(isIn)
    }
    store.setState({ leadAsked: { settle } })
  })
}

/** The calls over one bridge, telling failures to the store. */
export function createCalls(station: StationBridge, store: PageStore): Calls {
  let lastAct = -Infinity
  async function run<N extends MethodName>(name: N, input: Input<N>) {
    let result = await station.invoke(name, input)
    if (!result.ok && result.error.kind === 'needsLead') {
      // Not done is what the person chose then: there is nothing to tell.
      if (!(await askForLead(store))) return result
      result = await station.invoke(name, input)
    }
    // A locked station says so over everything. What the disk did not take stands on the stage, in red, with what to do.
    const isLocked = !result.ok && result.error.kind === 'locked'
    const isTold =
      isLocked || (!result.ok && result.error.kind === 'notWritten' && store.getState().view?.mode !== 'setup')
    if (!result.ok && !isTold) store.setState({ failure: result.error })
    return result
  }
  return {
    async act(name, input) {
      lastAct = performance.now()
      return (await run(name, input)).ok
    },
    async take(name, input) {
      const before = store.getState().view?.feedback
      lastAct = performance.now()
      // What is said of it is here before the answer.
      if (!(await run(name, input)).ok) return false
      const after = store.getState().view?.feedback
      return after === undefined || after.at === before?.at || after.face !== 'refused'
    },
    async tell(name, input) {
      lastAct = performance.now()
      const result = await run(name, input)
      return result.ok ? result.value : null
    },
    async print(name, input) {
      lastAct = performance.now()
      const result = await run<PrintMethod>(name, input)
      if (result.ok) store.setState({ printing: result.value })
    },
    async ask(name, input) {
      const result = await run(name, input)
      return result.ok ? result.value : null
    },
    // A scan is news from a scanner, not an act of the page.
    scan: async keys => (await run('scan.keys', { id: crypto.randomUUID(), keys: [...keys] })).ok,
    scanText: async (text, id = crypto.randomUUID()) => (await run('scan.typed', { id, text: text.slice(0, 400) })).ok,
    show: async text => (await run('practice.show', { text })).ok,
    lastActAt: () => lastAct
  }
}
