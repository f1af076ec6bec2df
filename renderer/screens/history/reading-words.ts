import type { CompletedState } from '../../../shared/contract/completed-methods.ts'
import type { Phrase } from '../../i18n/phrase.ts'
import type { Texts } from '../../i18n/texts.ts'
import { delayWords } from '../queue/intent-words.ts'

/** What stands in place of orders that ended: that there are none is known only once all was read. */
export function emptyWords(
  { words, completed }: Pick<Texts, 'words' | 'completed'>,
  kind: Exclude<CompletedState['kind'], 'idle'>
): string {
  if (kind === 'reading') return words.common.loading
  return kind === 'here' ? completed.none : completed.notRead
}

/** Why a reading ended too early. Nothing takes it up again by itself, as a change in the queue is. */
export function readFailure({ tables, completed }: Pick<Texts, 'tables' | 'completed'>, why: string): Phrase {
  const phrase = delayWords(tables, why)
  const needsPerson = Object.hasOwn(tables.blocks.known, why) || why === 'blocked' || why.startsWith('broken')
  return { ...phrase, remedy: needsPerson ? `${phrase.remedy}. ${completed.readAgain}` : completed.readAgain }
}
