import { methods } from '../shared/contract/contract.ts'
import type { CallResult, MethodName } from '../shared/contract/contract.ts'
import { createAccounts } from './composition/accounts.ts'
import { createToldClock } from './composition/told-clock.ts'
import { createDesks } from './composition/desks.ts'
import { createLog } from './composition/log.ts'
import { machineWith } from './composition/machine.ts'
import type { Machine } from './composition/machine.ts'
import { USUAL_HEAP } from './host-options.ts'
import type { Composition, Host, PracticeHeap } from './host.ts'
import { StoreError } from './store/errors.ts'

/**
 * The one place where everything is joined: host and files to devices, marketplace and station. Starts in practice, with
 * the account whose token the vault keeps, or with the first-run screen.
 */
export async function compose(options: {
  readonly host: Host
  readonly practice: boolean
  /** What practice begins with, at once or later. */
  readonly heap?: PracticeHeap
  /** What is not the machine's own. */
  readonly machine?: Partial<Machine>
}): Promise<Composition> {
  const { host, heap = USUAL_HEAP } = options
  const machine = machineWith(options.machine)
  const clock = createToldClock(machine.clock)
  const { log, close: closeLog } = createLog(host.dataDirectory)
  let revision = 0
  const desks = createDesks()
  const accounts = createAccounts({ host, clock, machine, log, nextRevision: () => ++revision, desks }, heap)
  await accounts.start(options.practice)

  async function invoke(name: string, input: unknown, page = ''): Promise<CallResult<MethodName>> {
    if (!isMethod(name)) return { ok: false, error: { kind: 'unknownMethod', message: name.slice(0, 60) } }
    const parsed = methods[name].input.safeParse(input)
    if (!parsed.success) {
      const places = parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.code}`)
      return { ok: false, error: { kind: 'badInput', message: places.join('; ') } }
    }
    try {
      const refused = accounts.refusal(name, parsed.data, page)
      if (refused !== null) return { ok: false, error: { kind: refused, message: name } }
      return { ok: true, value: await accounts.call(name, parsed.data, page) }
    } catch (error) {
      log.error({ method: name, error }, 'call failed')
      if (error instanceof StoreError) return { ok: false, error: { kind: 'notWritten', message: error.fault.kind } }
      // The text of an error may quote what it choked on; its kind is enough for the page.
      return { ok: false, error: { kind: 'failed', message: error instanceof Error ? error.name : 'failed' } }
    }
  }

  return {
    api: { invoke, left: page => accounts.left(page), on: listener => accounts.on(listener) },
    async close() {
      await accounts.close()
      closeLog()
    }
  }
}

function isMethod(name: string): name is MethodName {
  return Object.hasOwn(methods, name)
}
