import { join } from 'node:path'

/** The repository's root, whatever directory a script is started from. */
export const ROOT = join(import.meta.dirname, '..')
