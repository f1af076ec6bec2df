import type { IntentBody } from '../../../shared/domain/intents.ts'

/** The group of the marketplace's methods whose limit a change waits for; as the newer edition of the API has them. */
export function limitGroupOf(body: IntentBody): string {
  switch (body.kind) {
    case 'createSupply':
    case 'addToSupply':
    case 'setShipping':
    case 'addBoxes':
    case 'deleteBoxes':
    case 'deliverSupply':
    case 'setSpot':
    case 'deleteSupply':
      return 'fbs'
    case 'setMeta':
      return body.scheme === undefined ? 'fbsSetMeta' : `${body.scheme}SetMeta`
    case 'deleteMeta':
      return body.scheme === undefined ? 'fbsMeta' : body.scheme === 'dbs' ? 'dbsDeleteMeta' : 'pickupMeta'
    case 'confirm':
      return `${body.scheme}Confirm`
    case 'deliver':
      return 'dbsDeliver'
    case 'prepare':
      return 'pickupPrepare'
    case 'cancel':
      return `${body.scheme}Cancel`
    case 'handOver':
      return `${body.scheme}${body.outcome === 'receive' ? 'Receive' : 'Reject'}`
  }
}
