import { PENALTY } from '../limits/limits.ts'
import { cardListReply, cardListRequest } from '../schemas/cards.ts'
import { operation } from './operation.ts'

/** Product cards; they live on the host of the Content category. */
export const cards = {
  cardList: operation({
    name: 'cardList',
    host: 'content',
    edition: 'both',
    method: 'POST',
    path: '/content/v2/get/cards/list',
    effect: 'read',
    repeatable: true,
    success: 200,
    request: cardListRequest,
    reply: cardListReply,
    group: 'cards',
    penalty: PENALTY
  })
} as const
