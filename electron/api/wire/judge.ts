import type { Failure, OddItem } from '../../station/ports/ports.ts'
import { readHere, type AnswerReader } from '../answers/answer-reader.ts'
import type { PackedBody } from '../answers/unpacked.ts'
import { failureOfLoss, failureOfShape, failureOfStatus, failureOfStranger } from './failures.ts'
import type { Operation, RequestParts } from '../operations/operation.ts'
import { bearsLimits } from './error-bodies.ts'
import type { Outcome } from './transport.ts'

/** What a call gives; `odd`: items of a list that could not be read and are not there. */
export type Answered<Answer> =
  | { readonly kind: 'ok'; readonly value: Answer; readonly odd: readonly OddItem[] }
  | Failure

/** What became of one request; `retryMs`: how long to wait where nothing else says it; `reader`: this thread when absent. */
export async function judge<Request extends RequestParts, Answer>(
  operation: Operation<Request, Answer>,
  outcome: Outcome,
  retryMs: number,
  reader: AnswerReader = readHere
): Promise<Answered<Answer>> {
  if (outcome.kind === 'lost') return failureOfLoss(operation, outcome, retryMs)
  const { status, headers, text } = outcome
  if (status < 200 || status >= 300) return failureOfStatus(operation, outcome, retryMs)
  const body = outcome.body ?? bodyOf(text)
  const read = await reader.read(operation, body, bearsLimits(headers))
  switch (read.kind) {
    case 'ok':
      return read
    case 'foreign':
      return failureOfStranger(operation, status, retryMs)
    case 'misfit':
      return failureOfShape(operation, read.field)
  }
}

function bodyOf(text: string): PackedBody {
  const bytes = Buffer.from(text)
  return { chunks: [bytes], most: bytes.length }
}
