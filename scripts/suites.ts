import { CHROMIUM, CUPS, SOCAT, UDEV, XDOTOOL, XKB, XVFB } from './system-packages.ts'
import type { SystemNeed } from './system-packages.ts'

export interface SuiteNeed {
  readonly need: SystemNeed
  /** The tests that can't do without; absent: all of the suite. */
  readonly files?: string
}

/** A project of vitest.config.ts, or tests with a runner of their own. */
export interface Suite {
  readonly name: 'unit' | 'flows' | 'faults' | 'usb' | 'wine' | 'fuzz' | 'e2e'
  /** A program that runs the tests, fetches what they need by itself and leaves its count in the file of `--tally=`. */
  readonly runner?: string
  readonly needs: readonly SuiteNeed[]
  /** Whether it runs the built page. */
  readonly needsBuild: boolean
  /** Whether it waits, or keeps one core busy: then it runs beside the others, its lines marked with its name. */
  readonly isBeside: boolean
}

const windows = 'test/e2e/wedge-windows.test.ts'
const serial = 'test/electron/devices/serial.test.ts'

export const SUITES: readonly Suite[] = [
  {
    name: 'unit',
    needs: [
      { need: SOCAT, files: serial },
      { need: SOCAT, files: 'test/electron/devices/serial-printer.test.ts' },
      { need: UDEV, files: serial },
      { need: SOCAT, files: 'test/electron/devices/serial-unplug.test.ts' },
      { need: CUPS, files: 'test/electron/devices/queue-printer.test.ts' },
      { need: CUPS, files: 'test/electron/devices/queue-faults.test.ts' }
    ],
    needsBuild: false,
    isBeside: false
  },
  {
    name: 'flows',
    needs: [{ need: SOCAT }, { need: CUPS, files: 'test/flows/print-queue.test.ts' }],
    needsBuild: false,
    isBeside: false
  },
  { name: 'faults', needs: [], needsBuild: true, isBeside: true },
  { name: 'usb', runner: 'test/usb/run.ts', needs: [], needsBuild: false, isBeside: true },
  { name: 'wine', runner: 'test/wine/run.ts', needs: [], needsBuild: false, isBeside: true },
  { name: 'fuzz', runner: 'test/fuzz/run.ts', needs: [], needsBuild: false, isBeside: true },
  {
    name: 'e2e',
    needs: [{ need: CHROMIUM }, ...[XVFB, XKB, XDOTOOL].map(need => ({ need, files: windows }))],
    needsBuild: true,
    isBeside: false
  }
]
