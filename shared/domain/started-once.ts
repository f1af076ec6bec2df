/** Gives what `start` makes, started with the first use and kept; a start that failed is tried again with the next use. */
export function startedOnce<Started>(start: () => Promise<Started>): () => Promise<Started> {
  let started: Promise<Started> | null = null
  return () => {
    started ??= start().catch((error: unknown) => {
      started = null
      throw error
    })
    return started
  }
}
