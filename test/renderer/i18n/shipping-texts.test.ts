import { expect, test } from 'vitest'
import { makeTexts } from '../../../renderer/i18n/index.ts'
import { say } from '../../../renderer/i18n/say.ts'
import type { Hitch } from '../../../shared/domain/orders/supplies.ts'
import { expectWhole } from './expect-whole.ts'

const NOW = Date.UTC(2026, 9, 1, 12)

test.each(['ru', 'en'] as const)(
  'each cause that keeps a supply, and each step of the choice of a point, has its words in %s',
  language => {
    const texts = makeTexts(language)
    const badPoint = { kind: 'badPoint', point: 'ПВЗ Москва, ул. Академика Павлова' } as const
    const hitches: readonly Hitch[] = [
      ...(['noPoint', 'noBoxes', 'empty', 'gone', 'processing'] as const).map(kind => ({ kind })),
      ...(['fulfilment', 'gone', 'unfit'] as const).map(why => ({ ...badPoint, why })),
      { kind: 'badDay', day: '2026-10-01' },
      { kind: 'codes', orderIds: [13_833_711] },
      { kind: 'cancelled', orderIds: [13_833_711] },
      { kind: 'other', code: 'NeverHeardOf', message: 'Не сегодня' }
    ]
    const titles = hitches.map(hitch => {
      const phrase = say(texts, { code: 'deliveryStuck', name: 'S', hitch }, NOW)
      expectWhole(phrase, hitch.kind)
      return `${phrase.title} ${phrase.remedy}`
    })
    expect(new Set(titles).size).toBe(hitches.length)
    for (const step of ['known', 'city', 'point', 'loading', 'none'] as const) {
      for (const closes of [true, false]) {
        const name = 'Verstak 2026-10-01 · 3f9a1c'
        expectWhole(say(texts, { code: 'whichPoint', name, step, city: 'Нижний Новгород', closes }, NOW), step)
      }
    }
  }
)
