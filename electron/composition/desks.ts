/** Which page has a desk open, whatever station is at work: there the scans of the program's own scanners go. */
export interface Desks {
  /** Null: to the packing table. */
  page(): string | null
  /** The last word counts: where somebody went last, there somebody stands. */
  tell(page: string, isOpen: boolean): void
  left(page: string): void
}

export function createDesks(): Desks {
  let at: string | null = null
  return {
    page: () => at,
    tell: (page, isOpen) => void (at = isOpen ? page : null),
    left(page) {
      if (at === page) at = null
    }
  }
}
