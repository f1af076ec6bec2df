import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createPictures } from '../../../electron/api/pictures.ts'
import type { HttpPort, HttpRequest } from '../../../electron/station/ports/ports.ts'

/** Writes down what would go out. */
function recorded(status = 200) {
  const asked: HttpRequest[] = []
  const http: HttpPort = {
    open: () => ({
      exchange: async request => {
        asked.push(request)
        return { kind: 'whole', status, headers: {} }
      },
      close: async () => {}
    })
  }
  return { asked, http }
}

test('a card’s picture is asked for at the marketplace’s hosts of pictures alone, without the token', async () => {
  const { asked, http } = recorded()
  const pictures = createPictures(null, http)
  await pictures.fetch('https://basket-10.wbbasket.ru/vol1/part2/3/images/c246x328/1.webp?v=1')
  expect(asked).toMatchObject([
    { origin: 'https://basket-10.wbbasket.ru', path: '/vol1/part2/3/images/c246x328/1.webp?v=1', method: 'GET' }
  ])
  expect(Object.keys(asked[0]?.headers ?? {})).toEqual(['accept'])
  for (const url of [
    'https://example.com/1.webp',
    'https://wbbasket.ru.example.com/1.webp',
    'https://evilwbbasket.ru/1.webp',
    'http://basket-10.wbbasket.ru/1.webp',
    'https://basket-10.wbbasket.ru:8443/1.webp',
    'https://127.0.0.1/1.webp',
    'http://127.0.0.1:8787/1.webp',
    'file:///etc/passwd',
    'nothing'
  ]) {
    expect([url, await pictures.fetch(url)]).toEqual([url, 'none'])
  }
  expect(asked).toHaveLength(1)
})

test('only a host that has no such picture says so for good; a redirect, a refusal and a server in trouble are asked later', async () => {
  const at = 'https://basket-10.wbbasket.ru/1.webp'
  const answers = [404, 410, 302, 403, 407, 429, 503]
  const told = await Promise.all(answers.map(status => createPictures(null, recorded(status).http).fetch(at)))
  expect(told).toEqual(['none', 'none', 'later', 'later', 'later', 'later', 'later'])
})

test('another marketplace on this PC has its own pictures; what is longer than a picture is not taken in', async () => {
  const server = createServer((request, response) => {
    response.end(request.url === '/small' ? 'picture' : Buffer.alloc(2 * 1024 * 1024))
  })
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  const pictures = createPictures(`${url}/api`)
  onTestFinished(() => pictures.close())
  expect(String(await pictures.fetch(`${url}/small`))).toBe('picture')
  expect(await pictures.fetch(`${url}/large`)).toBe('later')
})
