import { bad, ok, type Check } from './check.ts'

/** The separator between elements of a GS1 symbol, ASCII 29. */
export const GS = '\u001d'

/** A marking code taken apart. */
export interface MarkingCode {
  /** The whole code with its GS characters and no AIM prefix: what is sent, byte for byte. */
  readonly code: string
  /** The 14 digits of AI 01. */
  readonly gtin: string
  /** AI 21, 1–20 characters, case kept. */
  readonly serial: string
}

export type MarkingStructureProblem =
  | { readonly code: 'markingStructure' }
  | { readonly code: 'markingNoGs' }
  | { readonly code: 'markingNoCrypto' }
  | { readonly code: 'markingTail' }

const HEAD = /^01([0-9]{14})21/
const HEAD_LENGTH = 18
const SERIAL_MAXIMUM = 20
/** What the end of a serial looks like when the GS before the key or the short code was lost. */
const SWALLOWED_TAIL = /.(?:91.{4}|93.{4})$/

/** True for text that begins like a marking code: AI 01 with 14 digits, then AI 21. */
export function startsLikeMarkingCode(text: string): boolean {
  return HEAD.test(text)
}

/**
 * Takes a marking code apart by its real GS characters: `01`+14 digits, `21`+serial, then `91`+4 and `92`+44 or 88, or `93`+4.
 * Further elements (weight 3103, TN VED 240…) are let through. The GTIN's check digit and the alphabet are not looked at.
 */
export function parseMarkingStructure(code: string): Check<MarkingStructureProblem, MarkingCode> {
  const gtin = HEAD.exec(code)?.[1]
  if (gtin === undefined) return bad({ code: 'markingStructure' })
  const [serial = '', ...elements] = code.slice(HEAD_LENGTH).split(GS)
  if (elements.length === 0) {
    const bare = serial.length <= SERIAL_MAXIMUM && !SWALLOWED_TAIL.test(serial)
    return bad({ code: bare ? 'markingNoCrypto' : 'markingNoGs' })
  }
  if (serial === '' || serial.length > SERIAL_MAXIMUM) return bad({ code: 'markingStructure' })
  const problem = tailProblem(serial, elements)
  return problem ? bad(problem) : ok({ code, gtin, serial })
}

function tailProblem(serial: string, elements: readonly string[]): MarkingStructureProblem | null {
  if (!elements.every(isWholeElement)) return { code: 'markingTail' }
  const key = valueLength(elements, '91')
  const signature = valueLength(elements, '92')
  const short = valueLength(elements, '93')
  if (signature !== null && key === null && SWALLOWED_TAIL.test(serial)) return { code: 'markingNoGs' }
  if (short === null && (key === null || signature === null)) return { code: 'markingNoCrypto' }
  const right =
    (short === null || short === 4) &&
    (key === null || key === 4) &&
    (signature === null || signature === 44 || signature === 88)
  return right ? null : { code: 'markingTail' }
}

/** An application identifier and a value; a weight or measure (AI 31xx–36xx) has six digits, so that a cut one shows. */
function isWholeElement(element: string): boolean {
  return /^3[1-6]/.test(element) ? /^3[1-6][0-9]{8}$/.test(element) : /^[0-9]{2}./.test(element)
}

function valueLength(elements: readonly string[], identifier: string): number | null {
  const element = elements.find(text => text.startsWith(identifier))
  return element === undefined ? null : element.length - identifier.length
}
