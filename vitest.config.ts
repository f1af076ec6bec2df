import { defineConfig } from 'vitest/config'

/** Suites by what they need: `unit` nothing, `flows` sockets, files and PTYs, `faults` child processes that are killed, `e2e` Chromium. */
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{shared,electron,renderer,scripts}/**/*.test.{ts,tsx}', 'test/*.test.ts'],
          testTimeout: 20_000
        }
      },
      {
        test: {
          name: 'flows',
          include: ['test/flows/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // They wait for printers and limits far more than they work.
          maxWorkers: 4
        }
      },
      {
        test: {
          name: 'faults',
          include: ['test/faults/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 60_000
        }
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 120_000,
          fileParallelism: false
        }
      }
    ]
  }
})
