import { expect, test } from 'vitest'
import { z } from 'zod'
import { zplToBase64Async } from 'zpl-renderer-js'
import { openMarketplace } from './harness.ts'
import type { Harness } from './harness.ts'
import { pngSize, rasterQrSvg, readQr } from './read-picture.ts'

const stickersSchema = z.object({
  stickers: z.array(
    z.object({ orderId: z.number(), partA: z.string(), partB: z.string(), barcode: z.string(), file: z.string() })
  )
})

async function stickers({ call }: Harness, orders: readonly number[], query = 'type=zplh&width=58&height=40') {
  const answer = await call('POST', `/api/v3/orders/stickers?${query}`, { orders })
  return stickersSchema.parse(answer.body).stickers
}

function bytes(file: string): Uint8Array {
  return new Uint8Array(Buffer.from(file, 'base64'))
}

function text(file: string): string {
  return Buffer.from(file, 'base64').toString('utf8')
}

/** ZPL as a printer of 203 dpi puts it on paper, in mm. */
async function printed(file: string, width: number, height: number): Promise<Uint8Array> {
  return bytes(await zplToBase64Async(text(file), width, height, 8))
}

test('every kind of sticker, in both sizes, bears the order’s code and its number', async () => {
  const marketplace = await openMarketplace()
  // A code of each kind: some begin with `!`, some with `*`.
  const all = marketplace.control.state().orders.filter(order => order.cargoType === 1)
  const chosen = ['!', '*'].map(first => all.find(order => order.sticker.barcode.startsWith(first))?.id ?? 0)
  await marketplace.supplyWith(chosen)
  for (const [width, height] of [
    [58, 40],
    [40, 30]
  ] as const) {
    const size = `width=${width}&height=${height}`
    for (const sticker of await stickers(marketplace, chosen, `type=zplh&${size}`)) {
      const picture = await printed(sticker.file, width, height)
      expect(pngSize(picture)).toBe(`${width * 8}x${height * 8}`)
      expect(await readQr(picture)).toEqual([sticker.barcode])
      expect(text(sticker.file)).toContain(`^FD${sticker.partA}^FS`)
      expect(text(sticker.file)).toContain(`^FD${sticker.partB}^FS`)
    }
    for (const sticker of await stickers(marketplace, chosen, `type=zplv&${size}`)) {
      expect(await readQr(await printed(sticker.file, height, width))).toEqual([sticker.barcode])
    }
    for (const sticker of await stickers(marketplace, chosen, `type=png&${size}`)) {
      expect(pngSize(bytes(sticker.file))).toBe(`${width * 10}x${height * 10}`)
      expect(await readQr(bytes(sticker.file))).toEqual([sticker.barcode])
    }
    for (const sticker of await stickers(marketplace, chosen, `type=svg&${size}`)) {
      const svg = text(sticker.file)
      expect(svg).toContain(`width="${width * 10}" height="${height * 10}"`)
      expect(svg).toContain(`>${sticker.partB}</text>`)
      expect(await readQr(rasterQrSvg(svg))).toEqual([sticker.barcode])
    }
  }
})

test('orders that are new, cancelled or unknown have no sticker; those in delivery keep theirs', async () => {
  const marketplace = await openMarketplace()
  const orders = marketplace.control.addOrders(3, { article: 'mug-enamel-350' })
  const [fresh = 0, dead = 0, alive = 0] = orders
  const supplyId = await marketplace.supplyWith([dead, alive])
  marketplace.control.cancelOrder(dead, 'canceled')
  const found = async () => (await stickers(marketplace, [fresh, dead, alive, 5])).map(sticker => sticker.orderId)
  expect(await found()).toEqual([alive])
  await marketplace.call('PATCH', `/api/v3/supplies/${supplyId}/deliver`)
  expect(await found()).toEqual([alive])
})

test('right after assembly began a sticker may be missing, and comes when asked for again', async () => {
  const marketplace = await openMarketplace()
  marketplace.control.setLateStickers({ oneIn: 1, times: 2 })
  const orders = marketplace.control.addOrders(2, { article: 'mug-enamel-350' })
  await marketplace.supplyWith(orders)
  const counts = []
  for (let attempt = 0; attempt < 3; attempt += 1) counts.push((await stickers(marketplace, orders)).length)
  expect(counts).toEqual([0, 0, 2])
})

test('odd kinds, odd sizes and too many orders are refused', async () => {
  const { call } = await openMarketplace()
  for (const query of ['', 'type=pdf&width=58&height=40', 'type=png&width=58&height=30', 'type=png&width=58']) {
    expect(await call('POST', `/api/v3/orders/stickers?${query}`, { orders: [1] }), query).toMatchObject({
      status: 400,
      body: { code: 'IncorrectParameter' }
    })
  }
  const tooMany = Array.from({ length: 101 }, (_, index) => index + 1)
  for (const orders of [[], tooMany]) {
    expect((await call('POST', '/api/v3/orders/stickers?type=png&width=58&height=40', { orders })).status).toBe(400)
  }
})

test('a supply’s code comes after delivery, a box’s before it', async () => {
  const marketplace = await openMarketplace()
  const { call, control } = marketplace
  const supplyId = await marketplace.supplyWith(control.addOrders(1, { article: 'mug-enamel-350' }))
  await call('POST', `/api/v3/supplies/${supplyId}/trbx`, { amount: 1 })
  const [boxId = ''] = control.state().supplies[0]?.boxes ?? []
  const boxes = await call('POST', `/api/v3/supplies/${supplyId}/trbx/stickers?type=zplh`, { trbxIds: [boxId] })
  const box = z.object({ stickers: z.tuple([z.object({ barcode: z.string(), file: z.string() })]) }).parse(boxes.body)
    .stickers[0]
  expect(box.barcode).toBe(`$WBMP:1:123:${boxId.replace('WB-TRBX-', '')}`)
  expect(await readQr(await printed(box.file, 58, 40))).toEqual([box.barcode])

  const path = `/api/v3/supplies/${supplyId}/barcode?type=`
  expect(await call('GET', `${path}zplv`)).toMatchObject({ status: 409, body: { code: 'SupplyNotClosed' } })
  await call('PATCH', `/api/v3/supplies/${supplyId}/deliver`)
  const label = z.object({ barcode: z.string(), file: z.string() }).parse((await call('GET', `${path}zplv`)).body)
  expect(label.barcode).toBe(supplyId)
  expect(await readQr(await printed(label.file, 40, 58))).toEqual([supplyId])
  const png = z.object({ file: z.string() }).parse((await call('GET', `${path}png`)).body)
  expect(pngSize(bytes(png.file))).toBe('580x400')
  expect(await readQr(bytes(png.file))).toEqual([supplyId])
  expect(await call('GET', `${path}pdf`)).toMatchObject({ status: 400 })
})
