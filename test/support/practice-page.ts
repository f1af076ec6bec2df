import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { MarketplaceState } from '../../electron/practice/marketplace/marketplace.ts'
import type { Input, MethodName, Output, StationBridge } from '../../shared/contract/contract.ts'
import { commandBarcode } from '../../shared/domain/scanning/commands.ts'
import type { View } from '../../shared/view/view.ts'
import { until } from './until.ts'

/** A method of the contract, called by the page through its own bridge; throws when it fails. */
export async function call<N extends MethodName>(page: Page, name: N, input: Input<N>): Promise<Output<N>> {
  const result = await page.evaluate(
    async ({ method, value }) => {
      const { station } = window as unknown as { station: StationBridge }
      return station.invoke(method, value as never)
    },
    { method: name, value: input }
  )
  if (!result.ok) throw new Error(`${name}: ${result.error.kind} ${result.error.message}`)
  return result.value as Output<N>
}

/** The view as soon as it is as awaited. */
export function awaitView(page: Page, what: string, test: (view: View) => boolean): Promise<View> {
  let last: View | null = null
  return until(what, async () => {
    last = await call(page, 'view.get', undefined)
    return test(last) ? last : null
  }).catch((error: unknown) => {
    throw new Error(`${String(error)}; the stage says ${JSON.stringify(last?.feedback)}`)
  })
}

/** The practice marketplace of a running program, seen from its own side; the program logs its address. */
export async function marketplaceOf(dataDirectory: string): Promise<{
  state(): Promise<MarketplaceState>
  post(path: string, body: object): Promise<void>
  readonly url: string
}> {
  const log = join(dataDirectory, 'logs', 'verstak.log')
  const url = await until('the marketplace’s address in the log', () => {
    return /"url":"(http:\/\/127\.0\.0\.1:\d+)"/.exec(readFileSync(log, 'utf8'))?.[1]
  })
  return {
    url,
    state: async () => (await (await fetch(`${url}/practice/state`)).json()) as MarketplaceState,
    async post(path, body) {
      await fetch(`${url}/practice/${path}`, { method: 'POST', body: JSON.stringify(body) })
    }
  }
}

/** Takes the oldest orders into a new supply, by scans alone; the first of its kind is asked where it goes, and goes to the first point that is offered. */
export async function openSupply(page: Page, scan: (text: string) => Promise<unknown>): Promise<View> {
  await scan(commandBarcode('newSupply'))
  await awaitView(page, 'an open supply', view => view.batch !== null)
  return choosePoint(page, scan)
}

/** Answers where the open supply goes with whatever is offered first, if that is asked. */
export async function choosePoint(page: Page, scan: (text: string) => Promise<unknown>): Promise<View> {
  for (;;) {
    const isAsked = (view: View) => view.question?.code === 'whichPoint'
    const offered = ({ answers }: View) => answers.find(({ name }) => name !== undefined)
    const view = await awaitView(page, 'an answer to scan', now => !isAsked(now) || offered(now) !== undefined)
    const answer = offered(view)
    if (!isAsked(view) || answer === undefined) return view
    await scan(answer.barcode)
    await awaitView(page, 'what comes of it', next => next.notes[0]?.id !== view.notes[0]?.id)
  }
}
