import { assertNever } from '../../../shared/domain/assert.ts'
import type { ApiChoices } from '../../../shared/domain/account/api-choices.ts'
import type {
  Failure,
  Landed,
  PickupClient,
  PickupWrite,
  Reply,
  SchemeMetaKey,
  SetCodes,
  WriteReply
} from '../../station/ports/ports.ts'
import { operations as table } from '../operations.ts'
import { carrier, refusal } from './carrier.ts'
import { identify, type IdentityParts } from './identity.ts'
import { createFinalPrices } from './prices.ts'
import { deleteMetaLanded, setMetaLanded, statusLanded } from './read-back.ts'
import { createSchemeReads } from './reads.ts'
import { asItems, createSend, createSetMeta, deleteCarrier, setCarriers, statusCarrier } from './writes.ts'

/** Statuses that an order can only have after each change. */
const REACHED = {
  confirm: ['confirm', 'prepare', 'receive', 'reject'],
  prepare: ['prepare', 'receive', 'reject'],
  receive: ['receive'],
  reject: ['reject'],
  cancel: ['cancel']
} as const

export interface PickupParts extends IdentityParts {
  readonly choices: ApiChoices
}

/** Orders that their buyers collect in the store, over both editions of the API. */
export function createPickupClient(parts: PickupParts): PickupClient {
  const { call, choices } = parts
  const carryOut = createSend(parts, table.pickupMetaOne)
  const reads = createSchemeReads(parts, {
    fresh: table.pickupNewOrders,
    completed: table.pickupCompleted,
    client: table.pickupClient,
    statusesSeed: table.pickupStatusesSeed,
    statuses: table.pickupStatuses,
    metaOne: table.pickupMetaOne,
    metas: table.pickupMetas
  })
  const steps = {
    confirm: statusCarrier(call, table.pickupConfirmOne, table.pickupConfirm),
    prepare: statusCarrier(call, table.pickupPrepareOne, table.pickupPrepare),
    receive: statusCarrier(call, table.pickupReceiveOne, table.pickupReceive),
    reject: statusCarrier(call, table.pickupRejectOne, table.pickupReject),
    cancel: statusCarrier(call, table.pickupCancelOne, table.pickupCancel)
  }
  const sets = setCarriers(
    call,
    {
      sgtinOne: table.pickupSetSgtinOne,
      sgtins: table.pickupSetSgtins,
      uinOne: table.pickupSetUinOne,
      uins: table.pickupSetUins,
      imeiOne: table.pickupSetImeiOne,
      imeis: table.pickupSetImeis,
      gtinOne: table.pickupSetGtinOne,
      gtins: table.pickupSetGtins,
      customsDeclarations: table.pickupSetCustomsDeclarations
    },
    item => outOfChoice(item, choices.pickupCodes)
  )
  const setMeta = createSetMeta(parts, table.pickupMetaOne, sets)

  function removal(key: SchemeMetaKey) {
    const many = carrier(call, null, {
      operation: table.pickupDeleteMetas,
      request: items => ({ body: { key, ordersIds: items.map(({ orderId }) => orderId) } })
    })
    return deleteCarrier(call, key, table.pickupDeleteMetaOne, many)
  }

  async function send(write: PickupWrite): Promise<WriteReply> {
    switch (write.kind) {
      case 'confirm':
      case 'prepare':
      case 'receive':
      case 'reject':
      case 'cancel':
        return carryOut(steps[write.kind], asItems(write.orderIds))
      case 'setMeta':
        return setMeta(write.items)
      case 'deleteMeta':
        return carryOut(removal(write.key), asItems(write.orderIds))
      default:
        return assertNever(write)
    }
  }

  async function readBack(write: PickupWrite): Promise<Reply<readonly Landed[]>> {
    switch (write.kind) {
      case 'confirm':
      case 'prepare':
      case 'receive':
      case 'reject':
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

  return {
    ...reads,
    finalPrices: createFinalPrices(parts, table.pickupFinalPrices),
    identity: (orderCode, passcode) => identify(parts, orderCode, passcode),
    send,
    readBack,
    confirm: orderIds => send({ kind: 'confirm', orderIds }),
    prepare: orderIds => send({ kind: 'prepare', orderIds }),
    receive: orderIds => send({ kind: 'receive', orderIds }),
    reject: orderIds => send({ kind: 'reject', orderIds }),
    cancel: orderIds => send({ kind: 'cancel', orderIds }),
    setMeta: items => send({ kind: 'setMeta', items }),
    deleteMeta: (orderIds, key) => send({ kind: 'deleteMeta', orderIds, key })
  }
}

/** What is wrong with codes by the bounds that were chosen where the documents have none. */
function outOfChoice({ key, values }: SetCodes, bounds: ApiChoices['pickupCodes']): Failure | null {
  if (key === 'sgtin') {
    const most = bounds.sgtins
    return most === null || values.length <= most ? null : refusal('NotAsDocumented', `sgtins: at most ${most}`)
  }
  const length = bounds[key]
  const fits = length === null || values.every(value => value.length === length)
  return fits ? null : refusal('NotAsDocumented', `${key}: ${length} characters`)
}
