import { assertNever } from '../../../shared/domain/assert.ts'
import type { Reply, WriteFound, WriteReply } from '../../station/ports/ports.ts'
import { editionFor } from '../editions.ts'
import { operations } from '../operations.ts'
import { notInEdition, refusal } from '../schemes/carrier.ts'
import { bare } from './facts.ts'
import { found, whole, type WireOf, type Write, type WriteParts } from './write.ts'

/** Codes of one FBS order. */
export function createMetaWrites({ call, reads, clock, edition }: WriteParts): {
  readonly [K in 'setMeta' | 'deleteMeta']: Write<K>
} {
  async function set({ orderId, key, values }: WireOf<'setMeta'>): Promise<WriteReply> {
    const path = { orderId }
    const [value = ''] = values
    switch (key) {
      case 'sgtin':
        return whole(call(operations.setSgtin, { path, body: { sgtins: [...values] } }, 'urgent'))
      case 'imei':
        return whole(call(operations.setImei, { path, body: { imei: value } }, 'urgent'))
      case 'uin':
        return whole(call(operations.setUin, { path, body: { uin: value } }, 'urgent'))
      case 'gtin':
        return whole(call(operations.setGtin, { path, body: { gtin: value } }, 'urgent'))
      case 'expiration':
        return whole(call(operations.setExpiration, { path, body: { expiration: value } }, 'urgent'))
      case 'customsDeclaration':
        // The key came with the edition that reads metadata of many orders.
        if (editionFor(operations.readMeta, edition, clock.now()) === 'seed') return notInEdition
        return whole(call(operations.setCustomsDeclaration, { path, body: { customsDeclaration: value } }, 'urgent'))
      default:
        return assertNever(key)
    }
  }

  function stored(
    { orderId, key }: WireOf<'setMeta' | 'deleteMeta'>,
    happened: (values: readonly string[]) => boolean
  ): Promise<Reply<WriteFound>> {
    return found(reads.metas([orderId], 'urgent'), metas => {
      const details = metas.find(meta => meta.orderId === orderId)?.details
      return happened(details?.find(detail => detail.key === key)?.values ?? [])
    })
  }

  return {
    setMeta: {
      send: set,
      // An order may hold more codes than those from here: what was added on the portal.
      landed: intent =>
        stored(intent, here => intent.values.every(value => here.some(one => bare(one) === bare(value))))
    },
    deleteMeta: {
      async send({ orderId, key }) {
        if (key === 'expiration') return refusal('NotAsDocumented', 'an expiry date can be overwritten, not deleted')
        return whole(call(operations.deleteMeta, { path: { orderId }, query: { key } }, 'urgent'))
      },
      landed: intent => stored(intent, values => values.length === 0)
    }
  }
}
