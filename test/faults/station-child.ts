/**
 * A live station as a program of its own, to be killed. It loads everything, waits for a byte on stdin, then starts; on
 * stdout it tells what is on disk at the start, and from then on every view as the page would get it.
 */
import { once } from 'node:events'
import { writeSync } from 'node:fs'
import { compose } from '../../electron/compose.ts'
import type { View } from '../../shared/view/view.ts'
import { callStation, hostFor } from '../support/station-calls.ts'
import type { Line, Told } from './lines.ts'

const [dataDirectory = '', marketplaceUrl = '', token = ''] = process.argv.slice(2)

/** At once and to the end, as the beep of a scan is: nothing told may be lost with the process. */
function tell(line: Line): void {
  writeSync(1, `${JSON.stringify(line)}\n`)
}

tell({ kind: 'loaded' })
await once(process.stdin, 'data')
const { api } = await compose({ host: hostFor({ dataDirectory, marketplaceUrl, vault: { token } }), practice: false })
const orders: Told[] = []
const list = { lives: null, supplyId: null, search: '', limit: 200 }
for (let offset = 0, isMore = true; isMore; offset += list.limit) {
  const { rows } = await callStation(api, 'orders.list', { ...list, offset })
  for (const { id, life } of rows) {
    if (life === 'fresh') continue
    const page = await callStation(api, 'orders.get', { orderId: id })
    orders.push({ id, life, codes: (page?.codes ?? []).map(({ key, values }) => ({ key, value: values.join() })) })
  }
  isMore = rows.length === list.limit
}
tell({ kind: 'start', orders, view: await callStation(api, 'view.get', undefined) })
api.on((name, payload) => {
  if (name === 'view') tell({ kind: 'view', view: payload as View })
})
