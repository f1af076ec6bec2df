import type { BenchEvent, ScanNote } from '../../../shared/domain/bench.ts'
import { formatForPerson } from '../../../shared/domain/codes/gs1.ts'
import type { Feedback } from '../../../shared/domain/messages.ts'

/** The line of "last scans" for what a packer did; null for news that nobody at the table caused. */
export function noteOf(event: BenchEvent, feedback: Feedback, newId: () => string): ScanNote | null {
  const said = { id: newId(), at: feedback.at, feedback }
  switch (event.kind) {
    case 'scan':
      return { ...said, kind: event.scan.kind, text: formatForPerson(event.scan.raw).slice(0, 140) }
    case 'command':
      return { ...said, kind: 'button', text: event.command }
    case 'shelfReason':
    case 'reprintReason':
      return { ...said, kind: 'button', text: event.reason }
    default:
      return null
  }
}
