/** Whether one of the texts holds what is looked for; spaces and the case of letters count nowhere, as a person copies a number off a label. */
export function isFound(texts: readonly string[], search: string): boolean {
  return searchable(texts).includes(searchable([search]))
}

/** Texts as they are looked through: each on a line of its own, without any kind of space, the narrow ones between groups of digits included. */
export function searchable(texts: readonly string[]): string {
  return texts.map(text => text.replace(/\s/g, '').toLowerCase()).join('\n')
}
