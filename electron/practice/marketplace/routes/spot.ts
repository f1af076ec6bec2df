import { z } from 'zod'
import { FBS_ORDERS } from '../http/buckets.ts'
import { COUNTRIES } from '../rules/countries.ts'
import { SUCCESSOR_ONLY } from '../http/editions.ts'
import type { Reply } from '../http/errors.ts'
import type { Call, Route } from '../http/route.ts'
import { drawLabel } from '../stickers/sticker-file.ts'
import { ordersOf } from '../world.ts'
import type { Supply, SupplySpot, World } from '../world.ts'

const common = { group: FBS_ORDERS, edition: SUCCESSOR_ONLY, conflictCost: 10 } as const
const PREFIX = '/api/marketplace/v3/fbs'

/** The customs' check of a carrier takes this long at the practice marketplace (ms). */
const CHECK_TAKES_MS = 2000

const spotSchema = z.object({
  carrierName: z.string().min(1).max(1000),
  carrierTaxNumber: z.string().min(1).max(50),
  carrierCountryCode: z.string().regex(/^\d{3}$/),
  vehicleRegistrationNumber: z.string().min(1).max(30),
  trailerRegistrationNumber: z.string().min(1).max(30).optional()
})
const listSchema = z.object({ supplyIds: z.array(z.string()).min(1).max(100) })

/** FBS by road from the EAEU into Russia: the countries, a supply's carrier, and the sticker for the vehicle. */
export const SPOT_ROUTES: readonly Route[] = [
  {
    ...common,
    method: 'GET',
    path: `${PREFIX}/dictionaries/countries/oksm`,
    write: false,
    handle: () => ({ status: 200, body: { countries: COUNTRIES } })
  },
  {
    ...common,
    method: 'PUT',
    path: `${PREFIX}/supplies/{supplyId}/spot`,
    write: true,
    handle: call => {
      const carrier = spotSchema.safeParse(call.body)
      if (!carrier.success) return problem(400, 'IncorrectRequestBody')
      const supply = supplyOf(call)
      if (supply === undefined) return problem(404, 'NotFound')
      const { trailerRegistrationNumber = '', ...rest } = carrier.data
      if (!isOffered(call.world, supply) || isThrough(supply.spot, call.now))
        return problem(409, 'SpotActionNotAllowed')
      supply.spot = { carrier: { ...rest, trailerRegistrationNumber }, setAt: call.now }
      return { status: 204 }
    }
  },
  {
    ...common,
    method: 'POST',
    path: `${PREFIX}/supplies/spot/list`,
    write: false,
    handle: ({ world, now, body }) => {
      const wanted = listSchema.safeParse(body)
      if (!wanted.success) return problem(400, 'IncorrectRequestBody')
      const supplies = wanted.data.supplyIds.map(id => ({ id, ...listed(world, id, now) }))
      return { status: 200, body: { supplies } }
    }
  },
  {
    ...common,
    method: 'GET',
    path: `${PREFIX}/supplies/{supplyId}/stickers/spot`,
    write: false,
    handle: async call => {
      const supply = supplyOf(call)
      if (supply === undefined) return problem(404, 'NotFound')
      if (!isThrough(supply.spot, call.now)) return problem(409, 'SpotActionNotAllowed')
      const label = { code: supply.id, small: 'SPOT', large: supply.id.slice(6), note: 'QR SPOT' }
      return { status: 200, body: { qrCode: await drawLabel(label, '58x40', 'png') } }
    }
  }
]

/** What is told of a supply: those in delivery alone have a carrier to speak of. */
function listed(world: World, id: string, now: number): object {
  const supply = world.supplies.get(id)
  if (supply === undefined) return { error: { title: 'NotFound', detail: 'Поставка не найдена' } }
  if (!supply.done || supply.spot === null) {
    return { error: { title: 'SpotActionNotAllowed', detail: 'Поставка не в доставке или без перевозчика' } }
  }
  const status = statusOf(supply.spot, now)
  return { spot: { ...supply.spot.carrier, status, ...(status === 'failed' && { errorCode: 'doppFailed' }) } }
}

/** A carrier whose number is nothing but zeros is not found. */
function statusOf({ carrier, setAt }: SupplySpot, now: number): 'pending' | 'completed' | 'failed' {
  if (now - setAt < CHECK_TAKES_MS) return 'pending'
  return /^0+$/.test(carrier.carrierTaxNumber) ? 'failed' : 'completed'
}

function isThrough(spot: SupplySpot | null, now: number): boolean {
  return spot !== null && statusOf(spot, now) === 'completed'
}

function isOffered(world: World, supply: Supply): boolean {
  return ordersOf(world, supply)[0]?.facts.goesBySpot === true
}

function supplyOf({ world, params }: Call): Supply | undefined {
  return world.supplies.get(params['supplyId'] ?? '')
}

/** These methods refuse with a title alone. */
function problem(status: 400 | 404 | 409, title: string): Reply {
  return { status, body: { title, detail: '' } }
}
