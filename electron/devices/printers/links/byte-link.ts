/** An open way to a printer and back, whatever it is made of. */
export interface ByteLink {
  readonly closed: boolean
  /** What the line carries at most; absent where a label is over in a moment. */
  readonly bytesPerSecond?: number
  /** True once the system took all of the bytes; false if it did not, and then the link is of no more use. */
  write(bytes: Uint8Array): Promise<boolean>
  /** What comes back; said nothing of by a link that is one-way. */
  onData(listener: (bytes: Uint8Array) => void): void
  /** Once, whatever the end. */
  onClosed(listener: () => void): void
  /** Ends it; settles when it has ended, or after a second. */
  close(): Promise<void>
}
