/** Whether one of the texts holds what is looked for; spaces and the case of letters count nowhere, as a person copies a number off a label. */
export function isFound(texts: readonly string[], search: string): boolean {
  const wanted = bare(search)
  return wanted === '' || texts.some(text => bare(text).includes(wanted))
}

/** Without any kind of space, the narrow ones between groups of digits included. */
function bare(text: string): string {
  return text.replace(/\s/g, '').toLowerCase()
}
