import { join } from 'node:path'
import { ROOT } from '../../scripts/repository.ts'

/** Where Windows' parts are kept between runs. */
export const CACHE = join(ROOT, 'node_modules', '.cache', 'wine')
