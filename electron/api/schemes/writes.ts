import type {
  Failure,
  Handover,
  SchemeMetaKey,
  SetCodes,
  SetDeclaration,
  SetMeta,
  WriteReply
} from '../../station/ports/ports.ts'
import type { Call } from '../wire/caller.ts'
import { editionFor } from '../editions.ts'
import type { operations } from '../operations.ts'
import { bounded, carrier, carry, report, type Carrier, type Fate } from './carrier.ts'
import type { SchemeParts } from './reads.ts'

type Table = typeof operations
export interface OneOrder {
  readonly orderId: number
}

/** Sends items in the edition in force; the older one ends on the same day for all methods of a scheme. */
export type Send = <Item extends OneOrder>(by: Carrier<Item>, items: readonly Item[]) => Promise<WriteReply>

/** A sender for a scheme whose older edition ends with the method `old`. */
export function createSend(parts: SchemeParts, old: Table['dbsMetaOne']): Send {
  return async (by, items) => report(items, await carry(by, items, editionFor(old, parts.edition, parts.clock.now())))
}

/** A change of status that needs nothing but the order. */
export function statusCarrier(call: Call, one: Table['dbsConfirmOne'], many: Table['dbsConfirm']): Carrier<OneOrder> {
  return carrier(
    call,
    { operation: one, request: ({ orderId }: OneOrder) => ({ path: { orderId } }) },
    { operation: many, request: items => ({ body: { ordersIds: items.map(({ orderId }) => orderId) } }) }
  )
}

/** A change of status that needs the buyer's code. */
export function handoverCarrier(call: Call, one: Table['dbsReceiveOne'], many: Table['dbsReceive']): Carrier<Handover> {
  return carrier(
    call,
    { operation: one, request: ({ orderId, code }: Handover) => ({ path: { orderId }, body: { code } }) },
    { operation: many, request: items => ({ body: { orders: [...items] } }) }
  )
}

/** Takes away what stands under `key`; `many` is bound by the scheme, for the two spell their bodies differently. */
export function deleteCarrier(
  call: Call,
  key: SchemeMetaKey,
  one: Table['dbsDeleteMetaOne'],
  many: Carrier<OneOrder>
): Carrier<OneOrder> {
  if (key === 'customsDeclaration') return many
  return { ...many, one: ({ orderId }) => call(one, { path: { orderId }, query: { key } }, 'urgent') }
}

/** Orders as items of a write. */
export function asItems(orderIds: readonly number[]): readonly OneOrder[] {
  return orderIds.map(orderId => ({ orderId }))
}

/** The methods of one scheme that set metadata. */
export interface SetTable {
  readonly sgtinOne: Table['dbsSetSgtinOne']
  readonly sgtins: Table['dbsSetSgtins']
  readonly uinOne: Table['dbsSetUinOne']
  readonly uins: Table['dbsSetUins']
  readonly imeiOne: Table['dbsSetImeiOne']
  readonly imeis: Table['dbsSetImeis']
  readonly gtinOne: Table['dbsSetGtinOne']
  readonly gtins: Table['dbsSetGtins']
  readonly customsDeclarations: Table['dbsSetCustomsDeclarations']
}

export interface SetCarriers {
  readonly codes: Readonly<Record<SetCodes['key'], Carrier<SetCodes>>>
  readonly declaration: Carrier<SetDeclaration>
}

/** How each key's values travel; `fits` tells what is wrong with an item beyond the documents' bounds. */
export function setCarriers(
  call: Call,
  table: SetTable,
  fits: (item: SetCodes) => Failure | null = () => null
): SetCarriers {
  const codes = {
    sgtin: carrier(
      call,
      {
        operation: table.sgtinOne,
        request: (item: SetCodes) => ({ path: pathOf(item), body: { sgtins: [...item.values] } })
      },
      {
        operation: table.sgtins,
        request: items => ({
          body: { orders: items.map(({ orderId, values }) => ({ orderId, sgtins: [...values] })) }
        })
      }
    ),
    uin: carrier(
      call,
      { operation: table.uinOne, request: (item: SetCodes) => ({ path: pathOf(item), body: { uin: single(item) } }) },
      { operation: table.uins, request: items => ({ body: { orders: each(items, uin => ({ uin })) } }) }
    ),
    imei: carrier(
      call,
      { operation: table.imeiOne, request: (item: SetCodes) => ({ path: pathOf(item), body: { imei: single(item) } }) },
      { operation: table.imeis, request: items => ({ body: { orders: each(items, imei => ({ imei })) } }) }
    ),
    gtin: carrier(
      call,
      { operation: table.gtinOne, request: (item: SetCodes) => ({ path: pathOf(item), body: { gtin: single(item) } }) },
      { operation: table.gtins, request: items => ({ body: { orders: each(items, gtin => ({ gtin })) } }) }
    )
  }
  return {
    codes: {
      sgtin: bounded(codes.sgtin, fits),
      uin: bounded(codes.uin, fits),
      imei: bounded(codes.imei, fits),
      gtin: bounded(codes.gtin, fits)
    },
    declaration: carrier(call, null, {
      operation: table.customsDeclarations,
      request: (items: readonly SetDeclaration[]) => ({
        body: {
          orders: items.map(({ orderId, declaration, originCountryCode }) => ({
            orderId,
            customsDeclaration: declaration,
            originCountryCode
          }))
        }
      })
    })
  }
}

/** Sets metadata of any mixture of keys; each key has a method of its own. */
export function createSetMeta(parts: SchemeParts, old: Table['dbsMetaOne'], carriers: SetCarriers) {
  return async (items: readonly SetMeta[]): Promise<WriteReply> => {
    const edition = editionFor(old, parts.edition, parts.clock.now())
    const declarations = items.filter(isDeclaration)
    const codes = items.filter(item => !isDeclaration(item))
    const keys = [...new Set(codes.map(({ key }) => key))]
    const [declared, ...coded] = await Promise.all([
      carry(carriers.declaration, declarations, edition),
      ...keys.map(key =>
        carry(
          carriers.codes[key],
          codes.filter(item => item.key === key),
          edition
        )
      )
    ])
    const fates = [...declared, ...coded.flatMap(some => [...some])]
    return report(items, new Map<SetMeta, Fate>(fates))
  }
}

function isDeclaration(item: SetMeta): item is SetDeclaration {
  return item.key === 'customsDeclaration'
}

/** The path of a method that takes one order. */
export function pathOf({ orderId }: OneOrder) {
  return { orderId }
}

/** The one value; nothing at all when there are several, so that the check of the request names the place. */
export function single({ values }: SetCodes): string {
  return values.length === 1 ? (values[0] ?? '') : ''
}

function each<Fields>(
  items: readonly SetCodes[],
  fields: (value: string) => Fields
): (Fields & { readonly orderId: number })[] {
  return items.map(item => ({ orderId: item.orderId, ...fields(single(item)) }))
}
