/** What is so, and what to do about it; each at most one short line. */
export interface Phrase {
  readonly title: string
  readonly remedy: string
  /** The vendor's own words, for small type. */
  readonly details?: string
}

/** What arrives as a plain string: the words that are known, and what is said of one that is not. */
export interface OpenTable {
  readonly known: { readonly [code: string]: Phrase }
  readonly unknown: (code: string) => Phrase
}
