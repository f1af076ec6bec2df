import { createServer } from 'node:http'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { build } from 'vite'
import { SECURITY_HEADERS } from '../../electron/csp.ts'

const TYPES: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.woff2': 'font/woff2'
}

export interface ServedPage {
  readonly address: string
  close(): Promise<void>
}

/** Builds the page into a temporary folder and serves it beside the fake station, under the hosts' own security headers. */
export async function servePage(): Promise<ServedPage> {
  const folder = await mkdtemp(join(tmpdir(), 'verstak-page-'))
  await build({ configFile: 'page.vite.config.ts', logLevel: 'error', build: { outDir: folder } })
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: join(folder, 'fake'),
      lib: { entry: 'test/renderer/fake-page.ts', formats: ['iife'], name: 'fake', fileName: () => 'station.js' }
    }
  })
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://page').pathname
    const file = path === '/' ? 'index.html' : path === '/station.js' ? 'fake/station.js' : normalize(path)
    readFile(join(folder, file)).then(
      body => {
        const type = TYPES[extname(file)] ?? 'application/octet-stream'
        response.writeHead(200, { ...SECURITY_HEADERS, 'Content-Type': type }).end(body)
      },
      () => response.writeHead(404).end()
    )
  })
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('not listening')
  return {
    address: `http://127.0.0.1:${address.port}/`,
    async close() {
      server.closeAllConnections()
      await new Promise(resolve => {
        server.close(resolve)
      })
      await rm(folder, { recursive: true, force: true })
    }
  }
}
