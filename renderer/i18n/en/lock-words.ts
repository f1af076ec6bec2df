/** Words of a station that locked itself, in English. */
export function lockWordsEn() {
  return {
    now: 'Lock the table',
    title: 'The table is locked',
    how: 'Scan your badge',
    kept: (order: string) => `Order ${order} stays on the table, with all its codes`,
    noBadge: 'Without a badge',
    number: 'Number on your badge',
    wrongNumber: 'No packer has this number',
    open: 'Open'
  }
}

export type LockWords = ReturnType<typeof lockWordsEn>
