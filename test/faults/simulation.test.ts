import { expect, test } from 'vitest'
import { readFixtures } from './simulation/fixtures.ts'
import { shiftOf } from './simulation/generate.ts'
import { PROMISES } from './simulation/promises.ts'
import { simulate } from './simulation/simulate.ts'

const SHIFTS = Number(process.env['VERSTAK_SHIFTS'] ?? 8)
const SEED = Number(process.env['VERSTAK_SEED'] ?? 20_261_130)
// Its clocks are put on in the night of some of the shifts.
process.env['TZ'] = 'Europe/Berlin'

test(`${SHIFTS} simulated shifts keep the promises ${Object.keys(PROMISES).join(', ')}`, async () => {
  for (let seed = SEED; seed < SEED + SHIFTS; seed += 1) {
    const { breach, packed } = await simulate(shiftOf(seed))
    expect(breach, `npm run faults -- --seed ${seed}`).toBeNull()
    expect(packed, `seed ${seed}`).toBeGreaterThan(20)
  }
})

test('a seed gives the same shift, to the last request', async () => {
  const shift = shiftOf(SEED)
  expect(await simulate(shift)).toEqual(await simulate(shift))
})

test.each(readFixtures())('$name, which once broke $promise, keeps it', async ({ shift }) => {
  expect((await simulate(shift)).breach).toBeNull()
})
