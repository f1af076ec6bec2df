import type { FaceKind, Feedback, Message } from '../../shared/domain/messages.ts'
import { say, sayNote } from '../i18n/say.ts'
import type { Phrase } from '../i18n/phrase.ts'
import type { Texts } from '../i18n/texts.ts'

export interface OnStage {
  readonly face: FaceKind
  readonly phrase: Phrase
  /** What was refused while the question stood. */
  readonly hint: Phrase | null
  /** What stands beside the words. */
  readonly note: string | null
}

/**
 * What stands on the stage: the open question before anything else, with a refusal said meanwhile as its hint; then the way
 * on that is offered in place of a refusal; else the last word. `now` in Unix ms.
 */
export function onStage(texts: Texts, feedback: Feedback, question: Message | null, now: number): OnStage {
  const { face, message, note } = feedback
  const phrase = say(texts, message, now)
  if (note?.code === 'otherSupply') {
    if (question === null) return { face: 'ask', phrase: texts.otherSupply(note), hint: null, note: null }
    return { face: 'ask', phrase: say(texts, question, now), hint: phrase, note: null }
  }
  const line = note === undefined ? null : sayNote(texts, note)
  if (question === null) return { face, phrase, hint: null, note: line }
  return { face: 'ask', phrase: say(texts, question, now), hint: face === 'refused' ? phrase : null, note: line }
}
