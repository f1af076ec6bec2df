import type { z } from 'zod'
import type { LimitGroup, Penalty } from '../limits/limits.ts'

/** The parts of one request; which of them an operation has is up to its schema. */
export interface RequestParts {
  readonly path?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, string | number | undefined>>
  readonly body?: object
}

/** One method of the API: where it lives, until when, what it takes and gives, and what it costs. */
export interface Operation<Request extends RequestParts = RequestParts, Answer = unknown> {
  readonly name: string
  /** The only host that has it; absent: the Marketplace category's, production and sandbox. */
  readonly host?: 'content' | 'sandbox'
  readonly edition: 'both' | 'seed' | 'successor'
  /** Last day of service (Moscow), `yyyy-mm-dd`; absent: not known to end. */
  readonly validUntil?: string
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** `{name}` stands for a part of `path`. */
  readonly path: string
  /** A write whose answer is lost is of unknown fate; a read may be asked again. POST is often a read here. */
  readonly effect: 'read' | 'write'
  /** Whether sending it twice leaves the same as sending it once. */
  readonly repeatable: boolean
  /** Of a write: the reads that show whether it happened, one for each edition where they differ. */
  readonly lookedUpBy?: readonly string[]
  /** The documented status of success. */
  readonly success: 200 | 201 | 204
  readonly request: z.ZodType<Request>
  /** A `list` in it is read item by item, and may be very long. */
  readonly reply: z.ZodType<Answer>
  readonly group: LimitGroup
  readonly penalty: Penalty
  /** Packing can't be done without it, and it is of one edition alone only because the older had another way. */
  readonly endures?: true
}

/**
 * Whether a gateway that does not know the method's path means that there is no such method any more. What both editions
 * have stays, whatever one answer says.
 */
export function canEnd({ edition, endures }: Pick<Operation, 'edition' | 'endures'>): boolean {
  return edition !== 'both' && endures !== true
}

/** Declares an operation; it only carries the types of its schemas along. */
export function operation<Request extends RequestParts, Answer>(
  declared: Operation<Request, Answer>
): Operation<Request, Answer> {
  return declared
}
