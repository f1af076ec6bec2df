import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, onTestFinished, test } from 'vitest'
import type { Act, Shift } from './simulation/acts.ts'
import { readFixtures, writeFixture } from './simulation/fixtures.ts'
import { shiftOf } from './simulation/generate.ts'
import type { Breach } from './simulation/promises.ts'
import { shrunk } from './simulation/shrink.ts'
import { simulate } from './simulation/simulate.ts'

const BREACH: Breach = { promise: 'P3', what: 'planted' }

/** A program that breaks a promise where all these acts are among a shift's. */
function breaksAt(culprits: readonly Act[]) {
  return ({ acts }: Shift): Promise<{ breach: Breach | null }> =>
    Promise.resolve({ breach: culprits.every(culprit => acts.includes(culprit)) ? BREACH : null })
}

test('whichever acts break a shift, they alone are left of it', async () => {
  const shift = shiftOf(1)
  const places = fc.uniqueArray(fc.nat({ max: shift.acts.length - 1 }), { minLength: 1, maxLength: 3 })
  await fc.assert(
    fc.asyncProperty(places, async at => {
      const culprits = shift.acts.filter((_, place) => at.includes(place))
      const least = await shrunk(shift, BREACH, { live: breaksAt(culprits) })
      expect(least.shift).toEqual({ ...shift, acts: culprits })
    }),
    { numRuns: 20 }
  )
})

test('another promise that is broken on the way is not taken for the one that is looked for', async () => {
  const shift = shiftOf(2)
  const [first] = shift.acts
  const other: Breach = { promise: 'P1', what: 'planted' }
  const live = ({ acts }: Shift): Promise<{ breach: Breach | null }> =>
    Promise.resolve({ breach: acts.length === shift.acts.length ? BREACH : first === acts[0] ? null : other })
  expect((await shrunk(shift, BREACH, { live })).shift).toEqual(shift)
})

test('a fixture of one act breaks the program that it was found in, and is lived through by one that is mended', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'verstak-fixtures-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const shift = shiftOf(3)
  const at = shift.acts.findIndex(({ kind }) => kind === 'kill')
  const culprit = shift.acts[at] as Act
  const least = await shrunk(shift, BREACH, { live: breaksAt([culprit]) })
  writeFixture(least.shift, least.breach, folder)
  const [fixture, ...others] = readFixtures(folder)
  expect(others).toEqual([])
  expect(fixture).toEqual({
    name: 'p3-3.json',
    promise: 'P3',
    was: 'planted',
    shift: { ...shift, acts: [culprit] }
  })
  expect((await simulate(fixture?.shift ?? shift)).breach).toBeNull()
})
