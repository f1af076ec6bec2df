import { PENALTY_NONE } from './limits/limits.ts'
import { cards } from './operations/cards.ts'
import { dbs } from './operations/dbs.ts'
import { dbw } from './operations/dbw.ts'
import { fbs } from './operations/fbs.ts'
import { operation, type Operation } from './operations/operation.ts'
import { pickup } from './operations/pickup.ts'
import { sandboxLevers } from './operations/sandbox.ts'
import { pingReply, pingRequest } from './schemas/orders.ts'

/** Reachability, token and category in one. */
const ping = operation({
  name: 'ping',
  edition: 'both',
  method: 'GET',
  path: '/ping',
  effect: 'read',
  repeatable: true,
  success: 200,
  request: pingRequest,
  reply: pingReply,
  group: 'ping',
  penalty: PENALTY_NONE
})

/** The one table of the API's methods, of all schemes in both editions. */
export const operations = { ping, ...fbs, ...dbs, ...pickup, ...dbw, ...cards, ...sandboxLevers } as const

export const allOperations: readonly Operation[] = Object.values(operations)
