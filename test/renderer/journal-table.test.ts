import { expect, test } from 'vitest'
import { makeTexts } from '../../renderer/i18n/index.ts'
import { journalPages } from '../../renderer/screens/history/journal-table.ts'
import type { HistoryRow } from '../../shared/contract/contract.ts'

function line(id: number): HistoryRow {
  return { id: String(id), at: id, kind: id % 2 === 0 ? 'scan' : 'jobSent', orderId: id, packer: null, facts: '{}' }
}

test('the saved journal holds all that the station has, each line once though others come meanwhile', async () => {
  const log = Array.from({ length: 1234 }, (_, place) => line(1234 - place))
  const page = journalPages(
    ({ before, limit }) => {
      const from = before ? log.findIndex(({ id }) => id === before) + 1 : 0
      const rows = log.slice(from, from + limit)
      log.unshift(line(log.length + 1))
      return Promise.resolve(rows)
    },
    makeTexts('en'),
    'scans'
  )
  const orders: unknown[] = []
  for (let read = 0; ;) {
    const next = await page(read)
    if (next === null || next.read === 0) break
    read += next.read
    orders.push(...next.lines.map(([, , orderId]) => orderId))
  }
  expect(orders).toEqual(Array.from({ length: 617 }, (_, place) => 1234 - place * 2))
})
