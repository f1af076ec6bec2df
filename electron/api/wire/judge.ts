import type { Failure, OddItem } from '../../station/ports/ports.ts'
import { readAnswer } from '../answers/answers.ts'
import { failureOfLoss, failureOfShape, failureOfStatus, failureOfStranger } from './failures.ts'
import type { Operation, RequestParts } from '../operations/operation.ts'
import { bearsLimits } from './error-bodies.ts'
import type { Outcome } from './transport.ts'

/** What a call gives; `odd`: items of a list that could not be read and are not there. */
export type Answered<Answer> =
  | { readonly kind: 'ok'; readonly value: Answer; readonly odd: readonly OddItem[] }
  | Failure

/** What became of one request; `retryMs`: how long to wait where nothing else says it. */
export async function judge<Request extends RequestParts, Answer>(
  operation: Operation<Request, Answer>,
  outcome: Outcome,
  retryMs: number
): Promise<Answered<Answer>> {
  if (outcome.kind === 'lost') return failureOfLoss(operation, outcome, retryMs)
  const { status, headers, text, list } = outcome
  if (status < 200 || status >= 300) return failureOfStatus(operation, outcome, retryMs)
  const read = await readAnswer(operation.reply, list ?? [Buffer.from(text)], bearsLimits(headers))
  switch (read.kind) {
    case 'ok':
      return read
    case 'foreign':
      return failureOfStranger(operation, status, retryMs)
    case 'misfit':
      return failureOfShape(operation, read.field)
  }
}
