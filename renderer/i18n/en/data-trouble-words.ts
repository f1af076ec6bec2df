import type { DataTrouble, Mend } from '../../../shared/contract/account-methods.ts'
import type { Format } from '../format.ts'
import type { Phrase } from '../phrase.ts'
import { DISK_EN } from './disk-words.ts'

/** Words for files of a seller that can't be used, in English; their shape is what the other languages have to fill. */
export function dataTroubleWordsEn(format: Format) {
  const lines = (count: number | null) =>
    count === null ? '' : format.count(count, { one: 'line of the log', other: 'lines of the log' })
  return {
    say({ why, lines: lost }: DataTrouble): Phrase {
      switch (why) {
        case 'damaged':
          return { title: 'The database on this PC is damaged', remedy: 'As it is, packed orders would be lost' }
        case 'newer':
          return { title: 'The files are of a newer Verstak', remedy: 'Install that version: this one can’t read them' }
        case 'missing':
          return {
            title: 'The database is not there',
            remedy: `Work was done here${lost === null ? '' : `: ${lines(lost)}`}. If its folder was moved, put it back`
          }
        case 'behind':
          return {
            title: 'The end of the work is lost',
            remedy: `Missing: ${lines(lost)}. An old file was put in its place, or the disk failed`
          }
        default:
          return DISK_EN[why]
      }
    },
    cost({ lines: lost, packed }: NonNullable<DataTrouble['backup']>): string {
      const what = packed === null ? lines(lost) : format.count(packed, { one: 'packed order', other: 'packed orders' })
      return `The copy does not know what was done later${what === '' ? '' : `: ${what}`}. What was sent is looked up at the marketplace; such parcels are scanned again, and their old stickers destroyed`
    },
    restore: (at: number) => `Put back the copy of ${format.dateTime(at)}`,
    mends: {
      again: 'Try again',
      keep: 'Go on without it',
      empty: 'Begin with an empty database'
    } satisfies Record<Exclude<Mend, 'restore'>, string>,
    sure: {
      keep: 'Go on without what is lost?',
      empty: 'Begin with an empty database?',
      detail: 'Packed parcels that have not left will look as new orders. The old file stays in its folder',
      back: 'Not now'
    }
  }
}

export type DataTroubleWords = ReturnType<typeof dataTroubleWordsEn>
