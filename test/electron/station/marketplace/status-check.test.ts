import { expect, test } from 'vitest'
import { StatusCheck } from '../../../../electron/station/marketplace/status-check.ts'
import { createVirtualClock } from '../../../support/virtual-clock.ts'

/** A check whose questions the test answers. */
function start() {
  const clock = createVirtualClock()
  const asked: { readonly orderIds: readonly number[]; readonly answer: () => void }[] = []
  const check = new StatusCheck(
    clock,
    orderIds => new Promise<void>(resolve => void asked.push({ orderIds, answer: resolve }))
  )
  return { clock, asked, check }
}

test('the labels of a wave share one question, and a young answer is asked for no second time', async () => {
  const { clock, asked, check } = start()
  const first = check.before(1, [2, 3])
  const second = check.before(2, [3])
  expect(asked.map(({ orderIds }) => orderIds)).toEqual([[1, 2, 3]])
  asked[0]?.answer()
  await Promise.all([first, second, check.before(3, [])])
  expect(asked).toHaveLength(1)
  await clock.advance(10_000)
  void check.before(3, [])
  expect(asked[1]?.orderIds).toEqual([3])
})

test('a marketplace that is silent holds a label up for a quarter of a second', async () => {
  const { clock, check } = start()
  let isOver = false
  const look = check.before(1, []).then(() => {
    isOver = true
  })
  await clock.advance(249)
  expect(isOver).toBe(false)
  await clock.advance(1)
  await look
  expect(isOver).toBe(true)
})

test('a packed order is asked about at once, unless that was asked a moment ago; a supply that leaves is asked about whole', async () => {
  const { clock, asked, check } = start()
  void check.before(1, [])
  check.after(1)
  check.after(2)
  expect(asked.map(({ orderIds }) => orderIds)).toEqual([[1], [2]])
  let isOver = false
  const leaving = check.beforeLeaving(Array.from({ length: 150 }, (_, id) => id)).then(() => {
    isOver = true
  })
  expect(asked.slice(2).map(({ orderIds }) => orderIds.length)).toEqual([100, 50])
  await clock.advance(2999)
  expect(isOver).toBe(false)
  await clock.advance(1)
  await leaving
})
