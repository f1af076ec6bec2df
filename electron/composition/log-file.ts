import { closeSync, fstatSync, mkdirSync, openSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** A log grows to this size (bytes), then becomes `<name>.1.log`; one older file is kept. */
const ROTATE_AT = 5_000_000

export interface LogFile {
  /** A whole line, its end included. Never throws: a disk that takes no lines must not end the program that reports it. */
  write(line: string): void
  close(): void
}

/** Appends lines to a file (`*.log`) that only its owner can read, each at once; those that the disk refused are counted in the log itself. */
export function openLogFile(path: string, rotateAt = ROTATE_AT): LogFile {
  let file: { readonly handle: number; size: number } | null = null
  let missing = 0
  let isTorn = false
  let isClosed = false

  function open(): { readonly handle: number; size: number } {
    mkdirSync(dirname(path), { recursive: true })
    const handle = openSync(path, 'a', 0o600)
    return { handle, size: fstatSync(handle).size }
  }

  function rotate(): void {
    if (file !== null) closeSync(file.handle)
    file = null
    renameSync(path, path.replace(/\.log$/, '.1.log'))
  }

  function append(line: string): void {
    file ??= open()
    if (file.size > rotateAt) {
      rotate()
      file = open()
    }
    const lost = missing === 0 ? '' : `{"level":40,"missing":${missing},"msg":"lines that the disk did not take"}\n`
    const bytes = Buffer.from(`${isTorn ? '\n' : ''}${lost}${line}`)
    const written = writeSync(file.handle, bytes)
    file.size += written
    if (written === bytes.length) {
      isTorn = false
      missing = 0
      return
    }
    isTorn = isTorn || written > 0
    missing += 1
  }

  return {
    write(line) {
      if (isClosed) return
      try {
        append(line)
      } catch {
        // Where else should it be said? The line is counted, and the count written with the next one that fits.
        missing += 1
      }
    },
    close() {
      isClosed = true
      if (file !== null) closeSync(file.handle)
      file = null
    }
  }
}
