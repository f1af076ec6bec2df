import { expect, test } from 'vitest'
import { makeTexts } from '../../renderer/i18n/index.ts'
import { soundOf } from '../../renderer/sounds.ts'
import { spoken } from '../../renderer/voice.ts'
import { baseView, sampleOrder } from './base-view.ts'

test('a cancelled order and one unit too many sound unlike any other stop; the rest sounds as its face', () => {
  const at = 0
  expect(soundOf({ face: 'refused', at, message: { code: 'orderCancelled', orderId: 1 } })).toBe('cancelled')
  expect(soundOf({ face: 'waiting', at, message: { code: 'allCancelled', supplyName: 'one', parcels: 1 } })).toBe(
    'cancelled'
  )
  expect(soundOf({ face: 'refused', at, message: { code: 'alreadyPacked', orderId: 1, at } })).toBe('extra')
  const itsOwn = { code: 'alreadyPacked', orderId: 1, at, canReopen: true } as const
  expect(soundOf({ face: 'refused', at, message: itsOwn })).toBe('refused')
  expect(soundOf({ face: 'refused', at, message: { code: 'alreadyPacked', orderId: 1, at: null } })).toBe('refused')
  // Its sticker was read twice: no mistake.
  expect(soundOf({ face: 'done', at, message: { code: 'alreadyPacked', orderId: 1, at, justNow: '4589' } })).toBe(
    'done'
  )
  expect(soundOf({ face: 'refused', at, message: { code: 'wrongProduct', expected: 'mug' } })).toBe('refused')
})

test('the voice says the step, the open question first, and the comment of an order once, when it comes to the table', () => {
  const now = 1_000_000
  const texts = makeTexts('ru')
  const empty = baseView(now)
  const first = { ...empty, order: sampleOrder(now, 5, 'Упакуйте в плёнку, пожалуйста') }
  const step = { ...first, feedback: { face: 'goOn', message: { code: 'printing' }, at: now } } as const
  expect(spoken(texts, step, { ...empty, order: null })).toMatch(
    /^Печата.*\. Комментарий: Упакуйте в плёнку, пожалуйста$/
  )
  expect(spoken(texts, step, first)).not.toContain('плёнку')
  const asked = { ...step, question: { code: 'whyShelf', orderId: 1 } } as const
  expect(spoken(texts, asked, first)).toBe(texts.messages.whyShelf({ code: 'whyShelf', orderId: 1 }, now).title)
})
