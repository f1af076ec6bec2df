/** Far deeper than anything that comes here of the marketplace, or call of a page: `JSON.parse` would take seconds over a few million levels. */
export const DEPTH_MAX = 64

/** The JSON in `text`; throws a `SyntaxError` when it is none, or deeper than 64 levels. */
export function parseShallow(text: string): unknown {
  if (isDeep(text)) throw new SyntaxError('deeper than anything that comes here')
  return JSON.parse(text)
}

/** The JSON in `text`, undefined when it is none, or deeper than 64 levels. */
export function parseJson(text: string): unknown {
  try {
    return parseShallow(text)
  } catch {
    return undefined
  }
}

function isDeep(text: string): boolean {
  let depth = 0
  let isText = false
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at]
    if (letter === '"') isText = !isText
    else if (isText) {
      if (letter === '\\') at += 1
    } else if (letter === '[' || letter === '{') {
      depth += 1
      if (depth > DEPTH_MAX) return true
    } else if (letter === ']' || letter === '}') depth -= 1
  }
  return false
}
