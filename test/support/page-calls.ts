import type { Page } from 'playwright-core'
import type { CallResult, EventName, MethodName, StationBridge } from '../../shared/contract/contract.ts'

/** Calls the station from inside a page, as its own scripts do; any name and input, to try wrong ones too. */
export function invokeOn(page: Page, name: string, input: unknown): Promise<CallResult<MethodName>> {
  return page.evaluate(
    call => {
      const { station } = window as unknown as { station: StationBridge }
      return station.invoke(call.name as 'view.get', call.input as undefined)
    },
    { name, input }
  )
}

/** Listens inside a page while orders come in practice: how many events came while it listened, and after it stopped. */
export function hearOn(page: Page, name: EventName): Promise<{ readonly while: number; readonly after: number }> {
  return page.evaluate(async event => {
    const { station } = window as unknown as { station: StationBridge }
    const first = Promise.withResolvers<void>()
    let heard = 0
    const stop = station.on(event, () => {
      heard += 1
      first.resolve()
    })
    await station.invoke('desk.open', { desk: 'courier' })
    await station.invoke('practice.addOrders', { count: 1 })
    // Another at each call: the same again within a moment counts once.
    await station.invoke('practice.show', { text: `nothing ${crypto.randomUUID()}` })
    await first.promise
    stop()
    // Whatever was under way has come by the time that a call has gone there and back.
    await station.invoke('view.get', undefined)
    const before = heard
    await station.invoke('practice.addOrders', { count: 1 })
    await station.invoke('settings.set', {})
    await station.invoke('view.get', undefined)
    return { while: before, after: heard - before }
  }, name)
}
