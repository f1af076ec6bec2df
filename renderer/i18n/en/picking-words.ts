import type { Format } from '../format.ts'

export interface PickingWords {
  readonly title: string
  readonly scope: string
  /** By the scheme's name. */
  readonly scopes: { readonly [K in 'fresh' | 'claimed']: (scheme: string) => string }
  readonly place: string
  readonly count: string
  readonly things: (lines: number, things: number) => string
  readonly none: string
  readonly print: string
  readonly printA4: string
  /** What is on its way to printers. */
  readonly left: (labels: number) => string
  readonly leftOf: (labels: number, all: number) => string
  readonly stop: string
}

export function pickingWordsEn(format: Format): PickingWords {
  return {
    title: 'Pick list',
    scope: 'What to fetch',
    scopes: { fresh: scheme => `New: ${scheme}`, claimed: scheme => `In assembly: ${scheme}` },
    place: 'Place',
    count: 'Pieces',
    things: (lines, things) =>
      `${format.count(lines, { one: 'line', other: 'lines' })}, ${format.count(things, { one: 'piece', other: 'pieces' })}`,
    none: 'Nothing to fetch: all of it is on the table already, or there are no such orders',
    print: 'Print the list',
    printA4: 'On A4',
    left: labels => `To be printed: ${format.count(labels, { one: 'label', other: 'labels' })}`,
    leftOf: (labels, all) => `Printed ${format.number(all - labels)} of ${format.number(all)}`,
    stop: 'Stop printing'
  }
}
