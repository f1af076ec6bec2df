/** How a queue is: `stopped` by a person, `rejecting` jobs, its printer `unreachable` or in need, or `gone` itself. */
export type QueueState = 'ready' | 'stopped' | 'rejecting' | 'unreachable' | 'paperOut' | 'headOpen' | 'gone'

export type Handed =
  | { readonly kind: 'queued'; readonly jobId: string }
  /** The print system refused: it has nothing of the job. */
  | { readonly kind: 'refused' }
  /** It may have the job or not. */
  | { readonly kind: 'unknown' }

/**
 * What became of a job: in the queue with nothing of it sent, perhaps begun, `broken` off in the middle so that the print
 * system would send it again, passed on whole, ended otherwise, or unknown because nobody answers.
 */
export type QueueJob = 'waiting' | 'sending' | 'broken' | 'done' | 'ended' | 'noAnswer'

/**
 * What a job had come to when it was taken out of its queue: `untouched` only if the print system itself says that it
 * never began to send it.
 */
export type Cancelled = 'untouched' | 'ended' | 'done' | 'noAnswer'

/** The print service of the system. None of these throws, and each settles within half a minute. */
export interface Spooler {
  /** The names of the queues, as the system gives them; none where there is no print system. */
  queues(): Promise<readonly string[]>
  queueState(queue: string): Promise<QueueState>
  /** Hands bytes to a queue as they are, once. */
  hand(queue: string, bytes: Uint8Array): Promise<Handed>
  job(queue: string, jobId: string): Promise<QueueJob>
  cancel(queue: string, jobId: string): Promise<Cancelled>
}
