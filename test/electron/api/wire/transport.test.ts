import { expect, test } from 'vitest'
import { createTransport, transportBounds } from '../../../../electron/api/wire/transport.ts'
import { createNetHttp } from '../../../../electron/desktop/net-http.ts'
import { createNetStandIn } from '../../../support/net-stand-in.ts'
import { until } from '../../../support/until.ts'
import { json, startFaultyServer } from '../faulty-server.ts'

test.each([
  ['Node', undefined, 8],
  ['Electron', createNetHttp(createNetStandIn()), 6]
])(
  'closing lets an answer come, cuts what stays silent, and sends nothing that still waits for a connection (%s)',
  async (_host, http, connections) => {
    const server = await startFaultyServer((response, seen, request) => {
      if (seen.path === '/prompt') setImmediate(() => json(200, {})(response, seen, request))
    })
    const transport = createTransport(server.url, () => 'token', { ...transportBounds, closeMs: 300 }, http)
    const ask = (path: string) => transport.exchange({ method: 'POST', path, body: '{}' })
    const prompt = ask('/prompt')
    // One silent request more than there are connections.
    const silent = Array.from({ length: connections + 1 }, () => ask('/silent'))
    await until('all connections are busy', () => server.seen.length >= connections + 1)
    await transport.close()
    expect((await prompt).kind).toBe('answer')
    const lost = await Promise.all(silent)
    expect(lost.map(outcome => outcome.kind === 'lost' && outcome.sent)).toEqual([
      ...Array(connections).fill(true),
      false
    ])
    expect(await ask('/late')).toMatchObject({ kind: 'lost', sent: false })
    expect(server.seen.map(({ path }) => path)).not.toContain('/late')
    await transport.close()
    await server.close()
  }
)
