import { bad, type Check } from './check.ts'
import {
  haveRealDays,
  isGs1Aim,
  parseGs1Elements,
  readGs1Item,
  writeGs1Elements,
  type Gs1Element
} from './gs1-elements.ts'
import { hasValidCheckDigit } from './identifiers.ts'
import { cyrillicAt, undoRussianLayout } from '../scanning/keyboard-layout.ts'
import {
  GS,
  parseMarkingStructure,
  startsLikeMarkingCode,
  type MarkingCode,
  type MarkingStructureProblem
} from './marking-structure.ts'

export { GS, startsLikeMarkingCode } from './marking-structure.ts'
export type { MarkingCode } from './marking-structure.ts'

export type MarkingProblem =
  | MarkingStructureProblem
  /** `at` is 0-based in the code without its AIM prefix. */
  | { readonly code: 'markingCyrillic'; readonly at: number; readonly char: string }
  /** A control character, a space or a letter beyond ASCII: no marking code has one. `at` as above. */
  | { readonly code: 'markingNotAscii'; readonly at: number; readonly char: string }
  | { readonly code: 'markingLength'; readonly length: number; readonly minimum: number; readonly maximum: number }
  | { readonly code: 'markingGtinCheckDigit' }

export type MarkingCheck = Check<MarkingProblem, MarkingCode>

/** A symbol's text without what the scanner put before it. */
export interface NormalSymbol {
  readonly text: string
  /** The AIM identifier, e.g. `]d2`, or null if the scanner sent none. */
  readonly aim: string | null
}

/** The API's bounds on one code, in characters. */
const LENGTH_MINIMUM = 16
const LENGTH_MAXIMUM = 135

const AIM = /^[\]ъЪ]([A-Za-zа-яёА-ЯЁ][0-9])/
/** AI 01 at the beginning, as a scanner sends it or as it is printed beside the symbol. */
const GTIN_FIRST = /^(?:01|\(01\))[0-9]{14}/
const PRINTED = /\(([0-9]{2,4})\)/g
const FRAME = '\r\n\t\u0002\u0003 '
// oxlint-disable-next-line no-control-regex -- GS is one
const NOT_ASCII = /[^\u001d\u0021-\u007e]/u

/**
 * Spelled-out renderings of GS and FNC1: too long to stand in a serial by chance. `[` `{` `\` `~` `^` `#` `␝` are no characters of a
 * serial at all (GS1 allows 82 of ASCII); what is made of the others alone has four characters or more.
 */
const SPELLED: readonly RegExp[] = [
  /\\{1,2}(?:x1d|x\{1d\}|u001d|u\{1d\}|035)/gi,
  /␝|[<{[(](?:GS|FNC1|0x1D)[>}\])]|[<{[](?:1D|29|F8)[>}\]]|_x(?:00)?1d_|&#(?:29|x0*1d);/gi,
  /~d029|\^029|0x1D/gi
]

/**
 * Short renderings; the longer before those they contain. `]` and `ъ` are Ctrl+] with the Ctrl lost; `↔` is how DOS drew GS; RS, FS
 * and US its neighbours; `ñ` and `è` FNC1 in the fonts and code tables of some scanners; a space what others write for a control character.
 */
const SHORT: readonly RegExp[] = [
  /%1D|=1D/gi,
  /\\F/g,
  /\^\]/g,
  /~1/g,
  /\|/g,
  /[\]ъЪ]/g,
  /\^/g,
  /~/g,
  /#/g,
  /@/g,
  /\$/g,
  /[èñÑ↔]/g,
  // oxlint-disable-next-line no-control-regex -- they stand for GS
  /[\u001c\u001e\u001f ]/g
]

/** Removes what frames a scan at its ends: CR, LF, Tab, STX, ETX and spaces. */
export function trimEnds(text: string): string {
  return stripEnds(text, FRAME)
}

/**
 * A symbol's text without AIM identifier, without FNC1 or GS at its ends, and with GS as the real character. Never throws.
 *
 * A serial may hold any character that a rendering of GS is made of, so a rendering is replaced only if the text is no well-formed
 * marking code as it stands and becomes one by the replacement. The spelled-out ones are also replaced in a text that begins like a
 * marking code and has no real GS, so that its true problem is named. Other GS1 elements (AI 01 first, or the AIM identifier says so)
 * get their GS back wherever that makes sense of the whole text.
 */
export function normalizeSymbol(raw: string): NormalSymbol {
  const trimmed = stripEnds(trimEnds(raw), GS)
  const prefix = AIM.exec(trimmed)?.[1]
  const aim = prefix === undefined ? null : `]${undoRussianLayout(prefix)}`
  const text = restoreSeparators(aim === null ? trimmed : stripEnds(trimmed.slice(aim.length), GS))
  const areOthers = !startsLikeMarkingCode(text) && (isGs1Aim(aim) || GTIN_FIRST.test(text))
  return { text: areOthers ? restoreElements(text) : text, aim }
}

/** True for a whole marking code, or other GS1 elements that fit to the last one, GS being the real character. */
export function isGs1Text(raw: string): boolean {
  const { text, aim } = normalizeSymbol(raw)
  return startsLikeMarkingCode(text)
    ? isWellFormed(text)
    : readGs1Item(text, false) !== null || (isGs1Aim(aim) && sensibleElements(text) !== null)
}

/** Checks a marking code by all that can be known without asking: alphabet, length (16–135), structure, GTIN check digit. */
export function checkMarkingCode(text: string): MarkingCheck {
  return checkMarkingSymbol(normalizeSymbol(text).text)
}

/** As `checkMarkingCode`, of a text that `normalizeSymbol` gave. */
export function checkMarkingSymbol(code: string): MarkingCheck {
  const cyrillic = cyrillicAt(code)
  if (cyrillic >= 0) return bad({ code: 'markingCyrillic', at: cyrillic, char: code.charAt(cyrillic) })
  const alien = NOT_ASCII.exec(code)
  if (alien) return bad({ code: 'markingNotAscii', at: alien.index, char: alien[0] })
  if (code.length < LENGTH_MINIMUM || code.length > LENGTH_MAXIMUM) {
    return bad({ code: 'markingLength', length: code.length, minimum: LENGTH_MINIMUM, maximum: LENGTH_MAXIMUM })
  }
  const parsed = parseMarkingStructure(code)
  if (parsed.kind === 'bad' || hasValidCheckDigit(parsed.value.gtin)) return parsed
  return bad({ code: 'markingGtinCheckDigit' })
}

/** What may come after the serial, by length, so that a separator which a serial can hold too has one place only. */
const TAILS: readonly (readonly number[])[] = [[6, 46], [6, 90], [6]]

/**
 * A marking code in whose place of GS the scanner is known to write `written`; any other text, and one that is no whole code then,
 * stays as it is. Serials that hold `written` keep it: the elements behind the serial are counted from the end.
 */
export function restoreSeparator(text: string, written: string): string {
  if (written === '' || !startsLikeMarkingCode(text) || isWellFormed(text)) return text
  const bare = stripEnds(text, GS)
  const candidates = [...TAILS.map(lengths => restoreFromEnd(bare, written, lengths)), bare.replaceAll(written, GS)]
  return candidates.find(isWellFormed) ?? text
}

function restoreFromEnd(text: string, written: string, lengths: readonly number[]): string {
  let end = text.length
  let restored = ''
  for (const length of lengths.toReversed()) {
    const start = end - length
    if (!text.slice(0, Math.max(0, start)).endsWith(written)) return text
    restored = GS + text.slice(start, end) + restored
    end = start - written.length
  }
  return text.slice(0, end) + restored
}

/** A code as a person reads it: GS shown as ␝. */
export function formatForPerson(code: string): string {
  return code.replaceAll(GS, '␝')
}

/** By hand, because a pattern for the end of a text takes quadratic time on long runs inside it. */
function stripEnds(text: string, chars: string): string {
  let start = 0
  let end = text.length
  while (start < end && chars.includes(text.charAt(start))) start += 1
  while (end > start && chars.includes(text.charAt(end - 1))) end -= 1
  return text.slice(start, end)
}

function restoreSeparators(text: string): string {
  if (isWellFormed(text)) return text
  for (const rendering of [...SPELLED, ...SHORT]) {
    const restored = replaceRendering(text, rendering)
    if (restored !== text && isWellFormed(restored)) return restored
    // A serial or a signature that holds such characters of its own keeps them: then the elements are counted from the end.
    for (const written of new Set(text.match(rendering))) {
      const counted = restoreSeparator(text, written)
      if (counted !== text) return counted
    }
  }
  if (text.includes(GS)) return text
  for (const rendering of SPELLED) {
    const restored = replaceRendering(text, rendering)
    if (restored !== text && startsLikeMarkingCode(restored)) return restored
  }
  return text
}

/**
 * GS1 elements with GS as the real character where that makes sense of the whole text; else as they are. Of two renderings
 * that do (`~` and `~1`) the one that finds an expiry date is right.
 */
function restoreElements(text: string): string {
  const printed = replaceWith(text, PRINTED, `${GS}$1`)
  const readings = [printed, ...[...SPELLED, ...SHORT].map(rendering => replaceRendering(text, rendering))]
    .filter(reading => reading !== text)
    .flatMap(reading => {
      const elements = sensibleElements(reading)
      return elements === null ? [] : [elements]
    })
  const elements = readings.find(found => found.some(({ ai }) => ai === '17')) ?? readings[0]
  return elements === undefined ? text : writeGs1Elements(elements)
}

/** Null for text that is no GS1 elements, or has a day that the calendar lacks. */
function sensibleElements(text: string): readonly Gs1Element[] | null {
  const elements = parseGs1Elements(text)
  return elements !== null && elements.length > 0 && haveRealDays(elements) ? elements : null
}

function replaceRendering(text: string, rendering: RegExp): string {
  return replaceWith(text, rendering, GS)
}

function replaceWith(text: string, rendering: RegExp, written: string): string {
  return stripEnds(text.replace(rendering, written), GS)
}

function isWellFormed(text: string): boolean {
  return parseMarkingStructure(text).kind === 'ok'
}
