import { expect, test } from 'vitest'
import { readFixtures } from './simulation/fixtures.ts'
import { shiftOf } from './simulation/generate.ts'
import { simulate } from './simulation/simulate.ts'

const SHIFTS = Number(process.env['VERSTAK_SHIFTS'] ?? 8)
const SEED = Number(process.env['VERSTAK_SEED'] ?? 20_261_130)
// Its clocks are put on in the night of some of the shifts.
process.env['TZ'] = 'Europe/Berlin'

test(`P1, P2, P3, P4, P5, P6, P7, P8, P9, P10: simulated shifts keep every promise (${SHIFTS} of them)`, async () => {
  for (let seed = SEED; seed < SEED + SHIFTS; seed += 1) {
    const { breach, packed } = await simulate(shiftOf(seed))
    expect(breach, `npm run faults -- --seed ${seed}`).toBeNull()
    expect(packed, `seed ${seed}`).toBeGreaterThan(20)
  }
})

test('a seed gives the same shift, to the last request', async () => {
  const shift = shiftOf(SEED)
  const first = await simulate(shift)
  expect(await simulate(shift)).toEqual(first)
  expect((await simulate({ ...shift, acts: shift.acts.slice(0, -100) })).hash).not.toBe(first.hash)
})

test.each(readFixtures())('$name, which once broke $promise, keeps it', async ({ shift }) => {
  expect((await simulate(shift)).breach).toBeNull()
})
