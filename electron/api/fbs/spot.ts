import type { FbsClient, Spot, SpotCarrier } from '../../station/ports.ts'
import type { Call } from '../caller.ts'
import type { EditionChoice } from '../editions.ts'
import { done } from '../done.ts'
import { pictureBytes } from '../facts.ts'
import { inNewer } from '../newer.ts'
import { operations as table } from '../operations.ts'
import { inPieces } from '../paging.ts'

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
        inPieces<string, Spot>(remoteIds, HUNDRED, async piece => {
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

/** Whether two carriers are the same in every field. */
export function sameCarrier(one: SpotCarrier, other: SpotCarrier): boolean {
  return (
    one.name === other.name &&
    one.taxNumber === other.taxNumber &&
    one.countryCode === other.countryCode &&
    one.vehicle === other.vehicle &&
    one.trailer === other.trailer
  )
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
