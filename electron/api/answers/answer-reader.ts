import type { Log } from '../../station/ports/ports.ts'
import type { Operation, RequestParts } from '../operations/operation.ts'
import { createAnswerThread } from './answer-thread.ts'
import { readAnswer, type Read } from './answers.ts'
import { firstBytes, unpacked, type PackedBody } from './unpacked.ts'

/** So much of an answer is read on the station's own thread (bytes, packed and unpacked), in pieces of some 3 ms. */
const SHORT_PACKED = 64 * 1024
const SHORT = 256 * 1024

/** Reads the bodies of successes; `bearsLimits`: the head of the answer is the marketplace's own. */
export interface AnswerReader {
  read<Request extends RequestParts, Answer>(
    operation: Operation<Request, Answer>,
    body: PackedBody,
    bearsLimits: boolean
  ): Promise<Read<Answer>>
  close(): Promise<void>
}

/** Reads everything on this thread. */
export const readHere: AnswerReader = {
  read: ({ reply }, body, bearsLimits) => readAnswer(reply, unpacked(body.chunks, body), bearsLimits),
  close: async () => {}
}

/** Reads short answers on this thread and long ones in a worker (`answer-worker.ts`), which starts with the first of them. */
export function createAnswerReader(options: { readonly workerUrl: URL; readonly log: Log }): AnswerReader {
  const thread = createAnswerThread(options)
  return {
    async read(operation, body, bearsLimits) {
      const size = body.chunks.reduce((sum, chunk) => sum + chunk.length, 0)
      if (size > SHORT_PACKED && body.encoding !== undefined) return thread.read(operation, body, bearsLimits)
      const first = await firstBytes(body, SHORT)
      if (first?.isWhole === false) return thread.read(operation, body, bearsLimits)
      return first === null ? { kind: 'misfit', field: 'body' } : readAnswer(operation.reply, first.pieces, bearsLimits)
    },
    close: () => thread.close()
  }
}
