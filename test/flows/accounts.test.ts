import { createServer, request as forward } from 'node:http'
import { expect, test } from 'vitest'
import { makePracticeToken } from '../../electron/practice/marketplace/http/token.ts'
import { startRig } from '../support/station-rig.ts'
import { until } from '../support/until.ts'
import { writesOf } from '../support/write-log.ts'

test('a token that is no good is refused with its reason, and the first-run screen stays', async () => {
  const rig = await startRig({ token: null })
  const { control, token } = rig.marketplace
  expect(rig.view()).toMatchObject({ mode: 'setup', order: null, batch: null })
  expect(await rig.call('account.get')).toMatchObject({ kind: 'none', sellerId: null, vault: 'none', keepsWork: false })
  const refused = async (text: string) => {
    const result = await rig.call('account.connect', { token: text, keep: 'always' })
    expect(rig.view().mode).toBe('setup')
    return result.kind === 'refused' ? result.why : result.kind
  }
  expect(await refused('hello')).toBe('notToken')
  expect(await refused(token.slice(0, -9))).toBe('notWhole')
  const old = control.issueToken({ expiresInDays: -1 })
  expect(await refused(old)).toBe('expired')
  const { expiredAt } = await rig
    .call('account.connect', { token: old, keep: 'always' })
    .then(result => (result.kind === 'refused' && result.why === 'expired' ? result : { expiredAt: null }))
  expect(Math.round((Date.now() - (expiredAt ?? 0)) / 3_600_000)).toBe(24)
  expect(await refused(control.issueToken({ marketplace: false }))).toBe('noMarketplace')
  expect(await refused(control.issueToken({ readOnly: true }))).toBe('readOnly')
  const [head, claims] = token.split('.')
  expect(await refused(`${head}.${claims}.${'x'.repeat(43)}`)).toBe('tokenRefused')
  control.setFaults({ unpaid: true })
  expect(await refused(token)).toBe('payment')
  control.setFaults({ unpaid: false })
  await rig.network.cut()
  expect(await refused(token)).toBe('unreachable')
  await rig.network.mend()
  expect(rig.vault.token).toBeNull()

  const connected = await rig.call('account.connect', { token: `  "Bearer ${token}"\r\n`, keep: 'always' })
  expect(connected).toMatchObject({ kind: 'ok', account: { kind: 'live', sandbox: true, tokenType: 'personal' } })
  expect(await rig.call('account.get')).toMatchObject({ keepsWork: true })
  await rig.when('the orders', view => view.mode === 'live' && view.isSandbox && view.counts.fresh === 30)
  expect(rig.vault.token).toBe(token)
  await rig.call('account.leave')
  expect(rig.view().mode).toBe('setup')
  expect(rig.vault.token).toBeNull()
})

test('a kept token that has run out leads to the first-run screen; one for this run is not kept', async () => {
  const rig = await startRig({ token: null })
  rig.vault.token = rig.marketplace.control.issueToken({ expiresInDays: -1 })
  await rig.stop()
  await rig.start()
  expect(rig.view().mode).toBe('setup')
  await rig.call('account.connect', { token: rig.marketplace.token, keep: 'thisRun' })
  expect(rig.view().mode).toBe('live')
  await rig.stop()
  await rig.start()
  expect(rig.view().mode).toBe('setup')
})

test("P6: two sellers' queues are kept apart, and the second never sends for the first", async () => {
  const rig = await startRig({ orders: 0 })
  const { control } = rig.marketplace
  const [id = 0] = control.addOrders(1, { article: 'one-ring-7548' })
  await rig.refresh('the order', ({ counts }) => counts.fresh === 1)
  await rig.scan('VRSTK-NEW-SUPPLY')
  await rig.stickered(1)
  await rig.drained()
  await rig.network.cut()
  await rig.pack(rig.thing(id))
  expect(rig.view().network.waiting).toBe(1)
  await rig.network.mend()
  control.clearRequests()

  const second = makePracticeToken(99, Date.now())
  const before = rig.view().revision
  expect(await rig.call('account.connect', { token: second, keep: 'always' })).toMatchObject({ kind: 'ok' })
  // A page that stays open over the change never sees the revision go back.
  expect(rig.view().revision).toBeGreaterThan(before)
  await rig.when('its own news', ({ mode, network }) => mode === 'live' && network.kind === 'online')
  expect(rig.view()).toMatchObject({ network: { waiting: 0 }, packedToday: 0, batch: null, printers: [] })
  expect(await rig.call('queue.list', { pending: false, offset: 0, limit: 10 })).toEqual([])
  await until('a round of news', () => control.requests().some(({ path }) => path.endsWith('/orders/new')))
  expect(writesOf(control)).toEqual([])

  await rig.call('account.connect', { token: rig.marketplace.token, keep: 'always' })
  expect(rig.view()).toMatchObject({ packedToday: 1 })
  await rig.drained()
  expect(writesOf(control).map(({ name }) => name)).toEqual([`PUT ${id}/meta/uin`])
  expect(rig.errors()).toEqual([])
})

test("practice beside a seller keeps its hands off the seller's files", async () => {
  const rig = await startRig()
  const supplyId = (await rig.scan('VRSTK-NEW-SUPPLY')).batch?.id
  await rig.drained()
  rig.marketplace.control.clearRequests()
  const live = await rig.invoke('practice.things', undefined)
  expect(live).toMatchObject({ ok: false, error: { kind: 'failed' } })
  await rig.call('account.practise')
  await rig.when('practice', ({ mode, counts }) => mode === 'practice' && counts.fresh === 30)
  expect(rig.view().batch).toBeNull()
  await rig.call('practice.show', { text: 'VRSTK-NEW-SUPPLY' })
  expect(rig.view().batch).not.toBeNull()
  expect(await rig.call('practice.things')).toHaveLength(30)
  await rig.call('account.connect', { token: rig.marketplace.token, keep: 'always' })
  expect(rig.view().batch?.id).toBe(supplyId)
  expect(writesOf(rig.marketplace.control)).toEqual([])
})

test('a Base token is accepted, and told apart', async () => {
  const rig = await startRig({ token: null })
  const base = rig.marketplace.control.issueToken({ type: 'base' })
  const connected = await rig.call('account.connect', { token: base, keep: 'thisRun' })
  expect(connected).toMatchObject({ kind: 'ok', account: { kind: 'live', tokenType: 'base' } })
  expect(await rig.call('account.get')).toMatchObject({ tokenType: 'base' })
  await rig.when('the orders', ({ counts }) => counts.fresh === 30)
})

/** A marketplace that wants the word `Bearer` before the token. */
async function startBearerGate(target: string) {
  const server = createServer((request, response) => {
    const { method = 'GET', url = '/', headers } = request
    const authorization = headers.authorization ?? ''
    const isWanted = authorization.startsWith('Bearer ')
    const passed = { ...headers, authorization: isWanted ? authorization.slice(7) : 'not.a.token' }
    const onward = forward(`${target}${url}`, { method, headers: passed }, given => {
      given.pipe(response.writeHead(given.statusCode ?? 500, given.headers))
    })
    onward.on('error', () => request.socket.destroy())
    request.pipe(onward)
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const close = () =>
    new Promise<void>(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, close }
}

test('where the word Bearer is wanted before the token, it is set at the start or later, and kept', async () => {
  const rig = await startRig({ token: null, between: startBearerGate })
  const { token } = rig.marketplace
  const connect = () => rig.call('account.connect', { token, keep: 'always' })
  expect(await connect()).toEqual({ kind: 'refused', why: 'tokenRefused' })
  await rig.call('settings.set', { authorization: 'bearer' })
  expect(await connect()).toMatchObject({ kind: 'ok' })
  await rig.when('the orders', ({ counts }) => counts.fresh === 30)
  await rig.stop()
  await rig.start()
  expect(rig.view().settings.authorization).toBe('bearer')

  await rig.call('settings.set', { authorization: 'raw' })
  await rig.call('queue.retry', { id: '' })
  await rig.when('the account stops', ({ network }) => network.block === 'tokenRefused')
  await rig.call('settings.set', { authorization: 'bearer' })
  await rig.call('queue.retry', { id: '' })
  await rig.when('it goes on', ({ network }) => network.kind === 'online')
})
