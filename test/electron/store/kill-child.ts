/** Commits orders one after another and prints each id once it is said to be on disk; killed from outside. */
import { writeSync } from 'node:fs'
import { createStore } from '../../../electron/store/store.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { entry, intent, job, order } from './fixtures-data.ts'

const [path = '', first = '1'] = process.argv.slice(2)
const store = createStore({ path, log: quietLog })
for (let id = Number(first); ; id += 1) {
  store.commit({
    entry: entry(`entry-${id}`, id),
    orders: [order(id)],
    intents: [intent(`intent-${id}`, id, { kind: 'waiting', attempts: 0, why: null })],
    jobs: [job(`job-${id}`, id, id, { kind: 'intended' })],
    bindCodes: [{ code: `code-${id}`, key: 'sgtin', orderId: id, at: id }]
  })
  writeSync(1, `${id}\n`)
}
