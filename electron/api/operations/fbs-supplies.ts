import { PENALTY, PENALTY_SEED, PENALTY_SEED_ADD } from '../limits/limits.ts'
import { noReply } from '../schemas/common.ts'
import * as supplies from '../schemas/supplies.ts'
import { operation } from './operation.ts'

const read = {
  edition: 'both',
  effect: 'read',
  repeatable: true,
  success: 200,
  group: 'fbs',
  penalty: PENALTY
} as const
const write = { edition: 'both', effect: 'write', group: 'fbs', penalty: PENALTY } as const

/** Supplies and their boxes. */
export const fbsSupplies = {
  createSupply: operation({
    ...write,
    name: 'createSupply',
    lookedUpBy: ['supplyList'],
    method: 'POST',
    path: '/api/v3/supplies',
    repeatable: false,
    success: 201,
    request: supplies.createSupplyRequest,
    reply: supplies.createSupplyReply
  }),
  supplyList: operation({
    ...read,
    name: 'supplyList',
    method: 'GET',
    path: '/api/v3/supplies',
    request: supplies.supplyListRequest,
    reply: supplies.supplyListReply
  }),
  supply: operation({
    ...read,
    name: 'supply',
    method: 'GET',
    path: '/api/v3/supplies/{supplyId}',
    request: supplies.supplyRequest,
    reply: supplies.supplySchema
  }),
  /** A second one answers 404: the supply is gone already. */
  deleteSupply: operation({
    ...write,
    name: 'deleteSupply',
    lookedUpBy: ['supplyList'],
    method: 'DELETE',
    path: '/api/v3/supplies/{supplyId}',
    repeatable: false,
    success: 204,
    request: supplies.supplyRequest,
    reply: noReply
  }),
  addOrder: operation({
    name: 'addOrder',
    lookedUpBy: ['supplyOrderIds'],
    edition: 'seed',
    validUntil: '2025-12-17',
    method: 'PATCH',
    path: '/api/v3/supplies/{supplyId}/orders/{orderId}',
    effect: 'write',
    repeatable: true,
    success: 204,
    request: supplies.addOrderRequest,
    reply: noReply,
    group: 'fbsAddToSupply',
    penalty: PENALTY_SEED_ADD
  }),
  addOrders: operation({
    ...write,
    name: 'addOrders',
    lookedUpBy: ['supplyOrderIds'],
    edition: 'successor',
    method: 'PATCH',
    path: '/api/marketplace/v3/supplies/{supplyId}/orders',
    repeatable: true,
    success: 204,
    request: supplies.addOrdersRequest,
    reply: noReply,
    endures: true
  }),
  supplyOrders: operation({
    ...read,
    name: 'supplyOrders',
    edition: 'seed',
    validUntil: '2025-12-16',
    method: 'GET',
    path: '/api/v3/supplies/{supplyId}/orders',
    request: supplies.supplyRequest,
    reply: supplies.supplyOrdersReply,
    penalty: PENALTY_SEED
  }),
  supplyOrderIds: operation({
    ...read,
    name: 'supplyOrderIds',
    method: 'GET',
    path: '/api/marketplace/v3/supplies/{supplyId}/order-ids',
    request: supplies.supplyRequest,
    reply: supplies.supplyOrderIdsReply
  }),
  /** A second one answers 409: the supply is closed already. */
  deliverSupply: operation({
    ...write,
    name: 'deliverSupply',
    lookedUpBy: ['supply'],
    method: 'PATCH',
    path: '/api/v3/supplies/{supplyId}/deliver',
    repeatable: false,
    success: 204,
    request: supplies.supplyRequest,
    reply: noReply
  }),
  supplyPicture: operation({
    ...read,
    name: 'supplyPicture',
    method: 'GET',
    path: '/api/v3/supplies/{supplyId}/barcode',
    request: supplies.supplyPictureRequest,
    reply: supplies.supplyPictureReply
  }),
  boxes: operation({
    ...read,
    name: 'boxes',
    method: 'GET',
    path: '/api/v3/supplies/{supplyId}/trbx',
    request: supplies.supplyRequest,
    reply: supplies.boxesReply
  }),
  addBoxes: operation({
    ...write,
    name: 'addBoxes',
    lookedUpBy: ['boxes'],
    method: 'POST',
    path: '/api/v3/supplies/{supplyId}/trbx',
    repeatable: false,
    success: 201,
    request: supplies.addBoxesRequest,
    reply: supplies.addBoxesReply
  }),
  deleteBoxes: operation({
    ...write,
    name: 'deleteBoxes',
    lookedUpBy: ['boxes'],
    method: 'DELETE',
    path: '/api/v3/supplies/{supplyId}/trbx',
    repeatable: false,
    success: 204,
    request: supplies.deleteBoxesRequest,
    reply: noReply
  }),
  boxStickers: operation({
    ...read,
    name: 'boxStickers',
    method: 'POST',
    path: '/api/v3/supplies/{supplyId}/trbx/stickers',
    request: supplies.boxStickersRequest,
    reply: supplies.boxStickersReply
  })
} as const
