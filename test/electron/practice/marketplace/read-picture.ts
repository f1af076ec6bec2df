import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

const require = createRequire(import.meta.url)
prepareZXingModule({
  overrides: { wasmBinary: readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm')).buffer }
})

/** The texts of the QR codes in a picture. */
export async function readQr(picture: Uint8Array | ImageData): Promise<readonly string[]> {
  const found = await readBarcodes(picture, { formats: ['QRCode'] })
  return found.map(barcode => barcode.text)
}

/** Draws the one path of a QR code's SVG: polygons of straight edges, filled even-odd, eight pixels a unit. */
export function rasterQrSvg(svg: string): ImageData {
  const units = Number(/viewBox="0 0 (\d+) \1"/.exec(svg)?.[1])
  const path = /<path d="([^"]+)"/.exec(svg)?.[1] ?? ''
  const polygons = path
    .split('M')
    .slice(1)
    .map(part => [...part.matchAll(/(\d+) (\d+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) })))
  const edges = polygons.flatMap(points =>
    points.map((from, index) => ({ from, to: points[(index + 1) % points.length] ?? from }))
  )
  const isBlack = (x: number, y: number) =>
    edges.filter(({ from, to }) => from.x === to.x && from.x > x && from.y > y !== to.y > y).length % 2 === 1
  const margin = 8
  const scale = 4
  const width = (units + 2 * margin) * scale
  const data = new Uint8ClampedArray(width * width * 4).fill(255)
  for (let row = 0; row < width; row += 1) {
    for (let column = 0; column < width; column += 1) {
      if (isBlack(column / scale - margin + 0.01, row / scale - margin + 0.01))
        data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3)
    }
  }
  return { data, width, height: width, colorSpace: 'srgb' }
}

/** Width and height from a PNG's header. */
export function pngSize(png: Uint8Array): string {
  const view = new DataView(png.buffer, png.byteOffset)
  return `${view.getUint32(16)}x${view.getUint32(20)}`
}
