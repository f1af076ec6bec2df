/**
 * What is printed of a text: printable ASCII and the letters and signs of PC866, the Cyrillic page that nearly every
 * receipt printer has. The result holds no control character, so it can't become a command.
 */
export function printable(text: string): string {
  let printed = ''
  for (const { segment } of letters.segment(text.normalize('NFC'))) printed += letterOnPaper(segment)
  return printed
}

const letters = new Intl.Segmenter()

const ON_THE_PAGE = /^[\u0020-\u007eА-Яа-яЁёЄєЇїЎў°·√№¤■]$/
/** Marks of direction, joiners, accents and the like: nothing of theirs is missed on paper. */
const INVISIBLE = /^[\p{Cf}\p{M}]$/u
const BLANK = /^[\p{Cc}\p{Z}]$/u
/** In the place of what the page hasn't got, and nothing resembles. */
const UNKNOWN = '?'

/**
 * A character and, right behind it, what a reader takes for it; accents and ligatures come apart without being listed.
 * The letters of the last line but one are Kazakh, Kyrgyz, Tajik, Tatar.
 */
const STAND_INS: ReadonlyMap<string, string> = new Map(
  [
    '₽руб. €EUR £GBP ¥JPY ₸KZT ₾GEL ֏AMD ₼AZN ₺TRY',
    `«" »" “" ”" „" ‟" ‘' ’' ‚' ‛' ‹' ›' ʼ' ′' ″" ´'`,
    '‐- ‑- ‒- –- —- ―- −- ⁃- ─- ⁄/ ∕/ │|',
    '×x ÷: ±+- ≤<= ≥>= ≈~ ≠!= →-> ←<- ↑^ ↓v •· ∙· ●·',
    '©(c) ®(R) §п. ❤<3 ♥<3 ✓+ ✔+ ✅+ ✕x ✖x ❌x ❗! ❓?',
    'ІI іi ҐГ ґг ЈJ јj',
    'ӘА әа ҒГ ғг ҚК қк ҢН ңн ӨО өо ҮУ үу ҰУ ұу ҺХ һх ҲХ ҳх ҶЧ ҷч ҖЖ җж',
    'ßss ÆAE æae ŒOE œoe ØO øo ŁL łl ĐD đd ıi ƏA əa ÞTh þth ÐD ðd'
  ].flatMap(line => line.split(' ').map(pair => [pair.slice(0, 1), pair.slice(1)] as const))
)

/** One letter as a reader sees it, an emoji of many code points too: never more than one `?` for it. */
function letterOnPaper(letter: string): string {
  let printed = ''
  let isLost = false
  for (const character of letter) {
    const shown = characterOnPaper(character)
    if (shown === null) isLost = true
    else printed += shown
  }
  return printed === '' && isLost ? UNKNOWN : printed
}

/** Null for a character that nothing on the page stands for; an accent on its own comes apart into nothing but a space. */
function characterOnPaper(character: string): string | null {
  const known = knownOnPaper(character)
  if (known !== null) return known
  let printed = ''
  for (const part of character.normalize('NFKD')) printed += knownOnPaper(part) ?? ''
  return printed.trim() === '' ? null : printed
}

function knownOnPaper(character: string): string | null {
  if (ON_THE_PAGE.test(character)) return character
  if (BLANK.test(character)) return ' '
  if (INVISIBLE.test(character)) return ''
  return STAND_INS.get(character) ?? null
}
