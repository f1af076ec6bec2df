import { request } from 'undici'
import { expect, test } from 'vitest'
import { openMarketplace } from '../harness.ts'

const SUPPLIES = '/api/v3/supplies'

async function open() {
  const shop = await openMarketplace({ orders: 1 })
  // `fetch` would follow a redirect, and makes an error of 407.
  const raw = async (method: 'GET' | 'POST', path: string, body?: unknown) => {
    const {
      statusCode,
      headers,
      body: stream
    } = await request(shop.url + path, {
      method,
      headers: { Authorization: shop.token },
      ...(body !== undefined && { body: JSON.stringify(body) })
    })
    return { status: statusCode, headers, text: await stream.text() }
  }
  return { ...shop, raw }
}

test('a stranger answers any path with any status, before the marketplace has heard of it', async () => {
  const { raw, control } = await open()
  for (const status of [200, 400, 401, 402, 403, 407, 413, 418, 451, 498, 499, 500, 511]) {
    control.setStrangers([{ status, page: 'html' }])
    const answer = await raw('POST', SUPPLIES, { name: 'Волна' })
    expect(answer).toMatchObject({ status, text: expect.stringContaining('<html>') })
    expect(answer.headers).not.toHaveProperty('x-ratelimit-remaining')
  }
  expect(control.state().supplies).toEqual([])
  expect(new Set(control.requests().map(request => request.outcome))).toEqual(new Set(['strangerBeforeCommit']))
})

test('every page is one that the marketplace never sends', async () => {
  const { raw, control } = await open()
  const ask = async (page: 'empty' | 'text' | 'json' | 'portal', status: number) => {
    control.setStrangers([{ status, page }])
    return raw('GET', '/api/v3/orders/new')
  }
  expect(await ask('empty', 403)).toMatchObject({ status: 403, text: '' })
  expect((await ask('text', 503)).text).toContain('upstream')
  expect(JSON.parse((await ask('json', 404)).text)).not.toHaveProperty('code')
  const portal = await ask('portal', 302)
  expect(portal.headers['location']).toMatch(/^http:\/\/sign-in\.invalid\//)
})

test('a stranger may answer after the write took effect', async () => {
  const { raw, control } = await open()
  control.setStrangers([{ status: 502, page: 'html', afterCommit: true }])
  expect(await raw('POST', SUPPLIES, { name: 'Волна' })).toMatchObject({ status: 502 })
  expect(await raw('POST', SUPPLIES, { name: '' })).toMatchObject({ status: 502 })
  expect(control.state().supplies.map(supply => supply.name)).toEqual(['Волна'])
  expect(control.requests().map(request => request.outcome)).toEqual(['strangerAfterCommit', 'strangerBeforeCommit'])
})

test('a stranger stays for some paths, for so many requests, for so long', async () => {
  const { raw, control, clock } = await open()
  const statuses = async () => [
    (await raw('GET', SUPPLIES + '?limit=1&next=0')).status,
    (await raw('GET', '/ping')).status
  ]
  control.setStrangers([
    { status: 418, page: 'empty', path: SUPPLIES, requests: 1 },
    { status: 407, page: 'html', path: '/ping', forMs: 1000 }
  ])
  expect(await statuses()).toEqual([418, 407])
  expect(await statuses()).toEqual([200, 407])
  expect(control.state().strangers).toMatchObject([{ status: 407 }])
  clock.now += 1000
  expect(await statuses()).toEqual([200, 200])
  expect(control.state().strangers).toEqual([])
})

test('strangers come and go over HTTP', async () => {
  const { call, control } = await open()
  const strangers = [{ status: 403, page: 'empty', requests: 2 }]
  expect(await call('POST', '/practice/strangers', { strangers }, null)).toMatchObject({ body: { strangers } })
  expect(control.state().strangers).toEqual(strangers)
  expect(await call('POST', '/practice/strangers', { strangers: [] }, null)).toMatchObject({ body: { strangers: [] } })
  expect(await call('POST', '/practice/strangers', { strangers: [{ status: 99, page: 'html' }] }, null)).toMatchObject({
    status: 400
  })
})
