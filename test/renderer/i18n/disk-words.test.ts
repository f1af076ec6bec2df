import { test } from 'vitest'
import { DISK_WHYS } from '../../../shared/domain/disk.ts'
import { makeTexts } from '../../../renderer/i18n/index.ts'
import { say } from '../../../renderer/i18n/say.ts'
import { expectWhole } from './expect-whole.ts'

const NOW = Date.UTC(2026, 7, 3, 12)

test.each(['ru', 'en'] as const)('every trouble of the disk has its cause and remedy in %s', language => {
  for (const why of DISK_WHYS) {
    const message = { code: 'diskTrouble', why, since: NOW - 300_000, folder: '/data' } as const
    expectWhole(say(makeTexts(language), message, NOW), why)
  }
})
