import { describe, expect, test } from 'vitest'
import { readSticker, writeZpl, type Sticker } from '../../../../electron/labels/normalise.ts'
import { EARLIER_STATE, fileOf, STORED_FORMATS, STORED_GRAPHICS } from './memory-labels.ts'
import { HOME, STRAY_LETTERS, UNITS } from './placing-labels.ts'
import { ENCODINGS, FONT_LETTERS, OTHER_SIGNS, SERIAL_FIELDS } from './writing-labels.ts'

function read(zpl: string): Omit<Sticker, 'commands'> & { readonly drawing: string } {
  const { commands, ...sticker } = readSticker(fileOf(zpl), '58x40')
  return { ...sticker, drawing: writeZpl(commands) }
}

describe.each([
  ['stored graphics', STORED_GRAPHICS],
  ['stored formats', STORED_FORMATS],
  ['state of an earlier format', EARLIER_STATE],
  ['label home', HOME],
  ['units', UNITS],
  ['stray letters', STRAY_LETTERS],
  ['letters for fonts', FONT_LETTERS],
  ['serial fields', SERIAL_FIELDS],
  ['other signs', OTHER_SIGNS],
  ['encodings', ENCODINGS]
] as const)('%s', (_, pairs) => {
  test.each(pairs)('%j', (wild, plain) => {
    const drawing = /^\^XA(?:\^PO[IN]|\^PW320\^LL464)?(.*)\^XZ$/s.exec(plain)?.[1] ?? ''
    expect(Buffer.from(read(wild).drawing, 'latin1').toString('utf8')).toBe(drawing)
    expect(read(wild)).toMatchObject({ isUpright: read(plain).isUpright, isUpsideDown: read(plain).isUpsideDown })
  })
})
