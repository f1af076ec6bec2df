import { stat } from 'node:fs/promises'

/**
 * Names the device node behind a path, so that another one plugged in under the same path differs; null if none is
 * there. On Windows ports are no files: the system itself reports their loss, and the answer is always the path.
 */
export async function deviceIdentity(path: string): Promise<string | null> {
  if (process.platform === 'win32') return path
  try {
    const { dev, ino, rdev } = await stat(path)
    return `${dev}:${ino}:${rdev}`
  } catch {
    return null
  }
}
