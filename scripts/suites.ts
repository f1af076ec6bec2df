import { CHROMIUM, CUPS, SOCAT, UDEV } from './system-packages.ts'
import type { SystemNeed } from './system-packages.ts'

export interface SuiteNeed {
  readonly need: SystemNeed
  /** The tests that can't do without; absent: all of the suite. */
  readonly files?: string
}

/** A project of vitest.config.ts. */
export interface Suite {
  readonly name: 'unit' | 'flows' | 'faults' | 'e2e'
  readonly needs: readonly SuiteNeed[]
  /** Whether it runs the built page. */
  readonly needsBuild: boolean
}

const serial = 'test/electron/devices/serial.test.ts'

export const SUITES: readonly Suite[] = [
  {
    name: 'unit',
    needs: [
      { need: SOCAT, files: serial },
      { need: SOCAT, files: 'test/electron/devices/serial-printer.test.ts' },
      { need: UDEV, files: serial },
      { need: CUPS, files: 'test/electron/devices/queue-printer.test.ts' },
      { need: CUPS, files: 'test/electron/devices/queue-faults.test.ts' }
    ],
    needsBuild: false
  },
  {
    name: 'flows',
    needs: [{ need: SOCAT }, { need: CUPS, files: 'test/flows/print-queue.test.ts' }],
    needsBuild: false
  },
  { name: 'faults', needs: [], needsBuild: true },
  { name: 'e2e', needs: [{ need: CHROMIUM }], needsBuild: true }
]
