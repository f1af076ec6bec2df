import { PENALTY } from '../limits/limits.ts'
import { archiveReply, archiveRequest } from '../schemas/archive.ts'
import { operation } from './operation.ts'

/** Orders of more than three months ago, which the other lists forget. */
export const fbsArchive = {
  orderArchive: operation({
    name: 'orderArchive',
    edition: 'successor',
    method: 'GET',
    path: '/api/marketplace/v3/fbs/orders/archive',
    effect: 'read',
    repeatable: true,
    success: 200,
    request: archiveRequest,
    reply: archiveReply,
    group: 'fbs',
    penalty: PENALTY
  })
} as const
