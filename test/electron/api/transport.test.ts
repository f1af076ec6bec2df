import { expect, test } from 'vitest'
import { createTransport, transportBounds } from '../../../electron/api/transport.ts'
import { until } from '../../support/until.ts'
import { json, startFaultyServer } from './faulty-server.ts'

test('closing lets an answer come, cuts what stays silent, and sends nothing that still waits for a connection', async () => {
  const server = await startFaultyServer((response, seen, request) => {
    if (seen.path === '/prompt') setImmediate(() => json(200, {})(response, seen, request))
  })
  const transport = createTransport(server.url, 'token', { ...transportBounds, closeMs: 300 })
  const ask = (path: string) => transport.exchange({ method: 'POST', path, body: '{}' })
  const prompt = ask('/prompt')
  // Eight connections: the ninth silent request has none.
  const silent = Array.from({ length: 9 }, () => ask('/silent'))
  await until('all connections are busy', () => server.seen.length >= 9)
  await transport.close()
  expect((await prompt).kind).toBe('answer')
  const lost = await Promise.all(silent)
  expect(lost.map(outcome => outcome.kind === 'lost' && outcome.sent)).toEqual([...Array(8).fill(true), false])
  expect(await ask('/late')).toMatchObject({ kind: 'lost', sent: false })
  expect(server.seen.map(({ path }) => path)).not.toContain('/late')
  await transport.close()
  await server.close()
})
