import { assertNever } from '../../../shared/domain/assert.ts'
import type { DbwClient, DbwMetaKey, DbwWrite, SetCodes, StickerFile, WriteReply } from '../../station/ports/ports.ts'
import type { Call } from '../wire/caller.ts'
import { zplBytes } from '../packing/facts.ts'
import { operations as table } from '../operations.ts'
import { inPieces, PAGE } from '../packing/paging.ts'
import { carrier, carry, carryAlone, report, type Fate } from './carrier.ts'
import { readDeliveryDates } from './dbs-delivery.ts'
import { deleteMetaLanded, setMetaLanded, statusLanded } from './read-back.ts'
import { createSchemeReads, type SchemeParts } from './reads.ts'
import { asItems, pathOf, single, type OneOrder } from './writes.ts'

/** Statuses that an order can only have after each change. */
const REACHED = {
  confirm: ['confirm', 'complete', 'receive', 'reject'],
  deliver: ['complete', 'receive', 'reject'],
  cancel: ['cancel']
} as const
/** Most stickers of one call (API documents). */
const HUNDRED = 100

/** Orders that a courier of the marketplace collects; the scheme has one edition. */
export function createDbwClient(parts: SchemeParts): DbwClient {
  const { call } = parts
  const reads = createSchemeReads(parts, {
    fresh: table.dbwNewOrders,
    completed: table.dbwCompleted,
    client: table.dbwClient,
    statusesSeed: table.dbwStatuses,
    statuses: null,
    metaOne: null,
    metas: table.dbwMetas
  })

  return {
    ...reads,
    ...createDbwReads(call),
    send: write => send(call, write),
    readBack: write => {
      switch (write.kind) {
        case 'confirm':
        case 'deliver':
        case 'cancel':
          return statusLanded(reads, write.orderIds, REACHED[write.kind])
        case 'setMeta':
          return setMetaLanded(reads, write.items)
        case 'deleteMeta':
          return deleteMetaLanded(reads, write.orderIds, write.key)
        default:
          return assertNever(write)
      }
    }
  }
}

/** What the other schemes have otherwise, or not at all. */
function createDbwReads(call: Call): Pick<DbwClient, 'deliveryDates' | 'couriers' | 'stickers'> {
  return {
    deliveryDates: orderIds => readDeliveryDates(call, table.dbwDeliveryDates, orderIds),
    couriers: orderIds =>
      inPieces(orderIds, PAGE, async piece => {
        const reply = await call(table.dbwCouriers, { body: { orders: [...piece] } }, 'background')
        if (reply.kind !== 'ok') return reply
        return {
          kind: 'ok',
          value: reply.value.orders.map(({ orderID, courierInfo }) => {
            const found = courierInfo?.contacts ?? null
            return {
              orderId: orderID,
              contacts: found && {
                name: found.fullName,
                phone: found.phone,
                carNumber: found.carNumber,
                from: found.pTimeFrom,
                to: found.pTimeTo
              },
              isDue: courierInfo?.mustBeAssigned ?? false
            }
          })
        }
      }),
    stickers: async (orderIds, { size, type }) => {
      const place = size === '58x40' ? ({ width: 58, height: 40 } as const) : ({ width: 40, height: 30 } as const)
      const reply = await inPieces(orderIds, HUNDRED, async piece => {
        const asked = await call(
          table.dbwStickers,
          { query: { type, ...place }, body: { orders: [...piece] } },
          'urgent'
        )
        return asked.kind === 'ok' ? { kind: 'ok', value: asked.value.stickers } : asked
      })
      if (reply.kind !== 'ok') return reply
      const files: StickerFile[] = []
      for (const [index, { file, ...facts }] of reply.value.entries()) {
        const zpl = zplBytes(file)
        if (zpl === null) return { kind: 'broken', field: `stickers.${index}.file` }
        files.push({ ...facts, zpl, png: null })
      }
      return { kind: 'ok', value: files }
    }
  }
}

async function send(call: Call, write: DbwWrite): Promise<WriteReply> {
  switch (write.kind) {
    case 'confirm':
    case 'cancel': {
      const operation = write.kind === 'confirm' ? table.dbwConfirm : table.dbwCancel
      const items = asItems(write.orderIds)
      return report(items, await carryAlone(item => call(operation, { path: pathOf(item) }, 'urgent'), items))
    }
    case 'deliver': {
      const items = asItems(write.orderIds)
      const request = (some: readonly OneOrder[]) => ({ body: { ordersIds: some.map(({ orderId }) => orderId) } })
      return report(
        items,
        await carry(carrier(call, null, { operation: table.dbwDeliver, request }), items, 'successor')
      )
    }
    case 'setMeta':
      return setMeta(call, write.items)
    case 'deleteMeta': {
      const items = asItems(write.orderIds)
      const request = (some: readonly OneOrder[]) => ({
        body: { key: write.key, ordersIds: some.map(({ orderId }) => orderId) }
      })
      const many = carrier(call, null, { operation: table.dbwDeleteMetas, request })
      return report(items, await carry(many, items, 'successor'))
    }
    default:
      return assertNever(write)
  }
}

/** Marking codes travel together, the other keys an order a call. */
async function setMeta(call: Call, items: readonly SetCodes[]): Promise<WriteReply> {
  const request = (some: readonly SetCodes[]) => ({
    body: { orders: some.map(({ orderId, values }) => ({ orderId, sgtins: [...values] })) }
  })
  const sgtins = carrier(call, null, { operation: table.dbwSetSgtins, request })
  const fates = [
    await carry(
      sgtins,
      items.filter(({ key }) => key === 'sgtin'),
      'successor'
    ),
    await carryAlone(item => setOne(call, item), items.filter(isSingle))
  ]
  return report(items, new Map<SetCodes, Fate>(fates.flatMap(some => [...some])))
}

type Single = SetCodes & { readonly key: Exclude<DbwMetaKey, 'sgtin'> }

function isSingle(item: SetCodes): item is Single {
  return item.key !== 'sgtin'
}

function setOne(call: Call, item: Single) {
  const path = pathOf(item)
  const value = single(item)
  switch (item.key) {
    case 'imei':
      return call(table.dbwSetImei, { path, body: { imei: value } }, 'urgent')
    case 'uin':
      return call(table.dbwSetUin, { path, body: { uin: value } }, 'urgent')
    case 'gtin':
      return call(table.dbwSetGtin, { path, body: { gtin: value } }, 'urgent')
    default:
      return assertNever(item.key)
  }
}
