import type { FaceKind, Feedback, Message } from '../../shared/domain/messages.ts'

export interface OnStage {
  readonly face: FaceKind
  readonly message: Message
  /** What was refused while the question stood. */
  readonly hint: Message | null
}

/** What stands on the stage: the open question before anything else, with a refusal said meanwhile as its hint; else the last word. */
export function onStage(feedback: Feedback, question: Message | null): OnStage {
  if (question === null) return { face: feedback.face, message: feedback.message, hint: null }
  return { face: 'ask', message: question, hint: feedback.face === 'refused' ? feedback.message : null }
}
