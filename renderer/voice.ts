import type { View } from '../shared/view/view.ts'
import type { Texts } from './i18n/texts.ts'
import { onStage } from './screens/on-stage.ts'

/** What is said aloud of the station's newest word: the step as the stage says it, and what the buyer of an order that has just come to the table wrote. */
export function spoken(texts: Texts, view: View, before: View): string {
  const { title } = onStage(texts, view.feedback, view.question, view.feedback.at).phrase
  const comment = view.order !== null && view.order.id !== before.order?.id ? view.order.comment.trim() : ''
  return [title, ...(comment === '' ? [] : [`${texts.words.stage.commentSaid} ${comment}`])].join('. ')
}
