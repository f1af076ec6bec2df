import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findOrders } from '../../../../electron/station/methods/find-orders.ts'
import { methods, type Input } from '../../../../shared/contract/contract.ts'
import { isProblem, type Order } from '../../../../shared/domain/orders/orders.ts'
import {
  DBS,
  inRound,
  newBench,
  newOrder,
  order,
  OTHER_SUPPLY,
  packedOrder,
  PICKUP,
  round,
  SUPPLY
} from '../../../shared/domain/assembly/support.ts'

type Filter = Input<'orders.list'>

const CODE = '0104601234567893215K\u001d91EE10'

const ORDERS: readonly Order[] = [
  newOrder(1, {
    createdAt: 8,
    article: 'mug-enamel',
    orderUid: 'basket-77',
    comment: 'Пожалуйста, в плёнку',
    price: 700
  }),
  order(
    2,
    { createdAt: 7, article: 'MUG-glass', isB2b: true, requiredMeta: ['sgtin'], cargoType: 2 },
    { codes: { sgtin: { values: [CODE], at: 1, packerId: null, state: 'queued', decision: null } } }
  ),
  order(3, { createdAt: 6 }, { supplyId: OTHER_SUPPLY }),
  packedOrder(4, { createdAt: 5 }),
  order(5, { createdAt: 4 }, { life: 'shelved' }),
  packedOrder(6, { createdAt: 3 }, { life: 'cancelled' }),
  inRound(7, DBS, 'claimed', { createdAt: 2 }),
  inRound(8, PICKUP, 'packed', { createdAt: 1 })
]
const BENCH = newBench({ orders: ORDERS, rounds: [round('dbs'), round('pickup')] })
const ALL: Filter = { lives: null, supplyId: null, search: '', offset: 0, limit: 100 }

const NOW_HERE = 24 * 3_600_000 + 4

async function idsOf(filter: Partial<Filter>): Promise<readonly number[]> {
  const { rows } = await findOrders(BENCH, methods['orders.list'].input.parse({ ...ALL, ...filter }), NOW_HERE)
  return rows.map(({ id }) => id)
}

test.each<readonly [string, Partial<Filter>, readonly number[]]>([
  ['all, the oldest first', {}, [8, 7, 6, 5, 4, 3, 2, 1]],
  ['of one life', { lives: ['claimed'] }, [7, 3, 2]],
  ['of two', { lives: ['packed', 'fresh'] }, [8, 4, 1]],
  ['of a supply', { supplyId: OTHER_SUPPLY }, [3]],
  ['of one life in a supply', { supplyId: SUPPLY, lives: ['packed'] }, [4]],
  ['of a round', { supplyId: 'round-pickup' }, [8]],
  ['of a scheme', { scheme: 'dbs' }, [7]],
  ['of a scheme and a life', { scheme: 'pickup', lives: ['claimed'] }, []],
  ['the problems', { problems: true }, [6, 5]],
  ['the problems of one life', { problems: true, lives: ['shelved'] }, [5]],
  ['by words, whatever their case', { search: 'Mug-' }, [2, 1]],
  ['by the sticker’s number', { search: '231648 9003' }, [3]],
  ['by what the buyer names', { search: '170046918-0011' }, [8]],
  ['by its basket', { search: 'basket-77' }, [1]],
  ['by a code that was collected for it, as a page shows it', { search: '5K␝91EE10' }, [2]],
  ['by a code as a scanner types it', { search: `]d2${CODE}` }, [2]],
  ['of a company', { traits: ['b2b'] }, [2]],
  ['that need codes and are for a company', { traits: ['codes', 'b2b'] }, [2]],
  ['with a comment', { traits: ['comment'] }, [1]],
  ['of a cargo', { cargoType: 2 }, [2]],
  ['by the seller’s status', { supplierStatus: 'new', scheme: 'fbs' }, [1]],
  ['of more than a day ago', { age: 'threeDays' }, [5, 6, 7, 8].toReversed()],
  ['of the last day', { age: 'day', lives: ['packed'] }, [4]],
  ['the newest first', { sort: 'newest', limit: 2, offset: 1 }, [2, 3]],
  ['by article', { sort: 'article', search: 'mug-' }, [1, 2]],
  ['the dearest first', { sort: 'dearest', lives: ['fresh', 'shelved'] }, [5, 1]],
  ['by a word that nobody has', { search: 'teapot' }, []],
  ['a page of all', { offset: 2, limit: 3 }, [6, 5, 4]],
  ['a page of what was found', { search: 'mug-', offset: 1, limit: 1 }, [1]]
])('%s', async (_, filter, ids) => {
  expect(await idsOf(filter)).toEqual(ids)
})

test('whatever is asked for together, the rows and their number are those that a look at every order gives', async () => {
  const filter = fc.record({
    lives: fc.option(fc.uniqueArray(fc.constantFrom(...new Set(ORDERS.map(({ life }) => life))), { maxLength: 3 })),
    problems: fc.boolean(),
    supplyId: fc.constantFrom(null, SUPPLY, OTHER_SUPPLY, 'round-dbs', 'nowhere'),
    scheme: fc.constantFrom(null, 'fbs', 'dbs', 'pickup'),
    offset: fc.nat(4),
    limit: fc.integer({ min: 1, max: 5 })
  })
  await fc.assert(
    fc.asyncProperty(filter, async ({ lives, problems, supplyId, scheme, offset, limit }) => {
      const wanted = ORDERS.filter(
        one =>
          (lives === null || lives.includes(one.life)) &&
          (!problems || isProblem(one)) &&
          (supplyId === null || one.supplyId === supplyId) &&
          (scheme === null || one.scheme.kind === scheme)
      ).toSorted((one, other) => one.facts.createdAt - other.facts.createdAt)
      const asked = { lives, problems, supplyId, scheme, offset, limit, search: '' }
      const found = await findOrders(BENCH, methods['orders.list'].input.parse(asked), 0)
      expect(found.total).toBe(wanted.length)
      expect(found.rows.map(({ id }) => id)).toEqual(wanted.slice(offset, offset + limit).map(({ facts }) => facts.id))
    })
  )
})
