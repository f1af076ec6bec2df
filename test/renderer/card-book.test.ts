import { expect, test } from 'vitest'
import { createCardBook } from '../../renderer/card-book.ts'
import type { Calls } from '../../renderer/calls.ts'

/** A station whose pictures have so many letters. */
function bookOf(letters: number) {
  const asked: string[] = []
  const answer = async (name: string, input: unknown): Promise<unknown> => {
    const { name: picture, orderIds } = input as { name?: string; orderIds?: readonly number[] }
    if (name === 'cards.of') return orderIds?.map(() => null)
    asked.push(picture ?? '')
    return 'x'.repeat(letters)
  }
  return { book: createCardBook({ ask: answer as Calls['ask'] }), asked }
}

test('pictures are remembered up to a bound of letters, and those asked for longest ago go first', async () => {
  const { book, asked } = bookOf(1_000_000)
  for (let at = 0; at < 40; at += 1) book.wantPicture(`w-${at}`, 1)
  await new Promise<void>(done => setImmediate(done))
  expect(asked).toHaveLength(40)
  expect([book.picture('w-0'), book.picture('w-7')]).toEqual([undefined, undefined])
  const held = asked.filter(name => book.picture(name) !== undefined)
  expect(held).toEqual(asked.slice(8))
  // What went comes once more.
  book.wantPicture('w-0', 1)
  expect(asked.at(-1)).toBe('w-0')
})

test('the card of one product more empties no screen', async () => {
  const { book } = bookOf(1)
  for (let id = 1; id <= 3001; id += 1) book.wantCard(id, 1)
  await new Promise<void>(done => setImmediate(done))
  await new Promise<void>(done => setImmediate(done))
  expect([book.card(3000), book.card(3001)]).toEqual([null, null])
  for (let at = 0; at <= 3000; at += 1) book.wantPicture(`w-${at}`, 1)
  await new Promise<void>(done => setImmediate(done))
  expect([book.picture('w-1'), book.picture('w-3000')]).toEqual(['x', 'x'])
})
