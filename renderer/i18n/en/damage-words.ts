import type { RowTable } from '../../../shared/contract/contract.ts'
import type { Format } from '../format.ts'

/** Words about records of this PC that could not be read, in English. */
export function damageWordsEn(format: Format) {
  return {
    title: (count: number) =>
      `${format.count(count, { one: 'record', other: 'records' })} on this PC could not be read`,
    why: 'Bytes on the disk have changed. If it happens again, have the disk checked.',
    seen: 'I have read it',
    tables: {
      orders: {
        what: 'Order',
        means:
          'Rebuilt from the journal and the marketplace. Before its parcel leaves, check its codes on the order’s page.'
      },
      supplies: {
        what: 'Supply',
        means: 'Its orders are kept. Choose its shipping point and day again, and count its boxes.'
      },
      rounds: { what: 'Round', means: 'Its orders are kept, go on. It has another name now.' },
      intents: {
        what: 'A change for the marketplace',
        means:
          'What orders and supplies had waiting was queued anew; it is looked up before it is sent. Watch the queue.'
      },
      jobs: { what: 'A label', means: 'If it did not come out, print it again on the order’s page.' },
      desk: { what: 'A setting of the table', means: 'It is as on the first day. Look through the settings.' }
    } satisfies { readonly [table in RowTable]: { readonly what: string; readonly means: string } }
  }
}

export type DamageWords = ReturnType<typeof damageWordsEn>
