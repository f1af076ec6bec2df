import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { quietLog } from '../../support/quiet-log.ts'
import { keepLimits, takeLimits } from '../../../electron/composition/limits-file.ts'
import { tempFolder } from '../../support/temp-folder.ts'

test('levels come back once: a crash after the next start finds none', () => {
  const file = join(tempFolder(), 'limits.json')
  const state = { at: 1_795_000_000_000, groups: { fbs: { level: 3.5, sleepMs: 0 } } }
  keepLimits(file, state, quietLog)
  expect(takeLimits(file)).toEqual(state)
  expect(takeLimits(file)).toBeUndefined()
})

test('a file that makes no sense counts as none', () => {
  const file = join(tempFolder(), 'limits.json')
  for (const text of ['', '{"at":1', '{"at":"now","groups":{}}', '{"at":1,"groups":{"fbs":{"level":"full"}}}']) {
    writeFileSync(file, text)
    expect(takeLimits(file)).toBeUndefined()
  }
})
