import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keepsWork } from '../../../electron/composition/live.ts'
import { tempFolder } from '../../support/temp-folder.ts'

test('a folder that is not there, or is no folder, keeps no work, and nothing fails by it', () => {
  const folder = tempFolder()
  expect(keepsWork(join(folder, 'gone'))).toBe(false)
  expect(keepsWork(import.meta.filename)).toBe(false)
  expect(keepsWork(folder)).toBe(false)
  mkdirSync(join(folder, 'seller-1'))
  expect(keepsWork(folder)).toBe(true)
})
