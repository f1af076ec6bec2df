import { assertNever } from '../../../shared/domain/assert.ts'
import type { DbsClient, DbsWrite, Landed, Reply, SchemeMetaKey, WriteReply } from '../../station/ports/ports.ts'
import { operations as table } from '../operations.ts'
import { carrier } from './carrier.ts'
import { createDbsDelivery } from './dbs-delivery.ts'
import { deleteMetaLanded, setMetaLanded, statusLanded } from './read-back.ts'
import { createSchemeReads, type SchemeParts } from './reads.ts'
import {
  asItems,
  createSend,
  createSetMeta,
  deleteCarrier,
  handoverCarrier,
  setCarriers,
  statusCarrier,
  type OneOrder
} from './writes.ts'

/** Statuses that an order can only have after each change. */
const REACHED = {
  confirm: ['confirm', 'deliver', 'receive', 'reject'],
  deliver: ['deliver', 'receive', 'reject'],
  receive: ['receive'],
  reject: ['reject'],
  cancel: ['cancel']
} as const

/** Orders that the seller delivers, over both editions of the API. */
export function createDbsClient(parts: SchemeParts): DbsClient {
  const { call } = parts
  const carryOut = createSend(parts, table.dbsMetaOne)
  const reads = createSchemeReads(parts, {
    fresh: table.dbsNewOrders,
    completed: table.dbsCompleted,
    client: table.dbsClient,
    statusesSeed: table.dbsStatusesSeed,
    statuses: table.dbsStatuses,
    metaOne: table.dbsMetaOne,
    metas: table.dbsMetas
  })
  const steps = {
    confirm: statusCarrier(call, table.dbsConfirmOne, table.dbsConfirm),
    deliver: statusCarrier(call, table.dbsDeliverOne, table.dbsDeliver),
    cancel: statusCarrier(call, table.dbsCancelOne, table.dbsCancel)
  }
  const handovers = {
    receive: handoverCarrier(call, table.dbsReceiveOne, table.dbsReceive),
    reject: handoverCarrier(call, table.dbsRejectOne, table.dbsReject)
  }
  const sets = setCarriers(call, {
    sgtinOne: table.dbsSetSgtinOne,
    sgtins: table.dbsSetSgtins,
    uinOne: table.dbsSetUinOne,
    uins: table.dbsSetUins,
    imeiOne: table.dbsSetImeiOne,
    imeis: table.dbsSetImeis,
    gtinOne: table.dbsSetGtinOne,
    gtins: table.dbsSetGtins,
    customsDeclarations: table.dbsSetCustomsDeclarations
  })
  const setMeta = createSetMeta(parts, table.dbsMetaOne, sets)

  function removal(key: SchemeMetaKey) {
    const many = carrier(call, null, {
      operation: table.dbsDeleteMetas,
      request: items => ({ body: { key, orderIds: items.map(({ orderId }) => orderId) } })
    })
    return deleteCarrier(call, key, table.dbsDeleteMetaOne, many)
  }

  async function send(write: DbsWrite): Promise<WriteReply> {
    switch (write.kind) {
      case 'confirm':
      case 'deliver':
      case 'cancel':
        return carryOut(steps[write.kind], asItems(write.orderIds))
      case 'receive':
      case 'reject':
        return carryOut(handovers[write.kind], write.items)
      case 'setMeta':
        return setMeta(write.items)
      case 'deleteMeta':
        return carryOut(removal(write.key), asItems(write.orderIds))
      default:
        return assertNever(write)
    }
  }

  async function readBack(write: DbsWrite): Promise<Reply<readonly Landed[]>> {
    switch (write.kind) {
      case 'confirm':
      case 'deliver':
      case 'cancel':
        return statusLanded(reads, write.orderIds, REACHED[write.kind])
      case 'receive':
      case 'reject':
        return statusLanded(reads, idsOf(write.items), REACHED[write.kind])
      case 'setMeta':
        return setMetaLanded(reads, write.items)
      case 'deleteMeta':
        return deleteMetaLanded(reads, write.orderIds, write.key)
      default:
        return assertNever(write)
    }
  }

  return {
    ...reads,
    ...createDbsDelivery(parts),
    send,
    readBack,
    confirm: orderIds => send({ kind: 'confirm', orderIds }),
    deliver: orderIds => send({ kind: 'deliver', orderIds }),
    cancel: orderIds => send({ kind: 'cancel', orderIds }),
    receive: items => send({ kind: 'receive', items }),
    reject: items => send({ kind: 'reject', items }),
    setMeta: items => send({ kind: 'setMeta', items }),
    deleteMeta: (orderIds, key) => send({ kind: 'deleteMeta', orderIds, key })
  }
}

function idsOf(items: readonly OneOrder[]): readonly number[] {
  return items.map(({ orderId }) => orderId)
}
