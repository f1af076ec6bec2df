import { createServer } from 'node:http'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import { NO_NEWS } from '../../../electron/api/limits/bucket.ts'
import { judge } from '../../../electron/api/wire/judge.ts'
import { allOperations } from '../../../electron/api/operations.ts'
import { limitNews } from '../../../electron/api/wire/replies.ts'
import { createTransport, type Outcome } from '../../../electron/api/wire/transport.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { everyCall } from './all-calls.ts'
import { letRun } from './practice.ts'
import { done, html, openFaulty } from './faulty-server.ts'
import { strangersAnswer } from './strangers.ts'

/** Drawn once, then crossed with every method: a hundred thousand cases in a few seconds. */
const ANSWERS = fc.sample(strangersAnswer, { seed: 8, numRuns: Math.ceil(100_000 / allOperations.length) })

test('whatever a stranger answers to whichever method: a read is asked again, a write is looked up, nothing is charged', async () => {
  let cases = 0
  for (const given of ANSWERS) {
    const answer: Outcome = { kind: 'answer', ...given }
    for (const operation of allOperations) {
      cases += 1
      const { status } = given
      const expected =
        operation.effect === 'write'
          ? { kind: 'unknown', why: 'stranger', status }
          : { kind: 'retry', why: 'stranger', status, inMs: 1000 }
      const reply = await judge(operation, answer, 1000)
      if (JSON.stringify(reply) !== JSON.stringify(expected)) expect([operation.name, given, reply]).toEqual(expected)
    }
    const news = limitNews(given, { conflict: 10, other: 10 })
    expect([given, news.penalty, news.limited]).toEqual([given, NO_NEWS.penalty, NO_NEWS.limited])
  }
  expect(cases).toBeGreaterThanOrEqual(100_000)
})

test.each(['seed', 'successor'] as const)(
  'over a real connection, whichever function of the %s edition is called, a stranger refuses and stops nothing',
  async edition => {
    const answers = ANSWERS.filter(({ text }) => !text.includes('\0'))
    let turn = 0
    const server = createServer((request, response) => {
      const { status, text } = answers[turn++ % answers.length] ?? { status: 403, text: '' }
      request.resume().on('end', () => void response.writeHead(status).end(status === 204 ? '' : text))
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : 0
    const transport = createTransport(`http://127.0.0.1:${port}`, () => 'token')
    onTestFinished(async () => {
      await transport.close()
      server.close()
    })
    const { asked, written, clock } = everyCall(transport, edition, quietLog)
    const all = [...asked.map(call => ({ call, kind: 'retry' })), ...written.map(call => ({ call, kind: 'unknown' }))]
    for (let round = 0; round < 20; round += 1) {
      for (const { call, kind } of all) {
        const reply = await letRun(clock, call(), 60_000)
        const isAsked = !JSON.stringify(reply).includes('"NotInEdition"')
        if (isAsked) expect(reply).toMatchObject({ kind, why: 'stranger' })
      }
    }
    expect(turn).toBeGreaterThan(1000)
  },
  120_000
)

test('a stranger shuts no bucket and no method: twenty of his answers later the next write leaves at once', async () => {
  let isAway = false
  const { client, clock } = await openFaulty((...parts) =>
    (isAway ? done : html(403, { 'x-ratelimit-remaining': '0', 'retry-after': '3600' }))(...parts)
  )
  const add = () => client.send({ kind: 'addToSupply', remoteId: 'WB-GI-1', orderIds: [1] })
  for (let time = 0; time < 20; time += 1) {
    expect(await add()).toEqual({ kind: 'unknown', why: 'stranger', status: 403 })
    await clock.advance(210)
  }
  isAway = true
  const before = clock.monotonic()
  expect((await add()).kind).toBe('ok')
  expect(clock.monotonic()).toBe(before)
})
