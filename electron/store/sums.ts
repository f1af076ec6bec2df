const SEED = 0x811c_9dc5
const PRIME = 0x0100_0193

/** A value as JSON, and the text's sum: what a row with a `body` holds of it. */
export function summed(value: unknown): readonly [body: string, sum: number] {
  const body = JSON.stringify(value)
  return [body, sumOf(body)]
}

/** 32 bits that change whenever one character of the text does (FNV-1a over its code units); `seed`: of a text before it. */
export function sumOf(text: string, seed: number = SEED): number {
  let sum = seed
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), PRIME)
  return sum >>> 0
}
