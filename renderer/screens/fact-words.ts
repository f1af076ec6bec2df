/** JSON facts of the journal as `name: value` pairs on one line; text that is no JSON object stays as it is. */
export function factWords(json: string): string {
  let facts: unknown
  try {
    facts = JSON.parse(json)
  } catch {
    return json
  }
  if (typeof facts !== 'object' || facts === null) return json
  return Object.entries(facts)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(' · ')
    .replaceAll('\u001d', '␝')
}
