/** Waits until `condition` gives something other than false, null or undefined; fails after `withinMs` with what was awaited. */
export async function until<T>(
  what: string,
  condition: () => T | false | null | undefined | Promise<T | false | null | undefined>,
  withinMs = 10_000
): Promise<T> {
  const deadline = performance.now() + withinMs
  for (;;) {
    const result = await condition()
    if (result !== false && result !== null && result !== undefined) return result
    if (performance.now() > deadline) throw new Error(`waited ${withinMs} ms for: ${what}`)
    await new Promise(resolve => setTimeout(resolve, 5))
  }
}
