import { qrcode } from 'bwip-js/generic'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { beforeAll, expect, test } from 'vitest'
import { drawOutline, type Outline } from '../../../renderer/ui/barcode-outline.ts'
import { COMMANDS, commandBarcode } from '../../../shared/domain/scanning/commands.ts'

beforeAll(async () => {
  const wasm = await readFile(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  await prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true })
})

/** Paints the outline with the even-odd rule, as the page's SVG does. */
function paint(outline: Outline, scale: number): ImageData {
  const width = outline.width * scale
  const height = outline.height * scale
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  const shapes = outline.path.split('z').filter(shape => shape !== '')
  const polygons = shapes.map(shape =>
    shape
      .slice(1)
      .split('L')
      .map(point => point.split(' ').map(Number))
  )
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const isInk = polygons.filter(polygon => isInside(polygon, (x + 0.5) / scale, (y + 0.5) / scale)).length % 2 === 1
      if (isInk) data.fill(0, (y * width + x) * 4, (y * width + x) * 4 + 3)
    }
  }
  return { width, height, data, colorSpace: 'srgb' }
}

function isInside(polygon: readonly (readonly number[])[], x: number, y: number): boolean {
  let inside = false
  polygon.forEach(([x1 = 0, y1 = 0], index) => {
    const [x2 = 0, y2 = 0] = polygon[(index + 1) % polygon.length] ?? []
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) * (x2 - x1)) / (y2 - y1)) inside = !inside
  })
  return inside
}

test('every command on the screen reads back as itself', async () => {
  for (const command of COMMANDS) {
    const text = commandBarcode(command)
    const options = { bcid: 'qrcode', text, eclevel: 'M', scale: 1 }
    const outline = drawOutline(context => qrcode<Outline>(options, context), 8)
    const found = await readBarcodes(paint(outline, 2), { formats: ['QRCode'] })
    expect(found.map(code => code.text)).toEqual([text])
  }
})
