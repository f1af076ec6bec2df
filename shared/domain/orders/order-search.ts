import { META_KEYS } from './orders.ts'
import type { Order, StickerFacts } from './orders.ts'
import { searchable } from './search.ts'

/** A shorter text stands in too many marking codes by chance. */
const CODE_LEAST = 6
/** Different texts whose normal form is remembered: articles and barcodes are those of many orders. */
const KNOWN_MAX = 20_000
/** Separates the elements of a marking code; a shorter text without it hardly spans one. */
const GS = '\u001d'
const BEFORE_GS = 16

/**
 * Whether an order is meant by a text: by its id, article, barcode, sticker, basket, the buyer's code or a code that was
 * collected for it. Null: the text means any order. Cheap enough to be asked about very many orders.
 */
export function createOrderSearch(search: string): ((order: Order) => boolean) | null {
  const wanted = searchable([search])
  if (wanted === '') return null
  const isNumber = /^\d+$/.test(wanted)
  const known = new Map<string, boolean>()
  const isIn = (text: string) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const isSo = searchable([text]).includes(wanted)
    if (known.size < KNOWN_MAX) known.set(text, isSo)
    return isSo
  }
  // Codes mean their letters as they are.
  const exact = search.trim().replace(/^\][A-Za-z]\d/, '')
  const isCode = wanted.length >= CODE_LEAST ? createCodeSearch(exact) : null
  return ({ facts, sticker, scheme, codes }) => {
    if (isNumber && String(facts.id).includes(wanted)) return true
    if (isIn(facts.article) || facts.skus.some(isIn)) return true
    if (sticker !== null && isOnSticker(sticker, wanted, exact)) return true
    if (facts.orderUid.includes(wanted) || (scheme.kind === 'pickup' && scheme.orderCode.includes(wanted))) return true
    return isCode !== null && META_KEYS.some(key => codes[key]?.values.some(isCode))
  }
}

function isOnSticker({ partA, partB, barcode }: StickerFacts, wanted: string, exact: string): boolean {
  return `${partA}${partB}`.includes(wanted) || (barcode !== '' && barcode.includes(exact))
}

/** Whether a collected code holds the text, as a page shows it (␝) or as scanners type it, with GS or without. */
function createCodeSearch(text: string): (value: string) => boolean {
  const whole = text.replaceAll('␝', GS)
  const bare = whole.replaceAll(GS, '')
  return value => value.includes(whole) || (bare.length > BEFORE_GS && value.replaceAll(GS, '').includes(bare))
}
