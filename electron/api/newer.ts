import type { Reply } from '../station/ports/ports.ts'
import type { EditionChoice } from './editions.ts'
import { notInEdition } from './schemes/carrier.ts'

/**
 * Asks by a method that the newer edition alone has. The older one is only ever in force for such a method when it is
 * pinned: they have been there beside it.
 */
export async function inNewer<T>(edition: EditionChoice, ask: () => Promise<Reply<T>>): Promise<Reply<T>> {
  return edition === 'seed' ? notInEdition : ask()
}
