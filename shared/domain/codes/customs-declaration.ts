import { bad, ok, type Check } from './check.ts'

export type DeclarationProblem =
  | { readonly code: 'declarationLength'; readonly length: number; readonly minimum: number; readonly maximum: number }
  | { readonly code: 'declarationFormat' }
  /** Of the goods' country behind it. */
  | { readonly code: 'noSuchCountry' }

/** In characters (the marketplace's bounds for `customsDeclaration`). */
const SHORTEST = 17
const LONGEST = 29

/** Customs post, day of registration `ddmmyy`, number, and sometimes the place of the goods in it. */
const PARTS = /^\d{2,8}\/\d{6}\/[\p{Lu}\d]+(?:[/-][\p{Lu}\d]+)*$/u

/** Whether the text can be nothing else than the number of a customs declaration, right or not quite. */
export function looksLikeDeclaration(text: string): boolean {
  return PARTS.test(withoutSpaces(text))
}

/** The number of a customs declaration as the API takes it: 17 to 29 characters like `10704010/010624/0000302`. */
export function checkDeclaration(text: string): Check<DeclarationProblem> {
  const value = withoutSpaces(text)
  if (!PARTS.test(value)) return bad({ code: 'declarationFormat' })
  const { length } = value
  if (length >= SHORTEST && length <= LONGEST) return ok(value)
  return bad({ code: 'declarationLength', length, minimum: SHORTEST, maximum: LONGEST })
}

/** On paper the parts may stand apart, and a letter of the number may be typed small. */
function withoutSpaces(text: string): string {
  return text.replaceAll(/\s/g, '').toUpperCase()
}
