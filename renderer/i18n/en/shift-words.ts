import type { Format } from '../format.ts'

/** Words of the shift: what packers did, who packed what, and the board for a spare monitor. */
export interface ShiftWords {
  readonly title: string
  readonly day: string
  readonly who: string
  readonly whoHint: string
  readonly nobody: string
  readonly notYet: string
  readonly packedBy: (packer: string | null, when: string) => string
  readonly noneFound: string
  readonly hours: string
  readonly hour: (hour: number, count: number) => string
  readonly columns: { readonly [C in 'packer' | 'packed' | 'scans' | 'p50' | 'p90' | 'errors']: string }
  readonly seconds: (value: number | null) => string
  readonly printed: (printed: number, failed: number) => string
  readonly errors: string
  readonly empty: string
  readonly file: (day: string) => string
  readonly openBoard: string
  readonly oneWindow: string
  readonly boardHere: string
  readonly board: {
    readonly [B in 'title' | 'left' | 'hour' | 'oldest' | 'problems' | 'back' | 'close' | 'none']: string
  }
}

/** Words of the shift in English. */
export function shiftWordsEn(format: Format): ShiftWords {
  return {
    title: 'Shift',
    day: 'Day',
    who: 'Who packed it?',
    whoHint: 'order, sticker, article or code',
    nobody: 'nobody signed in',
    notYet: 'not packed yet',
    packedBy: (packer, when) => `packed by ${packer ?? 'somebody without a badge'}, ${when}`,
    noneFound: 'This PC knows no such order',
    hours: 'Packed by the hour',
    hour: (hour, count) => `${hour}:00, ${format.number(count)}`,
    columns: {
      packer: 'Packer',
      packed: 'Orders',
      scans: 'Scans',
      p50: 'Half within',
      p90: 'Nine in ten within',
      errors: 'Refused scans'
    },
    seconds: value => (value === null ? '–' : `${format.number(Math.round(value))} s`),
    printed: (printed, failed) => `Labels: ${format.number(printed)} printed, ${format.number(failed)} not printed`,
    errors: 'What went wrong',
    empty: 'Nothing was done on this day',
    file: day => `shift ${day}.csv`,
    openBoard: 'Board for a spare monitor',
    oneWindow: 'No second window can be opened here. In this one the board hides the packing table.',
    boardHere: 'Open it in this window',
    board: {
      title: 'Packing',
      left: 'left',
      hour: 'packed in the last hour',
      oldest: 'oldest order waits',
      problems: 'problems',
      close: 'Close the window',
      back: 'Back to Verstak',
      none: 'nothing'
    }
  }
}
