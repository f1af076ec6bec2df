/**
 * Whether boxes were added, by the ids that the supply has now; null: it can't be told. Boxes are all alike and a request
 * adds all of its own or none. As many new ones as were asked for are ours; fewer are another's, who adds to the same
 * supply; more may be both, or another's alone.
 */
export function boxesFound(
  ids: readonly string[],
  { amount, before }: { readonly amount: number; readonly before: readonly string[] }
): { readonly happened: boolean | null; readonly boxIds: readonly string[] } {
  const boxIds = ids.filter(id => !before.includes(id))
  if (boxIds.length === amount) return { happened: true, boxIds }
  return { happened: boxIds.length < amount ? false : null, boxIds: [] }
}
