import { expect, onTestFinished, test } from 'vitest'
import { USUAL_API_CHOICES } from '../../../shared/domain/account/api-choices.ts'
import type { Identity, Reply } from '../../../electron/station/ports/ports.ts'
import { connectTo, json, startFaultyServer, type Answer } from './faulty-server.ts'
import { letRun, openShop } from './practice.ts'

async function ask(answer: Answer, passcode = '4567'): Promise<{ reply: Reply<Identity>; asked: number }> {
  const server = await startFaultyServer(answer)
  onTestFinished(server.close)
  const { client, clock } = connectTo(server.url)
  const reply = await letRun(clock, client.pickup.identity('170046918-0011', passcode))
  return { reply, asked: server.seen.length }
}

test.each([
  ['same', 200, { ok: true }],
  ['wrongPasscode', 409, { code: 'InvalidPasscode' }],
  ['wrongPasscode', 409, { code: 'InvalidPasscode', message: 'wrong' }],
  ['noSuchOrder', 404, { code: 'NotFound' }],
  ['noSuchOrder', 404, { code: 'NotFound', message: 'none' }]
] as const)('%s: %i %j', async (kind, status, body) => {
  const { reply, asked } = await ask(json(status, body))
  expect([reply, asked]).toMatchObject([{ kind: 'ok', value: { kind } }, 1])
})

test('an order that is not ready is refused in the marketplace’s own words', async () => {
  const { reply } = await ask(json(409, { code: 'StatusMismatch', message: 'not prepared' }))
  expect(reply).toMatchObject({ kind: 'refused', code: 'StatusMismatch' })
})

test.each(['', '456', '456789', '45b7', ' 4567', '4567 '])('%j is no passcode, and is not sent', async passcode => {
  const { reply, asked } = await ask(json(200, { ok: true }), passcode)
  expect([reply, asked]).toMatchObject([{ kind: 'ok', value: { kind: 'malformed' } }, 0])
})

test('how many digits a passcode has is a setting, and two wrong ones tell when the next try is free', async () => {
  const choices = { ...USUAL_API_CHOICES, passcodeDigits: { least: 4, most: 6 } }
  const shop = await openShop({ edition: 'successor', choices })
  onTestFinished(shop.close)
  const { client, clock, marketplace } = shop
  marketplace.control.addOrders(1, { scheme: 'pickup' })
  const order = marketplace.control.state().pickupOrders[0]
  const say = async (passcode: string) => {
    const reply = await letRun(clock, client.pickup.identity(order?.orderCode ?? '', passcode))
    if (reply.kind !== 'ok') throw new Error(JSON.stringify(reply))
    return reply.value
  }
  // An account whose purse is known to be full.
  await clock.advance(60_000)
  expect(await say('123456')).toMatchObject({ kind: 'wrongPasscode' })
  const { kind, nextTryMs } = await say('654321')
  expect(kind).toBe('wrongPasscode')
  expect(nextTryMs).toBeGreaterThan(0)
  const before = clock.monotonic()
  expect((await say('123456')).kind).toBe('wrongPasscode')
  expect(clock.monotonic() - before).toBeGreaterThanOrEqual(nextTryMs - 100)
  expect(marketplace.control.requests().map(({ status }) => status)).not.toContain(429)
})
