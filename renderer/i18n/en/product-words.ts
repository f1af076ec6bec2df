import type { ImportFailure, LeftLine } from '../../screens/product/product-table.ts'
import type { Format } from '../format.ts'

export interface ProductWords {
  /** Where it lies in the warehouse. */
  readonly place: (place: string) => string
  readonly title: string
  readonly hint: string
  readonly columns: string
  readonly choose: string
  readonly count: (lines: number) => string
  readonly none: string
  readonly reading: (done: number, all: number) => string
  readonly taken: (lines: number, pictures: number) => string
  /** Before the list of the lines that were left out. */
  readonly left: (lines: number) => string
  readonly line: (line: number, why: LeftLine['why']) => string
  readonly more: (lines: number) => string
  readonly noPicture: (files: number, names: string) => string
  readonly badPicture: (name: string) => string
  readonly failed: { readonly [W in ImportFailure]: string }
}

export function productWordsEn(format: Format): ProductWords {
  const lines = (count: number) => format.count(count, { one: 'line', other: 'lines' })
  return {
    place: place => `place ${place}`,
    title: 'Product list',
    hint: 'A picture, a name and a place in the warehouse beside the article: on the packing table, in lists and on the pick list. Choose a table (CSV or XLSX) and, together with it, the pictures that it names. A new table takes the place of the former one; the name and picture from your Wildberries card, where the token reads cards, stand in for what it leaves empty.',
    columns: 'Columns, in any order: barcode or article, name, colour, size, place, picture (the name of a file).',
    choose: 'Choose a table and pictures',
    count: count => `In the list: ${lines(count)}`,
    none: 'No list yet',
    reading: (done, all) => `Reading: ${format.number(done)} of ${format.number(all)}`,
    taken: (count, pictures) =>
      `Taken: ${lines(count)}${pictures > 0 ? ` and ${format.count(pictures, { one: 'picture', other: 'pictures' })}` : ''}`,
    left: count => `Left out: ${lines(count)}`,
    line: (line, why) =>
      `Line ${format.number(line)}: ${{ noCode: 'neither barcode nor article', twice: 'the same barcode or article stands further up', tooLong: 'a text is longer than 200 letters' }[why]}`,
    more: count => `and ${lines(count)} more`,
    noPicture: (files, names) =>
      `${format.count(files, { one: 'picture', other: 'pictures' })} named but not chosen: ${names}. Choose them together with the table`,
    badPicture: name => `${name} is no picture that can be shown`,
    failed: {
      noTable: 'There is no table among the chosen files. Choose a CSV or XLSX file as well',
      unreadable: 'The table could not be read. Save it once more as CSV or XLSX',
      noHead: 'The first line names neither a barcode nor an article column. Add a header line',
      empty: 'Not one line of the table has a barcode or an article. The former list stays',
      busy: 'Another page is reading the list. Wait for it and choose the files once more',
      tooLarge: 'The table is larger than 20 MB or 100,000 lines',
      notKept: 'The list was not kept to its end. Choose the files once more'
    }
  }
}
