import { TEST_CODES, type TestCodeId } from './codes.ts'
import type { Finding } from './findings.ts'

const PARITIES = ['even', 'odd', 'mark'] as const

/** A test code whose bytes came right but were read wrongly: with a parity bit on top, or two to a character; null: neither. */
export function findLineTrouble(
  bytes: Uint8Array | null
): { readonly code: TestCodeId; readonly findings: readonly Finding[] } | null {
  if (bytes === null) return null
  const low = codeIn(bytes.map(byte => byte & 0x7f))
  const parity = PARITIES.find(kind => bytes.every(byte => hasParity(byte, kind)))
  if (low !== null && parity !== undefined) {
    return { code: low, findings: [{ kind: 'wrongEncoding', how: 'parity', parity }] }
  }
  const narrow = codeIn(bytes.filter(byte => byte !== 0))
  if (narrow !== null && bytes.includes(0)) return { code: narrow, findings: [{ kind: 'wrongEncoding', how: 'utf16' }] }
  return null
}

function codeIn(bytes: Uint8Array): TestCodeId | null {
  const text = String.fromCharCode(...bytes)
  return TEST_CODES.find(code => text.includes(code.text))?.id ?? null
}

/** Whether the eighth bit is what this parity makes it. */
function hasParity(byte: number, parity: (typeof PARITIES)[number]): boolean {
  const top = byte >> 7
  if (parity === 'mark') return top === 1
  let ones = 0
  for (let rest = byte & 0x7f; rest > 0; rest >>= 1) ones += rest & 1
  return top === (parity === 'even' ? ones % 2 : 1 - (ones % 2))
}
