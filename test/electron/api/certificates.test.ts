import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { issueCertificate } from '../../support/certificate.ts'
import { startProxy } from '../../support/proxy.ts'

const run = promisify(execFile)
const folder = mkdtempSync(join(tmpdir(), 'verstak-tls-'))
const authorityFile = join(folder, 'authority.pem')
const { authority, server } = issueCertificate('localhost')
const https = createServer({ key: server.key, cert: server.certificate }, (_, response) => response.end('{}'))
let port = 0

beforeAll(async () => {
  writeFileSync(authorityFile, authority)
  await new Promise<void>(resolve => https.listen(0, '127.0.0.1', resolve))
  const address = https.address()
  port = typeof address === 'object' ? (address?.port ?? 0) : 0
})
afterAll(() => {
  https.close()
  rmSync(folder, { recursive: true, force: true })
})

/** What a station's process gets from the server when it starts in this environment. */
async function askWith(environment: Record<string, string>, url = `https://localhost:${port}`): Promise<unknown> {
  const script = fileURLToPath(new URL('ask-once.ts', import.meta.url))
  const { stdout } = await run(process.execPath, [script, url], { env: { PATH: process.env['PATH'], ...environment } })
  return JSON.parse(stdout)
}

const answer = { kind: 'answer', status: 200, text: '{}' }
/** Not a byte of a request goes to a server that nobody vouches for. */
const refused = { kind: 'lost', sent: false, why: 'connection' }

test('a server whose certificate nobody vouches for gets nothing', async () => {
  expect(await askWith({})).toEqual(refused)
})

test('an authority in NODE_EXTRA_CA_CERTS is trusted', async () => {
  expect(await askWith({ NODE_EXTRA_CA_CERTS: authorityFile })).toEqual(answer)
})

test.runIf(process.platform === 'linux')('an authority that the system trusts is trusted', async () => {
  expect(await askWith({ SSL_CERT_FILE: authorityFile })).toEqual(answer)
})

test('through a proxy the certificate is still the server’s own', async () => {
  const proxy = await startProxy({ kind: 'pass', targetPort: port })
  onTestFinished(proxy.close)
  const other = issueCertificate('marketplace.test')
  const another = createServer({ key: other.server.key, cert: other.server.certificate }, (_, response) =>
    response.end('{}')
  )
  await new Promise<void>(resolve => another.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void another.close())
  const address = another.address()
  const way = await startProxy({ kind: 'pass', targetPort: typeof address === 'object' ? (address?.port ?? 0) : 0 })
  onTestFinished(way.close)
  writeFileSync(join(folder, 'other.pem'), other.authority)
  const trusting = { NODE_EXTRA_CA_CERTS: join(folder, 'other.pem') }
  expect(await askWith({ ...trusting, HTTPS_PROXY: way.url }, 'https://marketplace.test')).toEqual(answer)
  expect(way.seen).toEqual(['CONNECT marketplace.test:443'])
  // The name that was asked for is not on this one.
  expect(await askWith({ ...trusting, HTTPS_PROXY: proxy.url }, 'https://marketplace.test')).toEqual(refused)
})
