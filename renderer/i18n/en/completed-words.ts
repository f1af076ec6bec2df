import type { CompletedState } from '../../../shared/contract/completed-methods.ts'
import type { Format } from '../format.ts'

/** Words of the orders that ended, read for a period. */
export interface CompletedWords {
  readonly journal: string
  readonly title: string
  readonly from: string
  readonly to: string
  readonly read: string
  readonly stop: string
  readonly first: string
  readonly none: string
  /** The reading ended before its first answer. */
  readonly notRead: string
  readonly readAgain: string
  readonly progress: (found: number, done: number, of: number) => string
  readonly states: { readonly [K in Exclude<CompletedState['kind'], 'idle' | 'reading'>]: (found: number) => string }
  readonly archived: string
  readonly csv: string
  readonly journalFile: string
  readonly journalColumns: { readonly [C in 'at' | 'what' | 'order' | 'packer' | 'facts']: string }
  readonly xlsx: string
  readonly writing: (done: number, of: number | null) => string
  readonly columns: {
    readonly [
      C in
        | 'id'
        | 'scheme'
        | 'created'
        | 'article'
        | 'barcode'
        | 'nmId'
        | 'price'
        | 'currency'
        | 'supplier'
        | 'wb'
        | 'supply'
    ]: string
  }
  readonly file: (scheme: string, from: string, to: string) => string
  readonly badPeriod: string
}

/** Words of the orders that ended, in English. */
export function completedWordsEn(format: Format): CompletedWords {
  const orders = (count: number) => format.count(count, { one: 'order', other: 'orders' })
  return {
    journal: 'Journal',
    title: 'Completed orders',
    from: 'Period from',
    to: 'to',
    read: 'Read',
    stop: 'Stop',
    first:
      'Choose scheme and period: the marketplace is asked 30 days at a time, what is older than three months comes from its archive',
    none: 'The marketplace knows no ended orders of this period',
    notRead: 'Not read: nothing is known of this period yet',
    readAgain: 'Then press “Read” again',
    progress: (found, done, of) =>
      `Reading: ${orders(found)}, part ${format.number(Math.min(done + 1, of))} of ${format.number(of)}`,
    states: {
      here: found => `All here: ${orders(found)}`,
      stopped: found => `Stopped: ${orders(found)} so far`,
      failed: found => `Not all could be read: ${orders(found)} so far`
    },
    archived: 'archive',
    csv: 'Save as CSV',
    journalFile: 'journal.csv',
    journalColumns: {
      at: 'When',
      what: 'What',
      order: 'Order',
      packer: 'Packer',
      facts: 'Details'
    },
    xlsx: 'Save as XLSX',
    writing: (done, of) =>
      of === null ? `Writing ${format.number(done)}` : `Writing ${format.number(done)} of ${format.number(of)}`,
    columns: {
      id: 'Order',
      scheme: 'Scheme',
      created: 'Created',
      article: 'Article',
      barcode: 'Barcode',
      nmId: 'nmId',
      price: 'Price',
      currency: 'Currency',
      supplier: 'Seller’s status',
      wb: 'Wildberries’ status',
      supply: 'Supply'
    },
    file: (scheme, from, to) => `orders ${scheme} ${from} ${to}`,
    badPeriod: 'The period ends before it begins'
  }
}
