import type { PrinterLink } from '../../../shared/domain/printing/printers.ts'

/** What the form of one kind of link is given: the link so far, and how to tell of another. */
export interface LinkChoice {
  /** Null: the form is not whole yet. */
  readonly link: PrinterLink | null
  readonly onChange: (link: PrinterLink | null) => void
  /** Grows when what is plugged in is to be listed again. */
  readonly look: number
}
