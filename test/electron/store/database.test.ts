import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase, withoutWaiting, type Database } from '../../../electron/store/database.ts'
import { migrations } from '../../../electron/store/migrations/all.ts'
import { databasePath, faultOf } from './fixtures.ts'

function open(path: string, steps?: readonly string[]): Database {
  const database = openDatabase(path, steps)
  onTestFinished(() => {
    database.close()
  })
  return database
}

test('every opening is durable: WAL, synchronous FULL, foreign keys', () => {
  const path = databasePath()
  for (const round of ['first', 'again']) {
    const database = openDatabase(path)
    const read = (name: string) => database.pragma(name, { simple: true })
    const settings = [read('synchronous'), read('journal_mode'), read('foreign_keys'), read('busy_timeout')]
    database.close()
    expect(settings, round).toEqual([2, 'wal', 1, 5000])
  }
})

test('what may wait for the disk waits, and what comes after it does not, whatever became of it', () => {
  const database = open(databasePath())
  const synchronous = () => database.pragma('synchronous', { simple: true })
  const seen: unknown[] = []
  withoutWaiting(database, () => seen.push(synchronous()))
  seen.push(synchronous())
  const failing = () =>
    withoutWaiting(database, () => {
      throw new Error('no room')
    })
  expect(failing).toThrow('no room')
  seen.push(synchronous())
  expect(seen).toEqual([1, 2, 2])
})

test('all tables are strict', () => {
  const tables = open(databasePath()).prepare(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' AND strict = 0`
  )
  expect(tables.all()).toEqual([])
})

test('a migration leaves a whole copy of the older database beside it', () => {
  const path = databasePath()
  const older = openDatabase(path, ['CREATE TABLE a (x INTEGER) STRICT; INSERT INTO a VALUES (1)'])
  older.prepare('INSERT INTO a VALUES (2)').run()
  older.close()

  const newer = open(path, [
    'CREATE TABLE a (x INTEGER) STRICT',
    'UPDATE a SET x = x * 10',
    'DELETE FROM a WHERE x = 10'
  ])
  expect(newer.prepare('SELECT x FROM a').pluck().all()).toEqual([20])
  expect(newer.pragma('user_version', { simple: true })).toBe(3)
  const copy = open(`${path}.v1.backup`, ['(not run)'])
  expect(copy.prepare('SELECT x FROM a').pluck().all()).toEqual([1, 2])
})

test('a new database and one that is up to date need no copy', () => {
  const path = databasePath()
  openDatabase(path).close()
  openDatabase(path).close()
  expect(readdirSync(dirname(path))).toEqual(['station.db'])
})

test('a migration that fails half-way leaves the version before it', () => {
  const path = databasePath()
  openDatabase(path, ['CREATE TABLE a (x INTEGER) STRICT']).close()
  expect(() => openDatabase(path, ['', 'CREATE TABLE b (x INTEGER) STRICT; INSERT INTO nowhere VALUES (1)'])).toThrow(
    'nowhere'
  )
  const database = open(path, [''])
  expect(database.prepare(`SELECT name FROM sqlite_schema`).pluck().all()).toEqual(['a'])
})

test('a database of a later version is refused and not touched', () => {
  const path = databasePath()
  openDatabase(path, [...migrations, 'CREATE TABLE later (x INTEGER) STRICT']).close()
  const before = readFileSync(path)
  expect(faultOf(() => openDatabase(path))).toEqual({
    kind: 'newer',
    found: migrations.length + 1,
    known: migrations.length
  })
  expect(readFileSync(path)).toEqual(before)
})

test.each([
  ['no database at all', Buffer.from('a letter to the tax office')],
  ['a header and rubbish', Buffer.concat([Buffer.from('SQLite format 3\0'), Buffer.alloc(5000, 7)])]
])('%s is refused and not touched', (_, bytes) => {
  const path = databasePath()
  writeFileSync(path, bytes)
  expect(faultOf(() => openDatabase(path)).kind).toBe('corrupt')
  expect(readFileSync(path)).toEqual(bytes)
  expect(readdirSync(dirname(path))).toEqual(['station.db'])
})

test('a database with a broken page inside is refused and not touched', () => {
  const path = databasePath()
  const database = openDatabase(path)
  const insert = database.prepare(`INSERT INTO desk (key, body) VALUES (?, ?)`)
  for (let n = 0; n < 200; n += 1) insert.run(`key-${n}`, 'x'.repeat(200))
  database.close()
  const bytes = readFileSync(path)
  bytes.fill(0xee, bytes.length - 4096)
  writeFileSync(path, bytes)
  expect(faultOf(() => openDatabase(path)).kind).toBe('corrupt')
  expect(readFileSync(path)).toEqual(bytes)
})

test('a path that cannot be opened says so', () => {
  const path = databasePath()
  expect(faultOf(() => openDatabase(join(path, 'no', 'such', 'folder.db'))).kind).toBe('unopenable')
  expect(faultOf(() => openDatabase(dirname(path))).kind).toBe('unopenable')
  expect(existsSync(path)).toBe(false)
})

test.each([
  `UPDATE log SET kind = 'other'`,
  `DELETE FROM log`,
  `DELETE FROM log WHERE id = 'one'`,
  `INSERT OR REPLACE INTO log (id, at, kind, facts) VALUES ('one', 2, 'other', '{}')`,
  `REPLACE INTO log (seq, id, at, kind, facts) VALUES (1, 'two', 2, 'other', '{}')`
])('the log is append-only: %s', sql => {
  const database = open(databasePath())
  database.exec(`INSERT INTO log (id, at, kind, facts) VALUES ('one', 1, 'scan', '{}')`)
  expect(() => database.exec(sql)).toThrow('append-only')
  expect(database.prepare('SELECT id, at, kind FROM log').all()).toEqual([{ id: 'one', at: 1, kind: 'scan' }])
})
