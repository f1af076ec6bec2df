import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Row } from './table.ts'

const ROUNDS = 300

/** What a timer of 5 ms and an fsync of a page cost here: nothing measured beside them can be finer. */
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
    { name: '4 KiB write + fsync', samples: disk }
  ]
}
