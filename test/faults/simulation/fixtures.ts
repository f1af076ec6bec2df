import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { shiftSchema, type Shift } from './acts.ts'
import type { Breach } from './promises.ts'

const FOLDER = join(import.meta.dirname, '../fixtures')

const fixtureSchema = z.object({ promise: z.string(), was: z.string(), shift: shiftSchema })
export type Fixture = z.infer<typeof fixtureSchema> & { readonly name: string }

/** Shifts that once broke a promise. */
export function readFixtures(folder = FOLDER): readonly Fixture[] {
  const names = (existsSync(folder) ? readdirSync(folder) : []).filter(name => name.endsWith('.json'))
  return names.map(name => ({ name, ...fixtureSchema.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))) }))
}

/** Keeps a shift that breaks a promise; the file's path. */
export function writeFixture(shift: Shift, { promise, what }: Breach, folder = FOLDER): string {
  const path = join(folder, `${promise.toLowerCase()}-${shift.seed}.json`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(path, `${JSON.stringify({ promise, was: what.slice(0, 300), shift }, null, 2)}\n`)
  return path
}
