/** Keeps short secrets so that whoever reads the file does not have them. */
export interface SecretsPort {
  /** A text from which the secret can't be had but by trying, each try taking long. */
  hash(secret: string): Promise<string>
  /** Whether this is the secret of that text; false for a text that is no such hash. */
  isOf(secret: string, hash: string): Promise<boolean>
}

/** A packer who is a shift lead. */
export interface Lead {
  readonly packerId: string
  readonly pinHash: string
}

export interface Leads {
  readonly leads: readonly Lead[]
  /** Wrong tries in a row. */
  readonly misses: number
}
