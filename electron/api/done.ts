import type { Reply } from '../station/ports/ports.ts'

/** A write of which nothing but its success is of interest. */
export async function done(call: Promise<Reply<unknown>>): Promise<Reply<true>> {
  const reply = await call
  return reply.kind === 'ok' ? { kind: 'ok', value: true } : reply
}
