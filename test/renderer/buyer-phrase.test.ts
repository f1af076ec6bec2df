import { expect, test } from 'vitest'
import { makeTexts } from '../../renderer/i18n/index.ts'
import { buyerPhrase } from '../../renderer/screens/handover/buyer-words.tsx'
import { fakeShelf } from './fake-pickup.ts'

test('what was given out and what was turned down are counted apart', () => {
  const [one, two, three, four] = fakeShelf(0).rows.slice(1)
  if (!one || !two || !three || !four) throw new Error('four parcels of a buyer')
  const title = (...parcels: Parameters<typeof buyerPhrase>[2]) =>
    buyerPhrase(makeTexts('ru'), { orderCode: '170046', said: { kind: 'told', outcome: 'reject' } }, parcels, {
      least: 4,
      most: 4
    })[1].title
  const given = { ...one, state: 'handed', outcome: 'receive' } as const
  const onItsWay = { ...two, state: 'telling', outcome: 'receive' } as const
  const turnedDown = { ...three, state: 'returned', outcome: 'reject' } as const
  expect(title(given, onItsWay, turnedDown)).toBe('Выдано 2, отказ 1')
  expect(title(given, four)).toBe('Выдано 1')
  expect(title(turnedDown, four)).toBe('Отказ 1')
  // Nothing of it is true any more: none is said to be gone.
  expect(title(four)).not.toMatch(/Выдано|Отказ/)
})
