import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'

const wasmFile = createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm')
let prepared: Promise<unknown> | null = null

/** Reads every barcode in a PNG with an independent reader; the texts from top to bottom, GS kept as it is. */
export async function decodePng(png: Uint8Array): Promise<string[]> {
  prepared ??= readFile(wasmFile).then(wasm =>
    prepareZXingModule({ overrides: { wasmBinary: new Uint8Array(wasm).buffer }, fireImmediately: true })
  )
  await prepared
  const found = await readBarcodes(new Uint8Array(png), {
    formats: ['QRCode', 'DataMatrix', 'Code128', 'EAN13', 'Aztec'],
    tryHarder: true,
    tryInvert: false,
    maxNumberOfSymbols: 16,
    textMode: 'Plain'
  })
  return found.toSorted((one, other) => one.position.topLeft.y - other.position.topLeft.y).map(symbol => symbol.text)
}
