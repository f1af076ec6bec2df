import { statSync } from 'node:fs'

/**
 * Whether the database and its log that are open now still lie at their paths. Once a folder is deleted or moved, the system
 * goes on taking what is written into files that nobody will ever find again. Never throws: where the system can't tell, they don't.
 */
export function watchPlace(path: string): () => boolean {
  const opened = [path, `${path}-wal`].map(file => ({ file, was: fileAt(file) }))
  return () => opened.every(({ file, was }) => was === null || fileAt(file) === was)
}

/** The file's own number; null: there is none, or the disk under it does not answer. */
function fileAt(path: string): string | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true })
    // Windows lets nobody delete or move an open file, and not each of its file systems keeps a file's number.
    return process.platform === 'win32' ? 'there' : `${dev}:${ino}`
  } catch {
    return null
  }
}
