import { statSync } from 'node:fs'

/**
 * Whether the database and its log that are open now still lie at their paths. Once a folder is deleted or moved, the system
 * goes on taking what is written into files that nobody will ever find again.
 */
export function watchPlace(path: string): () => boolean {
  const opened = [path, `${path}-wal`].map(file => ({ file, was: fileAt(file) }))
  return () => opened.every(({ file, was }) => was === null || fileAt(file) === was)
}

/** The file's own number; null: there is none. */
function fileAt(path: string): string | null {
  const found = statSync(path, { bigint: true, throwIfNoEntry: false })
  if (found === undefined) return null
  // Windows lets nobody delete or move an open file, and not each of its file systems keeps a file's number.
  return process.platform === 'win32' ? 'there' : `${found.dev}:${found.ino}`
}
