import Sqlite from 'better-sqlite3'
import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Row } from './table.ts'

const ROUNDS = 300

/** What a timer of 5 ms, an fsync of a page and a row on disk cost here: nothing measured beside them can be finer. */
export async function measureNoise(folder: string): Promise<readonly Row[]> {
  const timer: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now()
    await new Promise(resolve => setTimeout(resolve, 5))
    timer.push(performance.now() - started - 5)
  }
  const disk: number[] = []
  const file = openSync(join(folder, 'noise'), 'w')
  const page = Buffer.alloc(4096)
  for (let round = 0; round < ROUNDS; round++) {
    const started = performance.now()
    writeSync(file, page)
    fsyncSync(file)
    disk.push(performance.now() - started)
  }
  closeSync(file)
  return [
    { name: 'timer late by', samples: timer },
    { name: '4 KiB write + fsync', samples: disk },
    { name: 'SQLite, one row, synchronous=FULL', samples: commits(join(folder, 'noise.sqlite')) }
  ]
}

function commits(path: string): readonly number[] {
  const database = new Sqlite(path)
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  database.exec('CREATE TABLE noise (id INTEGER PRIMARY KEY, body TEXT) STRICT')
  const insert = database.prepare('INSERT INTO noise (body) VALUES (?)')
  const samples = Array.from({ length: ROUNDS }, () => {
    const started = performance.now()
    insert.run('x'.repeat(500))
    return performance.now() - started
  })
  database.close()
  return samples
}
