import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openDatabase } from '../../../electron/store/database.ts'
import { createStore } from '../../../electron/store/store.ts'
import { sumOf } from '../../../electron/store/sums.ts'
import { quietLog } from '../../support/quiet-log.ts'
import { databasePath, intent, job, NOON, openStore, order, supplies, supply } from './fixtures.ts'

test('a text in which one character is another has another sum', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), fc.nat(), fc.integer({ min: 1, max: 0x7f }), (text, place, flip) => {
      const at = place % text.length
      const other = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ flip) + text.slice(at + 1)
      expect(sumOf(other)).not.toBe(sumOf(text))
      expect(sumOf('behind', sumOf(other))).not.toBe(sumOf('behind', sumOf(text)))
    })
  )
})

/** One digit or letter inside the JSON becomes another: every text stays a good one of its kind. */
const FLIPS = [
  ['orders', 'own', '"price":19900', '"price":19901', '1'],
  ['order_kinds', 'body', '"cargoType":1', '"cargoType":3', '1'],
  ['orders', 'kind', '1', '2', '1'],
  ['supplies', 'body', 'Supply s1', 'Supply r1', 's1'],
  ['rounds', 'body', '"createdAt":7', '"createdAt":5', 'r1'],
  ['intents', 'body', 'sgtin', 'imei', 'i1'],
  ['jobs', 'body', '"seq":1', '"seq":3', 'j1'],
  ['desk', 'body', '"Anya"', '"Inya"', 'packers']
] as const

test.each(FLIPS)('a byte that flips in %s.%s is seen, though the text reads well', (table, column, was, is, key) => {
  const path = databasePath()
  const first = createStore({ path, log: quietLog })
  first.commit({
    orders: [order(1), order(2, { life: 'packed' })],
    supplies: supplies(supply('s1', 'open')),
    rounds: new Map([['r1', { kind: 'round', id: 'r1', scheme: 'dbs', name: '', createdAt: 7, state: 'open' }]]),
    intents: [intent('i1', 1, { kind: 'waiting', attempts: 0, why: null })],
    jobs: [job('j1', 1, 1, { kind: 'intended' })],
    packers: new Map([['A1', { id: 'A1', name: 'Anya' }]])
  })
  first.close()
  const database = openDatabase(path)
  const row = table === 'desk' ? `key = '${key}'` : `id = '${key}'`
  expect(
    database.prepare(`UPDATE ${table} SET ${column} = replace(${column}, ?, ?) WHERE ${row}`).run(was, is).changes
  ).toBe(1)
  database.close()

  const logged: unknown[] = []
  const store = openStore(path, { ...quietLog, error: facts => logged.push(facts) })
  store.load(NOON)
  const told = table === 'order_kinds' ? { table: 'orders', key: '1' } : { table, key }
  expect(logged).toEqual([{ ...told, problem: 'a byte has changed' }])
})
