/** A live station as a process of its own, with a clock that runs fast; its parent calls it and asks what it uses. */
import { getHeapStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { compose } from '../../electron/compose.ts'
import type { View } from '../../shared/view/view.ts'
import { hostFor } from '../support/station-calls.ts'
import { fastClock } from './fast-clock.ts'
import { askedSchema, type Said, type Use } from './lines.ts'

const [dataDirectory = '', marketplaceUrl = '', token = '', epoch = '', times = ''] = process.argv.slice(2)
let warnings = 0
process.on('warning', () => (warnings += 1))
setFlagsFromString('--expose-gc')
const collect: unknown = runInNewContext('gc')

function say(said: Said): void {
  process.send?.(said)
}

function use(): Use {
  if (typeof collect === 'function') for (let left = 2; left > 0; left -= 1) collect()
  const { used_heap_size: own, external_memory: outside } = getHeapStatistics()
  const held = process
    .getActiveResourcesInfo()
    .filter(kind => !/Timeout|Immediate|Request|Wrap$/.test(kind) || /TCP|Pipe/.test(kind))
  const listeners = process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0)
  return { heap: own + outside, resident: process.memoryUsage.rss(), handles: held.length, listeners, warnings }
}

const { api, close } = await compose({
  host: hostFor({ dataDirectory, marketplaceUrl, vault: { token } }),
  practice: false,
  machine: { clock: fastClock(Number(epoch), Number(times)) }
})
api.on((name, payload) => {
  if (name === 'view') say({ kind: 'view', view: payload as View })
})

process.on('message', (message: unknown) => {
  const asked = askedSchema.parse(message)
  const { id } = asked
  switch (asked.kind) {
    case 'use':
      return say({ kind: 'answer', id, value: use() })
    case 'close':
      return void close().then(() => {
        say({ kind: 'answer', id, value: null })
        process.disconnect?.()
      })
    case 'call':
      return void api.invoke(asked.name as 'view.get', asked.input as undefined).then(result => {
        if (result.ok) say({ kind: 'answer', id, value: result.value })
        else say({ kind: 'refused', id, why: `${asked.name}: ${result.error.kind}: ${result.error.message}` })
      })
  }
})
say({ kind: 'ready' })
