import { z } from 'zod'
import { FBS_ORDERS, PASS_CREATE } from '../http/buckets.ts'
import { BOTH_EDITIONS } from '../http/editions.ts'
import { refuse } from '../http/errors.ts'
import { withBody } from '../http/route.ts'
import type { Route } from '../http/route.ts'
import type { Pass, World } from '../world.ts'

const LASTS_MS = 48 * 60 * 60 * 1000

const common = { group: FBS_ORDERS, edition: BOTH_EDITIONS, conflictCost: 10 } as const

/** Field rules of the documents: both names together 6–100 characters, a car number of letters and digits. */
const passSchema = z
  .object({
    firstName: z.string().min(1),
    lastName: z.string().min(1),
    carModel: z.string().min(1).max(100),
    carNumber: z.string().regex(/^[\p{L}\d]{6,9}$/u),
    officeId: z.int().min(1)
  })
  .refine(({ firstName, lastName }) => {
    const { length } = `${firstName}${lastName}`
    return length >= 6 && length <= 100
  })

/** Changing a pass asks for six letters of last name; making one doesn't. */
const changedPassSchema = passSchema.refine(({ lastName }) => lastName.length >= 6)

/** FBS: passes to the marketplace's warehouses, and the warehouses that ask for one. */
export const PASS_ROUTES: readonly Route[] = [
  {
    ...common,
    method: 'GET',
    path: '/api/v3/passes/offices',
    write: false,
    handle: ({ world }) => ({
      status: 200,
      body: officesWithPass(world).map(({ id, name, address }) => ({ name, address, id }))
    })
  },
  {
    ...common,
    method: 'GET',
    path: '/api/v3/passes',
    write: false,
    handle: ({ world, now }) => ({
      status: 200,
      body: [...world.passes.values()].filter(pass => pass.endsAt > now).map(pass => passView(world, pass))
    })
  },
  {
    ...common,
    method: 'POST',
    path: '/api/v3/passes',
    group: PASS_CREATE,
    write: true,
    handle: withBody(passSchema, ({ world, now }, body) => {
      if (!officesWithPass(world).some(office => office.id === body.officeId)) return refuse(404, 'NotFound')
      const id = world.nextId('pass')
      world.passes.set(id, { id, ...body, endsAt: now + LASTS_MS })
      return { status: 201, body: { id } }
    })
  },
  {
    ...common,
    method: 'PUT',
    path: '/api/v3/passes/{passId}',
    write: true,
    handle: withBody(changedPassSchema, ({ world, params, regime }, body) => {
      const pass = world.passes.get(Number(params['passId']))
      if (pass === undefined) return refuse(404, 'NotFound')
      if (!officesWithPass(world).some(office => office.id === body.officeId)) {
        return regime === 'seed' ? refuse(404, 'NotFound') : refuse(400, 'WarehouseNameInvalid')
      }
      world.passes.set(pass.id, { ...pass, ...body })
      return { status: 204 }
    })
  },
  {
    ...common,
    method: 'DELETE',
    path: '/api/v3/passes/{passId}',
    write: true,
    handle: ({ world, params }) =>
      world.passes.delete(Number(params['passId'])) ? { status: 204 } : refuse(404, 'NotFound')
  }
]

function officesWithPass(world: World): World['offices'] {
  return world.offices.filter(office => !office.isPickupPoint)
}

function passView(world: World, { endsAt, ...pass }: Pass): Record<string, unknown> {
  const office = world.offices.find(({ id }) => id === pass.officeId)
  return {
    ...pass,
    // The documents show this date in a form of its own: a space and an offset.
    dateEnd: new Date(endsAt)
      .toISOString()
      .replace('T', ' ')
      .replace(/\.\d{3}Z$/, '+00:00'),
    officeName: office?.name ?? '',
    officeAddress: office?.address ?? ''
  }
}
