import { createServer } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { askAudit } from '../../scripts/ask-audit.ts'
import { makeSbom } from '../../scripts/make-sbom.ts'
import { readLicences } from '../../scripts/read-licences.ts'
import { tempFolder } from '../support/temp-folder.ts'

test('the list of everything inside names each released package once, and Electron', () => {
  const { components, metadata, dependencies } = makeSbom()
  const released = readLicences().filter(({ isDev, name }) => !isDev || name === 'electron')
  expect(components.map(({ name, version }) => `${name} ${String(version)}`).toSorted()).toEqual(
    [...new Set(released.map(({ name, version }) => `${name} ${version}`))].toSorted()
  )
  expect(metadata.component.name).toBe('verstak')
  expect(components.map(({ name }) => name)).toContain('zod')
  expect(dependencies).toHaveLength(components.length + 1)
})

/** A registry that answers the question for known holes with this. */
async function registry(status: number, answer: object): Promise<string> {
  const server = createServer((request, response) => {
    request.resume()
    const isAsked = request.url?.includes('advisories') === true
    response.writeHead(isAsked ? status : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(isAsked ? answer : packument(request.url ?? '')))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
}

/** Of a package, what npm looks up when a hole in it is told. */
function packument(url: string): object {
  const name = decodeURIComponent(url.slice(1))
  const version = readLicences().find(one => one.name === name)?.version ?? '1.0.0'
  return { name, 'dist-tags': { latest: version }, versions: { [version]: { name, version } } }
}

const hole = (severity: string) => ({
  ws: [{ id: 1, url: 'https://example.org', title: 'planted', severity, vulnerable_versions: '<99', cwe: [], cvss: {} }]
})

test.each([
  ['none', 200, {}, 0, 'No hole'],
  ['a small one', 200, hole('moderate'), 0, 'No hole'],
  ['a high one', 200, hole('high'), 1, 'high: ws'],
  ['a registry that does not answer', 405, {}, 2, 'Not known: the registry does not tell']
])('known holes: %s', async (_, status, answer, code, words) => {
  const said = await askAudit([`--registry=${await registry(status, answer)}`, `--cache=${tempFolder()}`])
  expect(said.code).toBe(code)
  expect(said.text).toContain(words)
})
