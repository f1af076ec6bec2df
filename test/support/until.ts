/** How long anything may take that takes no time on a quiet machine: another copy of the tests may run beside (ms). */
export const PATIENCE_MS = 60_000
const LOOK_MS = 5

/**
 * Waits until `condition` gives something other than false, null or undefined; fails after `withinMs` with what was awaited.
 * Time counts as this process gets it: a pause between two looks counts as it was asked for, however late a busy machine ends it.
 */
export async function until<T>(
  what: string,
  condition: () => T | false | null | undefined | Promise<T | false | null | undefined>,
  withinMs = PATIENCE_MS
): Promise<T> {
  for (let waited = 0; ;) {
    const from = performance.now()
    const result = await condition()
    if (result !== false && result !== null && result !== undefined) return result
    waited += performance.now() - from + LOOK_MS
    if (waited > withinMs) throw new Error(`waited ${withinMs} ms for: ${what}`)
    await new Promise(resolve => setTimeout(resolve, LOOK_MS))
  }
}
