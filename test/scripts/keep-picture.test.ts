import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decode, encode } from 'fast-png'
import { expect, test } from 'vitest'
import { keepPicture } from '../support/keep-picture.ts'
import { tempFolder } from '../support/temp-folder.ts'

function picture(shade: number, dots: number): Uint8Array {
  const data = new Uint8Array(40 * 40 * 3).fill(shade)
  data.fill(255 - shade, 0, dots * 3)
  return encode({ width: 40, height: 40, data, channels: 3 })
}

test('a picture is written anew only when it differs to the eye', () => {
  const path = join(tempFolder(), 'screen.png')
  const first = picture(20, 0)
  expect(keepPicture(path, first)).toBe(true)
  for (const same of [picture(20, 0), picture(30, 0), picture(20, 20)]) expect(keepPicture(path, same)).toBe(false)
  // Packed by itself, to the pixel the same.
  expect(decode(readFileSync(path)).data).toEqual(decode(first).data)
  expect(keepPicture(path, picture(20, 60))).toBe(true)
  expect(keepPicture(path, picture(220, 0))).toBe(true)
})
