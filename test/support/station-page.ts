import { request } from 'node:http'
import { WebSocket } from 'ws'
import type { CallResult, Input, MethodName, Output } from '../../shared/contract/contract.ts'
import type { View } from '../../shared/view/view.ts'
import { awaitView } from './station-calls.ts'

/** What a page of a running program has in its hands, without a browser around it. */
export interface StationPage {
  view(): View
  /** How the station answers the call. */
  try<N extends MethodName>(name: N, input: Input<N>): Promise<CallResult<N>>
  /** As `try`; throws when the station refuses. */
  call<N extends MethodName>(name: N, input: Input<N>): Promise<Output<N>>
  when(what: string, test: (view: View) => boolean): Promise<View>
}

/** Enters by a launch address, as a browser does; ends with the program. */
export async function openPage(address: string): Promise<StationPage> {
  const { host, origin } = new URL(address)
  const socket = new WebSocket(`ws://${host}/station`, { headers: { Cookie: await enter(address), Origin: origin } })
  const listeners = new Set<(view: View) => void>()
  const answers = new Map<number, (result: CallResult<MethodName>) => void>()
  const first = Promise.withResolvers<void>()
  let last: View | null = null
  let calls = 0
  socket.on('error', first.reject)
  socket.on('message', (data: Buffer) => {
    const message = JSON.parse(data.toString('utf8')) as
      | { readonly id: number; readonly result: CallResult<MethodName> }
      | { readonly event: string; readonly payload: View }
    if ('id' in message) return answers.get(message.id)?.(message.result)
    if (message.event !== 'view') return
    last = message.payload
    first.resolve()
    for (const listener of listeners) listener(last)
  })
  await first.promise
  const view = (): View => {
    if (last === null) throw new Error('no view yet')
    return last
  }
  function attempt<N extends MethodName>(name: N, input: Input<N>): Promise<CallResult<N>> {
    return new Promise(resolve => {
      const id = ++calls
      answers.set(id, result => {
        answers.delete(id)
        resolve(result as CallResult<N>)
      })
      socket.send(JSON.stringify({ id, name, input }))
    })
  }
  return {
    view,
    try: attempt,
    async call(name, input) {
      const result = await attempt(name, input)
      if (!result.ok) throw new Error(`${name}: ${result.error.kind}: ${result.error.message}`)
      return result.value
    },
    when: (what, test) => awaitView({ what, test, withinMs: undefined, view, listeners })
  }
}

/** Redeems the address; the cookie. */
function enter(address: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const asked = request(address, response => {
      response.resume()
      const [cookie] = response.headers['set-cookie'] ?? []
      if (cookie === undefined) reject(new Error(`not let in: ${response.statusCode}`))
      else resolve(cookie.split(';')[0] ?? '')
    })
    asked.on('error', reject)
    asked.end()
  })
}
