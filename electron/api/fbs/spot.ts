import { sameCarrier } from '../../../shared/domain/orders/spot.ts'
import type { SeenSpot, SpotCarrier } from '../../../shared/domain/orders/spot.ts'
import type { FbsClient, Reply } from '../../station/ports/ports.ts'
import type { Call } from '../wire/caller.ts'
import type { EditionChoice } from '../editions.ts'
import { done } from '../done.ts'
import { pictureBytes } from '../packing/facts.ts'
import { inNewer } from '../newer.ts'
import { operations as table } from '../operations.ts'
import { inPieces } from '../packing/paging.ts'

/** Most supplies of one request for carriers (API documents). */
const HUNDRED = 100

/** Supplies that go by road from the EAEU into Russia: their carriers, and the sticker for the vehicle. */
export function createSpot(
  call: Call,
  edition: EditionChoice
): Pick<FbsClient, 'countries' | 'setSpot' | 'spots' | 'spotSticker'> {
  return {
    countries: () =>
      inNewer(edition, async () => {
        const reply = await call(table.countries, {}, 'urgent')
        return reply.kind === 'ok' ? { kind: 'ok', value: reply.value.countries } : reply
      }),
    setSpot: (remoteId, carrier) =>
      inNewer(edition, () => {
        const { name, taxNumber, countryCode, vehicle, trailer } = carrier
        const body = {
          carrierName: name,
          carrierTaxNumber: taxNumber,
          carrierCountryCode: countryCode,
          vehicleRegistrationNumber: vehicle,
          ...(trailer !== null && { trailerRegistrationNumber: trailer })
        }
        return done(call(table.setSpot, { path: { supplyId: remoteId }, body }, 'urgent'))
      }),
    spots: remoteIds =>
      inNewer(edition, () =>
        inPieces<string, SeenSpot>(remoteIds, HUNDRED, async piece => {
          const reply = await call(table.spotList, { body: { supplyIds: [...piece] } }, 'background')
          if (reply.kind !== 'ok') return reply
          return {
            kind: 'ok',
            value: reply.value.supplies.map(({ id, spot, error }) => ({
              remoteId: id,
              carrier: spot === null ? null : carrierOf(spot),
              status: spot?.status ?? '',
              trouble: spot === null ? (error?.title ?? '') : spot.errorCode
            }))
          }
        })
      ),
    spotSticker: remoteId =>
      inNewer(edition, async () => {
        const reply = await call(table.spotSticker, { path: { supplyId: remoteId } }, 'urgent')
        if (reply.kind !== 'ok') return reply
        const png = pictureBytes(reply.value.qrCode, 'png')
        return png === null ? { kind: 'broken', field: 'qrCode' } : { kind: 'ok', value: png }
      })
  }
}

/**
 * Whether the marketplace holds this carrier for a supply. One that did not pass may be that of an earlier try: it counts
 * as not sent, and sending it again does no harm.
 */
export async function spotFound(
  { spots }: Pick<FbsClient, 'spots'>,
  { remoteId, carrier }: { readonly remoteId: string; readonly carrier: SpotCarrier }
): Promise<Reply<boolean>> {
  const reply = await spots([remoteId])
  if (reply.kind !== 'ok') return reply
  const found = reply.value.find(one => one.remoteId === remoteId)
  if (!found?.carrier || found.status === 'failed') return { kind: 'ok', value: false }
  return { kind: 'ok', value: sameCarrier(found.carrier, carrier) }
}

function carrierOf(spot: {
  readonly carrierName: string
  readonly carrierTaxNumber: string
  readonly carrierCountryCode: string
  readonly vehicleRegistrationNumber: string
  readonly trailerRegistrationNumber: string
}): SpotCarrier {
  return {
    name: spot.carrierName,
    taxNumber: spot.carrierTaxNumber,
    countryCode: spot.carrierCountryCode,
    vehicle: spot.vehicleRegistrationNumber,
    trailer: spot.trailerRegistrationNumber || null
  }
}
