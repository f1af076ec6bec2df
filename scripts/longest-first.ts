import { BaseSequencer } from 'vitest/node'
import type { TestSpecification } from 'vitest/node'

/** Files that take far longer than their neighbours, most of it in waiting or in one browser. */
const LONG = [
  'electron/practice/marketplace/answers.test.ts',
  'electron/devices/serial-unplug.test.ts',
  'electron/devices/serial-printer.test.ts',
  'electron/devices/queue-faults.test.ts',
  'electron/devices/queue-printer.test.ts',
  'electron/api/answers/answer-thread.test.ts',
  'electron/labels/wild/wild-pictures.test.ts',
  'electron/store/kill.test.ts',
  'flows/print-queue.test.ts',
  'flows/printers.test.ts',
  'faults/kill.test.ts',
  'faults/kill-schemes.test.ts',
  'faults/printer-soak.test.ts',
  'e2e/stage-fits-ru.test.ts',
  'e2e/stage-fits-en.test.ts',
  'e2e/page-fits.test.ts'
]

/** The long files first, so that none of them is left over for one worker at the end; the others as vitest has them. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- no array's, but the order that vitest has
    const sorted = await super.sort(files)
    const place = ({ moduleId }: TestSpecification): number => {
      const found = LONG.findIndex(name => moduleId.endsWith(`/test/${name}`))
      return found < 0 ? LONG.length : found
    }
    return sorted.toSorted((one, other) => place(one) - place(other))
  }
}
