/** Which page has a desk open, whatever station is at work: there the scans of the program's own scanners go. */
export interface Desks {
  /** The last word counts: where somebody went last, there somebody stands. */
  tell(page: string, isOpen: boolean): void
  /** The page that this scan goes to; null: it is the packing table's. */
  send(id: string): string | null
  /** The page has that scan. */
  took(id: string): void
  /** The page is gone; whether a scan that it never had went with it. */
  left(page: string): boolean
}

/** More are not remembered: a page that takes none of them is about to be cut off. */
const MOST_SENT = 100

export function createDesks(): Desks {
  let at: string | null = null
  /** The page of each scan that was not taken yet. */
  const sent = new Map<string, string>()
  return {
    tell: (page, isOpen) => void (at = isOpen ? page : null),
    send(id) {
      if (at === null) return null
      sent.set(id, at)
      const [oldest] = sent.keys()
      if (sent.size > MOST_SENT && oldest !== undefined) sent.delete(oldest)
      return at
    },
    took: id => void sent.delete(id),
    left(page) {
      if (at === page) at = null
      const lost = [...sent].filter(([, whose]) => whose === page)
      for (const [id] of lost) sent.delete(id)
      return lost.length > 0
    }
  }
}
