import { checkMarkingCode } from '../../codes/gs1.ts'
import { cyrillicAt } from '../keyboard-layout.ts'
import { GS } from '../../codes/marking-structure.ts'
import type { ScanSuffix } from '../scanners.ts'
import { TEST_CODES, type TestCode, type TestCodeId } from './codes.ts'
import { gravityOf, type Finding } from './findings.ts'
import { findLineTrouble } from './line-trouble.ts'
import { isSubstitution, matchForm, type Match } from './match.ts'
import type { Reading } from './reading.ts'

export interface Verdict {
  /** Which of the four was read; null: none of them. */
  readonly code: TestCodeId | null
  /** Faults first; `ok` alone if there is nothing to say. */
  readonly findings: readonly Finding[]
}

const AIM = /^\][A-Za-z][0-9]/
/** A scanner's gaps vary: half as much again is allowed for (ms, in steps of 5). */
const GAP_MARGIN = 1.5
const GAP_STEP = 5
const GAP_MAXIMUM = 990
/** The longest code takes a third of this at 9600 baud (ms). */
const LINE_MS = 400

/** What a scanner's case setting makes of a code; null: as it is. */
const CASES: readonly { readonly kind: 'caseSwapped' | 'allUpper' | 'allLower' | null; of(text: string): string }[] = [
  { kind: null, of: text => text },
  { kind: 'caseSwapped', of: swapCase },
  { kind: 'allUpper', of: text => text.toUpperCase() },
  { kind: 'allLower', of: text => text.toLowerCase() }
]

/** Says which test code a reading is of and what its way did to it; `wedgeGapMs` is the longest gap that the settings allow. */
export function judge(reading: Reading, wedgeGapMs: number): Verdict {
  const aim = AIM.exec(reading.text)?.[0] ?? ''
  const text = withoutFirstGs(reading.text.slice(aim.length))
  const best = findCode(text)
  if (best === null) return judgeUnknown(text, reading)
  const findings = [
    ...contentFindings(best, text, reading),
    ...wayFindings(reading, wedgeGapMs),
    ...(aim === '' ? [] : [{ kind: 'aimPrefix', aim } as const])
  ]
  return { code: best.code.id, findings: inOrder(findings) }
}

/** The same for two scans in a row that are one code's halves; null if they aren't. */
export function judgeHalves(first: Reading, second: Reading, wedgeGapMs: number): Verdict | null {
  if (first.end !== 'pause') return null
  const text = first.text + second.text
  const verdict = judge({ ...second, raw: text, text, bytes: null, keys: [...first.keys, ...second.keys] }, wedgeGapMs)
  if (verdict.code === null || verdict.findings.some(finding => isNoHalf(finding, first, second))) return null
  const suffix = second.end === null || second.end === 'pause' ? null : second.end
  const others = verdict.findings.filter(({ kind }) => kind !== 'ok' && kind !== 'slow')
  return { code: verdict.code, findings: inOrder([{ kind: 'split', suffix }, ...others]) }
}

/** The two make no whole, or one of them is the whole and the other stands beside it. */
function isNoHalf(finding: Finding, first: Reading, second: Reading): boolean {
  if (finding.kind === 'foreignPrefix') return finding.text.length >= first.text.length
  if (finding.kind === 'foreignSuffix') return finding.text.length >= second.text.length
  return finding.kind === 'truncated'
}

/** FNC1 at the beginning of a GS1 symbol, which some scanners send as GS. */
function withoutFirstGs(text: string): string {
  let start = 0
  while (text.charAt(start) === GS) start += 1
  return text.slice(start)
}

interface Found {
  readonly code: TestCode
  readonly letters: (typeof CASES)[number]['kind']
  readonly match: Match
}

function findCode(text: string): Found | null {
  let best: Found | null = null
  for (const letters of CASES) {
    for (const code of TEST_CODES) {
      const match = matchForm(letters.of(code.text), text)
      if (match === null) continue
      if (best === null || costOf(match) < costOf(best.match)) best = { code, letters: letters.kind, match }
    }
  }
  return best
}

function costOf({ before, after, lost }: Match): number {
  return before.length + after.length + (lost?.count ?? 0)
}

function contentFindings({ code, letters, match }: Found, text: string, { keys }: Reading): readonly Finding[] {
  const findings: Finding[] = []
  if (letters === 'caseSwapped') findings.push({ kind: letters, capsLock: keys.some(({ capsLock }) => capsLock) })
  else if (letters !== null) findings.push({ kind: letters })
  else if (keys.some(({ capsLock }) => capsLock)) findings.push({ kind: 'capsLock' })
  const { separator, lost, before, after } = match
  if (lost !== null) {
    const of = code.text.length
    findings.push({ kind: 'truncated', where: lost.where, kept: Math.max(0, of - lost.count), of })
  }
  if (separator === '') findings.push({ kind: 'noGs' })
  else if (separator !== null && separator !== GS) {
    findings.push({ kind: 'gsReplaced', by: separator, undone: isUndone(code.text, text, match) })
  }
  if (before !== '') findings.push({ kind: 'foreignPrefix', text: before })
  if (after !== '') findings.push({ kind: 'foreignSuffix', text: after })
  return findings
}

/** Whether the station reads the right code, were it not for what stands around it. */
function isUndone(expected: string, text: string, { before, after }: Match): boolean {
  const check = checkMarkingCode(text.slice(before.length, text.length - after.length))
  return check.kind === 'ok' && check.value.code === expected
}

function wayFindings({ text, end, keyGapMs, lineMs, bytes, keys }: Reading, wedgeGapMs: number): readonly Finding[] {
  const findings: Finding[] = []
  if (keyGapMs !== null && keyGapMs > wedgeGapMs) {
    const proposedMs = Math.min(GAP_MAXIMUM, Math.ceil((keyGapMs * GAP_MARGIN) / GAP_STEP) * GAP_STEP)
    findings.push({ kind: 'slow', gapMs: Math.round(keyGapMs), proposedMs })
  }
  if (lineMs !== null && lineMs > LINE_MS) findings.push({ kind: 'slowLine', ms: Math.round(lineMs) })
  if (end === 'pause') findings.push({ kind: 'noSuffix', seen: bytes === null ? null : suffixOf(bytes) })
  if (cyrillicAt(text) < 0 && keys.some(({ key }) => key.length === 1 && cyrillicAt(key) >= 0)) {
    findings.push({ kind: 'layoutRussian', undone: true })
  }
  return findings
}

function judgeUnknown(text: string, reading: Reading): Verdict {
  const trouble = findLineTrouble(reading.bytes)
  if (trouble !== null) return trouble
  const code = TEST_CODES.find(one => isSubstitution(one.text, text))
  if (code !== undefined) {
    const layout: Finding = cyrillicAt(text) < 0 ? { kind: 'layoutOther' } : { kind: 'layoutRussian', undone: false }
    return {
      code: code.id,
      findings: text.includes(GS) || !code.text.includes(GS) ? [layout] : [layout, { kind: 'noGs' }]
    }
  }
  // Printable Latin, Cyrillic and GS are what any code of a shop has; the rest comes of a wrong speed or line.
  // oxlint-disable-next-line no-control-regex -- GS is one
  const isGarbled = /[^\u001d\u0020-\u007e\u0400-\u04ff№]/u.test(text)
  return { code: null, findings: [isGarbled ? { kind: 'wrongEncoding', how: 'garbled' } : { kind: 'notThisCode' }] }
}

function suffixOf(bytes: Uint8Array): ScanSuffix | null {
  switch (bytes.at(-1)) {
    case 0x0d:
      return 'cr'
    case 0x0a:
      return bytes.at(-2) === 0x0d ? 'crlf' : 'lf'
    case 0x09:
      return 'tab'
    case 0x03:
      return 'etx'
    default:
      return null
  }
}

function inOrder(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length === 0) return [{ kind: 'ok' }]
  const faults = findings.filter(finding => gravityOf(finding) === 'fault')
  return [...faults, ...findings.filter(finding => gravityOf(finding) !== 'fault')]
}

function swapCase(text: string): string {
  return [...text].map(char => (char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase())).join('')
}
