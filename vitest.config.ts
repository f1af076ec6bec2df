import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { LongestFirst } from './scripts/longest-first.ts'

/** As in `test/support/until.ts` (ms). */
const PATIENCE_MS = 60_000

/**
 * Nothing here is a judgement of speed: another copy of everything may run beside, and a wait that fails says itself what it
 * waited for. These only end what hangs.
 */
const patient = {
  testTimeout: 20 * PATIENCE_MS,
  hookTimeout: 2 * PATIENCE_MS,
  expect: { poll: { timeout: PATIENCE_MS } }
} as const

/**
 * The files of a worker share what they import, since loading it takes longer than most of them run: no test changes a module, and
 * what one starts it ends.
 */
const sharing = { isolate: false, unstubEnvs: true } as const

/** Suites by what they need: `unit` nothing, `flows` sockets, files and PTYs, `faults` child processes that are killed, `e2e` Chromium. */
export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{shared,electron,renderer,scripts}/**/*.test.{ts,tsx}', 'test/*.test.ts'],
          ...patient,
          ...sharing,
          // Vitest leaves a core to itself, and some wait for devices.
          maxWorkers: availableParallelism() + 1
        }
      },
      {
        test: {
          name: 'flows',
          include: ['test/flows/**/*.test.ts'],
          ...patient,
          ...sharing,
          // They wait for printers and limits far more than they work.
          maxWorkers: 4
        }
      },
      {
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          ...patient,
          // Each of its files waits for processes of its own.
          maxWorkers: 3
        }
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: 'test/renderer/serve-once.ts',
          ...patient,
          maxWorkers: 2
        }
      }
    ]
  }
})
