import { expect, test } from 'vitest'
import { limitsLine, runLimits } from '../../../bench/limits.ts'

test.concurrent.each([
  ['seed', 0],
  ['seed', 0.01],
  ['successor', 0],
  ['successor', 0.01]
] as const)(
  'a thousand orders, %s edition, %d of the codes refused: no 429, the time of the buckets',
  async (edition, share) => {
    const figures = await runLimits(edition, 1000, share)
    process.stdout.write(`${limitsLine(figures)}\n`)
    expect(figures).toMatchObject({ limited: 0, refused: 1000 * share })
    expect(figures.theoryMs).toBe(58_800 + figures.refused * 9 * 60)
    expect(figures.tookMs).toBeLessThanOrEqual(1.05 * figures.theoryMs)
  }
)
