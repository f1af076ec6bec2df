import { performance } from 'node:perf_hooks'
import { expect, test } from 'vitest'
import { ShiftBook } from '../../../../electron/station/methods/shift-book.ts'
import type { StorePort } from '../../../../electron/station/ports/ports.ts'
import { openStore } from '../../store/fixtures.ts'

const HOUR = 3_600_000
const DAY = { from: 24 * HOUR, to: 48 * HOUR }

let ids = 0
function packed(store: StorePort, at: number, orderId: number): void {
  ids += 1
  const facts = JSON.stringify({ face: 'done', answer: { code: 'packed', orderId } })
  store.commit({ entry: { id: `line-${ids}`, at, packerId: null, kind: 'scan', orderId, facts } })
}

const packedIn = async (book: ShiftBook, period = DAY) =>
  (await book.stats(period)).result(() => null).packers.reduce((sum, one) => sum + one.packed, 0)

test('a day is counted once and goes on with what is new, whatever the clock says, and however many ask at once', async () => {
  const store = openStore(':memory:')
  const read = { lines: 0 }
  const book = new ShiftBook({
    logEnd: () => store.logEnd(),
    deeds: query => counted(store.deeds(query)),
    newDeeds: query => counted(store.newDeeds(query))
  })
  function counted<T>(lines: readonly T[]): readonly T[] {
    read.lines += lines.length
    return lines
  }
  packed(store, DAY.from - 1, 1)
  // More than a page at one moment.
  for (let order = 2; order < 702; order += 1) packed(store, DAY.from + (order < 500 ? 0 : order), order)
  packed(store, DAY.to, 702)
  expect(await Promise.all([packedIn(book), packedIn(book), packedIn(book)])).toEqual([700, 700, 700])
  expect(read.lines).toBe(700)
  // The clock was set back: a line may be older than those before it.
  packed(store, DAY.from + 1, 703)
  packed(store, DAY.to + 1, 704)
  expect(await packedIn(book)).toBe(701)
  expect(read.lines).toBe(702)
  expect(await packedIn(book, { from: 0, to: DAY.from })).toBe(1)
})

test('the board counts the hour before now, line by line', async () => {
  const store = openStore(':memory:')
  const book = new ShiftBook(store)
  for (const minute of [0, 30, 59]) packed(store, DAY.from + minute * 60_000, minute + 1)
  expect(await book.packedLately(DAY.from + HOUR)).toBe(3)
  packed(store, DAY.from + HOUR, 100)
  expect(await book.packedLately(DAY.from + HOUR + 1)).toBe(3)
  expect(await book.packedLately(DAY.from + 3 * HOUR)).toBe(0)
})

test('a page of the log costs what it holds, not what comes after it', () => {
  const store = openStore(':memory:')
  for (let order = 1; order <= 30_000; order += 1) packed(store, DAY.from + order, order)
  const costs: number[] = []
  let after = { at: DAY.from, seq: 0 }
  for (let page = 0; page < 20; page += 1) {
    const began = performance.now()
    const deeds = store.deeds({ to: DAY.to, upTo: store.logEnd(), after, limit: 200 })
    costs.push(performance.now() - began)
    after = deeds.at(-1) ?? after
  }
  // Sorting what is left of the day for each page takes ten times as long; the median keeps a busy machine out of it.
  expect(costs.toSorted((one, other) => one - other)[10]).toBeLessThan(5)
})
