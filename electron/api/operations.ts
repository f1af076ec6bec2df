import { PENALTY } from './limits.ts'
import { fbs } from './operations/fbs.ts'
import { operation, type Operation } from './operations/operation.ts'
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
  penalty: PENALTY
})

/** The one table of the API's methods; a further scheme adds its own table here. */
export const operations = { ping, ...fbs } as const

export const allOperations: readonly Operation[] = Object.values(operations)
