import type { Format } from '../format.ts'

/** Words of the practice table, in English; their shape is what the other languages have to fill. */
export function practiceWordsEn(format: Format) {
  return {
    title: 'Practice table',
    open: 'Practice',
    things: 'Things on the table',
    labels: 'Printed labels',
    codes: 'Command barcodes',
    network: 'Network',
    paper: 'Paper in the printer',
    latency: 'Answers take',
    milliseconds: (value: number) => `${format.number(value)} ms`,
    addOrders: (scheme: string) => `${scheme} +5`,
    more: 'More orders',
    orderCode: 'order code',
    passcode: 'passcode',
    takes: 'Buyer takes it',
    refuses: 'Buyer refuses',
    moves: 'A day later',
    cancels: 'Buyer cancels',
    barcode: 'barcode',
    badge: 'badge',
    supply: 'supply QR',
    noThings: 'The table is empty',
    noLabels: 'Nothing printed yet',
    scanLabel: 'Scan this label'
  }
}

export type PracticeWords = ReturnType<typeof practiceWordsEn>
