/** What can go wrong with the database, for the host to explain and the station to stop on. */
export type StoreFault =
  /** Written by a later version of the program; untouched. */
  | { readonly kind: 'newer'; readonly found: number; readonly known: number }
  /** Not a database, or its pages contradict each other; untouched. */
  | { readonly kind: 'corrupt'; readonly detail: string }
  /** The file cannot be opened: rights, a missing folder, another program's lock. */
  | { readonly kind: 'unopenable'; readonly code: string }
  /** The disk would not keep its promises: the setting did not take (a network folder, for one). */
  | { readonly kind: 'unsafe'; readonly setting: 'journal_mode' | 'synchronous'; readonly value: string }
  /** The code is bound to another order. */
  | { readonly kind: 'codeTaken'; readonly key: string; readonly orderId: number }
  /** The transaction is not on disk (disk full, lock, broken constraint); `code` is SQLite's. */
  | { readonly kind: 'notWritten'; readonly code: string }
  | { readonly kind: 'notRead'; readonly code: string }

/** Thrown by the store; `fault` says what happened. */
export class StoreError extends Error {
  override readonly name = 'StoreError'
  readonly fault: StoreFault

  constructor(fault: StoreFault, cause?: unknown) {
    super(`store: ${JSON.stringify(fault)}`, { cause })
    this.fault = fault
  }
}

/** SQLite's own code of an error (`SQLITE_FULL`, …), null when it is not SQLite's. */
export function sqliteCode(error: unknown): string | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  return typeof error.code === 'string' && error.code.startsWith('SQLITE_') ? error.code : null
}

/** Whether the error says that the file's content is broken. */
export function saysCorrupt(error: unknown): boolean {
  const code = sqliteCode(error)
  return code !== null && (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT'))
}
