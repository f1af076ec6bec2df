import { PENALTY } from '../limits.ts'
import { cardListReply, cardListRequest } from '../schemas/cards.ts'
import { operation } from './operation.ts'

/** Product cards; they live on the host of the Content category. */
export const cards = {
  cardList: operation({
    name: 'cardList',
    edition: 'both',
    method: 'POST',
    path: '/content/v2/get/cards/list',
    effect: 'read',
    repeatable: true,
    success: 200,
    request: cardListRequest,
    reply: cardListReply,
    long: { list: 'cards', join: pieces => ({ cards: pieces.flatMap(piece => piece.cards), cursor: lastOf(pieces) }) },
    group: 'cards',
    penalty: PENALTY
  })
} as const

type Page = (typeof cardListReply)['_output']

/** Every piece of a page carries the page's own cursor. */
function lastOf(pieces: readonly Page[]): Page['cursor'] {
  return pieces.at(-1)?.cursor ?? { updatedAt: null, nmID: null, total: 0 }
}
