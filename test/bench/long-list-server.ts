/** A thread that answers as a marketplace with very many new orders: made beforehand, so that it costs the station nothing. */
import { createServer } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'
import { gzipSync } from 'node:zlib'
import { z } from 'zod'

const { orders, oddIn } = z.object({ orders: z.number(), oddIn: z.number() }).parse(workerData)

const FIRST_ID = 4_100_000_000
const KINDS = 2000

function order(number: number): object {
  return {
    address: null,
    scanPrice: null,
    comment: number % 20 === 0 ? 'Упакуйте в плёнку, пожалуйста' : '',
    deliveryType: 'fbs',
    orderUid: `${165_918_930 + number}_629fbc924b984618a44354475ca58675`,
    article: `one-ring-${number % KINDS}`,
    colorCode: 'RAL 3017',
    rid: `f884001e44e511edb8780242ac12${number.toString(16).padStart(4, '0')}`,
    createdAt: new Date(Date.UTC(2026, 0, 15) + number * 1000).toISOString(),
    offices: ['Калуга'],
    skus: [String(2_000_000_000_000 + (number % KINDS))],
    // Every so many is odd: an id of 64 bits, or none that is a number.
    id: oddIn > 0 && number % oddIn === 0 ? `x${number}` : FIRST_ID + number,
    warehouseId: 658_434,
    officeId: 123,
    nmId: 123_456_789 + (number % KINDS),
    chrtId: 987_654_321 + (number % KINDS),
    price: 101_400,
    finalPrice: 98_000,
    convertedPrice: 101_400,
    convertedFinalPrice: 98_000,
    currencyCode: 643,
    convertedCurrencyCode: 643,
    cargoType: 1,
    crossBorderType: 0,
    isZeroOrder: false,
    options: { isB2B: false },
    requiredMeta: number % 3 === 0 ? ['sgtin'] : [],
    optionalMeta: []
  }
}

const text = JSON.stringify({ orders: Array.from({ length: orders }, (_, number) => order(number)) })
const plain = Buffer.from(text)
const packed = gzipSync(plain)
const asked = z.object({ orders: z.array(z.number()) })

const server = createServer((request, response) => {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname
  const say = (body: unknown) => void response.setHeader('content-type', 'application/json').end(JSON.stringify(body))
  if (path === '/api/v3/orders/new') {
    const isPacked = request.headers['accept-encoding']?.includes('gzip') === true
    if (isPacked) response.setHeader('content-encoding', 'gzip')
    response.setHeader('content-type', 'application/json').end(isPacked ? packed : plain)
  } else if (path === '/api/v3/orders/status') {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const ids = asked.parse(JSON.parse(Buffer.concat(chunks).toString())).orders
      say({ orders: ids.map(id => ({ id, supplierStatus: 'new', wbStatus: 'waiting', isCancellable: true })) })
    })
  } else if (path === '/api/v3/supplies') say({ next: 0, supplies: [] })
  else if (path === '/api/v3/orders') say({ next: 0, orders: [] })
  else say({ TS: new Date().toISOString(), Status: 'OK' })
})

server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  parentPort?.postMessage({ url: `http://127.0.0.1:${port}`, megabytes: plain.length / 1e6 })
})
