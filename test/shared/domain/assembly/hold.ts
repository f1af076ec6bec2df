/** Throws with the rule's own words if it does not hold; many times cheaper than a matcher, for checks by the million. */
export function hold(isTrue: boolean, rule: string, ...facts: readonly unknown[]): void {
  if (!isTrue) throw new Error([`broken: ${rule}`, ...facts.map(fact => JSON.stringify(fact))].join('\n'))
}
