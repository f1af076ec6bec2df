import { expect, test } from 'vitest'
import { isAlive } from '../../../../electron/practice/marketplace/http/editions.ts'
import { createRouter } from '../../../../electron/practice/marketplace/http/route.ts'
import type { Route } from '../../../../electron/practice/marketplace/http/route.ts'
import { ROUTES } from '../../../../electron/practice/marketplace/routes/index.ts'
import { openMarketplace } from './harness.ts'
import type { Answer, Harness } from './harness.ts'
import type { EditionName } from './shapes/common.ts'
import { archiveError, businessError, gatewayError, identityError, titledError } from './shapes/errors.ts'
import { fbsShapes } from './shapes/fbs.ts'
import { schemeShapes } from './shapes/schemes.ts'
import { SEED_STATUSES } from './shapes/statuses.ts'
import { visitFbs } from './shapes/visit-fbs.ts'
import { visitSchemes } from './shapes/visit-schemes.ts'

const find = createRouter(ROUTES)

function nameOf({ method, path }: Route): string {
  return `${method} ${path}`
}

/** The methods whose shapes the documents at hand tell: not the cards, and not the sandbox's levers. */
function routesOf(edition: EditionName): readonly Route[] {
  return ROUTES.filter(
    route => isAlive(route.edition, edition, 0) && route.host !== 'sandbox' && route.category === undefined
  )
}

function errorShape({ path }: Route, status: number) {
  if (path.endsWith('/archive')) return archiveError
  if (path.endsWith('/identity') && (status === 409 || status === 404)) return identityError
  return /spot(\/list)?$/.test(path) ? titledError : businessError(status)
}

/** A marketplace whose every answer is held against the shapes; `seen` gathers the methods that succeeded. */
async function openChecked(edition: EditionName): Promise<Harness & { readonly seen: Set<string> }> {
  const shop = await openMarketplace({ orders: 0, edition })
  const shapes = { ...fbsShapes(edition), ...schemeShapes(edition) }
  const seen = new Set<string>()

  function check(method: string, path: string, { status, body }: Answer): void {
    const route = find(method, path.split('?')[0] ?? '').find(match => isAlive(match.route.edition, edition, 0))?.route
    if (route === undefined) return expect([path, gatewayError.safeParse(body).error]).toEqual([path, undefined])
    const name = nameOf(route)
    if (status < 300) seen.add(name)
    const shape = status < 300 ? shapes[name] : errorShape(route, status)
    expect([name, shape === undefined]).toEqual([name, false])
    expect([name, status, shape?.safeParse(body).error?.issues, body]).toEqual([name, status, undefined, body])
    const documented = edition === 'seed' && status >= 400 ? SEED_STATUSES[name] : [status]
    expect([name, documented]).toEqual([name, expect.arrayContaining([status])])
  }

  return {
    ...shop,
    seen,
    async call(method, path, body, token) {
      const answer = await shop.call(method, path, body, token)
      check(method, path, answer)
      return answer
    }
  }
}

const EDITIONS = ['seed', 'successor'] as const

test.each(EDITIONS)('%s edition: every success has the shape of the documents, and no more', async edition => {
  const shop = await openChecked(edition)
  await visitFbs(shop, edition)
  await visitSchemes(shop, edition)
  expect([...shop.seen].toSorted()).toEqual(routesOf(edition).map(nameOf).toSorted())
})

/** What is wrong with a request: ids that are none or nobody's, bodies that are none or of another method. */
const IDS = [
  ['x', 'x', 'x'],
  ['5', 'WB-GI-5', '5']
] as const
const BODIES = [
  undefined,
  '{',
  {},
  { orders: ['x'] },
  { uin: '1'.repeat(16) },
  { orders: [{ orderId: 5 }], data: [] }
] as const

test.each(EDITIONS)('%s edition: every refusal has a status and a shape of the documents', async edition => {
  const shop = await openChecked(edition)
  const refused = new Set<string>()
  for (const { method, path } of routesOf(edition)) {
    for (const [orderId, supplyId, passId] of IDS) {
      const to = path.replace('{orderId}', orderId).replace('{supplyId}', supplyId).replace('{passId}', passId)
      for (const body of method === 'GET' ? [undefined] : BODIES) {
        if ((await shop.call(method, to, body)).status >= 400) refused.add(path)
      }
    }
  }
  expect(refused.size).toBeGreaterThan(40)
})

test.each(EDITIONS)(
  '%s edition: what an order or a supply is not ready for is refused as documented',
  async edition => {
    const shop = await openChecked(edition)
    const [fbs = 0] = shop.control.addOrders(1, { requiredMeta: ['uin'], optionalMeta: [] })
    const [dbs = 0] = shop.control.addOrders(1, { scheme: 'dbs' })
    const [pickup = 0] = shop.control.addOrders(1, { scheme: 'pickup' })
    await shop.call('POST', '/api/v3/supplies', { name: 'a' })
    const supplyId = shop.control.state().supplies[0]?.id ?? ''
    const bodies = [
      undefined,
      { code: '1' },
      { uin: '1'.repeat(16) },
      { amount: 9 },
      { sgtins: ['x'.repeat(16)] }
    ] as const
    for (const { method, path, write, scheme } of routesOf(edition)) {
      if (!write || path.endsWith('/confirm')) continue
      const orderId = scheme === 'dbs' ? dbs : scheme === 'pickup' ? pickup : fbs
      const to = path.replace('{orderId}', String(orderId)).replace('{supplyId}', supplyId).replace('{passId}', '5')
      for (const body of bodies) await shop.call(method, to, body)
    }
    expect(shop.control.requests().filter(({ status }) => status === 409).length).toBeGreaterThan(5)
  }
)

test('the gateway speaks in its own shape: no token, a wrong one, limits, unknown paths, unpaid', async () => {
  const shop = await openMarketplace({ orders: 0, limits: 'real' })
  const said = async (expected: number, answer: Promise<Answer>) => {
    const { status, body } = await answer
    expect([status, gatewayError.safeParse(body).error]).toEqual([expected, undefined])
  }
  await said(401, shop.call('GET', '/ping', undefined, null))
  await said(401, shop.call('GET', '/ping', undefined, 'a.b.c'))
  await said(403, shop.call('GET', '/ping', undefined, shop.control.issueToken({ marketplace: false })))
  await said(404, shop.call('GET', '/api/v3/nowhere'))
  while ((await shop.call('GET', '/ping')).status === 200);
  await said(429, shop.call('GET', '/ping'))
  shop.control.setFaults({ unpaid: true })
  await said(402, shop.call('GET', '/ping'))
})
