import { inflateSync } from 'node:zlib'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bytesPerRow, drawBitmap } from '../../../electron/labels/bitmap.ts'
import { crc16, graphicField } from '../../../electron/labels/graphic-field.ts'

function crcOf(text: string): string {
  return crc16(Buffer.from(text)).toString(16).toUpperCase().padStart(4, '0')
}

test('the checksum is the one of the catalogues', () => {
  expect(crcOf('123456789')).toBe('31C3')
  expect(crcOf('')).toBe('0000')
})

/** As label designers and drivers of others wrote them for printers. */
test.each([
  ['eJzj4KAKYJChDmCwoQ5gEKAOYAAAavEfEQ==', '24EF', 288],
  ['eJxjYKAnOADEDxgYGD8AMZBmBvKZgULsQMxEV4fAAQBLYQRC', '3CC2', 256],
  [
    'eJzt08ENwjAMAECnqdI+KuDZB1IZIRuwSnjx7ZMfGS1sEokFGAAwtYMqBVRnAPCnjXqpnNgG+OXo08MtiwERNGKEM94BWoDOsLc9KM9i/rpG9B++yzyUfZ37puCbe+4pJcGrZ57PDWIl+cZkftgBGDGftz+x19HRDUi+UuyP7B8QqCKiR/aHSP5Cpx1Fv/cpf8v56+k2g3jeK/AZHLeGmt60F/9PJa2T3/DCyPUi0iVvebEteM896rhHyY9lb5MPtNBB9uAZu7QToy702+R12rKaJyT3X1Gl+WqXR+wfQrwAGJIonA==',
    '4717',
    1440
  ]
])('the checksum and the packing are those of other programs: %s', (base64, checksum, length) => {
  expect(crcOf(base64)).toBe(checksum)
  expect(inflateSync(Buffer.from(base64, 'base64'))).toHaveLength(length)
})

test('a picture comes out of its field dot by dot', () => {
  const side = fc.integer({ min: 1, max: 100 })
  fc.assert(
    fc.property(side, side, fc.integer(), (width, height, seed) => {
      const bitmap = drawBitmap(
        width,
        height,
        (x, y) => (Math.imul(x * 31 + y * 17 + seed, 2_654_435_761) >>> 13) % 3 === 0
      )
      const field = graphicField(bitmap, 5, 7)
      const [, total, perRow, base64 = '', checksum] =
        /^\^FO5,7\^GFA,([0-9]+),\1,([0-9]+),:Z64:([0-9A-Za-z+/=]+):([0-9A-F]{4})\^FS$/.exec(field)?.map(String) ?? []
      expect([Number(total), Number(perRow)]).toEqual([bitmap.rows.length, bytesPerRow(width)])
      expect(checksum).toBe(crcOf(base64))
      expect(Uint8Array.from(inflateSync(Buffer.from(base64, 'base64')))).toEqual(bitmap.rows)
    })
  )
})
