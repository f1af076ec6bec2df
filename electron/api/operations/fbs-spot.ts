import { PENALTY } from '../limits/limits.ts'
import { bareRequest, noReply } from '../schemas/common.ts'
import * as spot from '../schemas/spot.ts'
import { operation } from './operation.ts'

const common = { edition: 'successor', group: 'fbs', penalty: PENALTY, repeatable: true } as const
const read = { ...common, effect: 'read', success: 200 } as const

/** Supplies that go by road from the EAEU into Russia: who carries them, and the sticker for the vehicle. */
export const fbsSpot = {
  countries: operation({
    ...read,
    name: 'countries',
    method: 'GET',
    path: '/api/marketplace/v3/fbs/dictionaries/countries/oksm',
    request: bareRequest,
    reply: spot.countriesReply
  }),
  setSpot: operation({
    ...common,
    name: 'setSpot',
    effect: 'write',
    lookedUpBy: ['spotList'],
    method: 'PUT',
    path: '/api/marketplace/v3/fbs/supplies/{supplyId}/spot',
    success: 204,
    request: spot.setSpotRequest,
    reply: noReply
  }),
  spotList: operation({
    ...read,
    name: 'spotList',
    method: 'POST',
    path: '/api/marketplace/v3/fbs/supplies/spot/list',
    request: spot.spotListRequest,
    reply: spot.spotListReply
  }),
  spotSticker: operation({
    ...read,
    name: 'spotSticker',
    method: 'GET',
    path: '/api/marketplace/v3/fbs/supplies/{supplyId}/stickers/spot',
    request: spot.spotStickerRequest,
    reply: spot.spotStickerReply
  })
} as const
