import type { Settings } from '../../../shared/domain/settings.ts'

/** What the form of one kind of printer is given: the printer in use, and how to put another in its place. */
export interface PrinterChoice {
  readonly printer: Settings['printer']
  readonly onSave: (printer: Settings['printer']) => void
}
