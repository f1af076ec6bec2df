import type { Thing } from '../../electron/practice/marketplace/marketplace.ts'
import type { MetaKey } from '../../shared/domain/orders.ts'
import type { View } from '../../shared/view.ts'

/** What a packer does next with a unit in the hand, going by the screen alone. */
export type Move =
  | { readonly kind: 'scan'; readonly text: string }
  /** The label is on its way. */
  | { readonly kind: 'wait' }
  /** A question that only the test can answer. */
  | { readonly kind: 'ask' }
  /** Scan the label that came out. */
  | { readonly kind: 'label' }

export function nextMove(view: View, thing: Thing): Move {
  if (view.feedback.face === 'ask') return { kind: 'ask' }
  if (view.order === null) return { kind: 'scan', text: thing.barcode }
  const step = view.order.steps.find(({ state }) => state === 'now')?.kind ?? 'sticker'
  switch (step) {
    case 'sticker':
      return { kind: 'wait' }
    case 'item':
    case 'product':
      return { kind: 'scan', text: thing.barcode }
    case 'scanBack':
      return { kind: 'label' }
    default:
      return { kind: 'scan', text: codeOf(thing, step) }
  }
}

/** What a scanner reads off the unit for a key; throws when the unit has none. */
export function codeOf(thing: Thing, key: MetaKey): string {
  const text = key === 'sgtin' ? thing.markingCode : thing[key]
  if (text === undefined) throw new Error(`${thing.article} has no ${key}`)
  return text
}

/** What a scanner reads off a printed label: the text of its QR code; null when it has none. */
export function labelText(zpl: Uint8Array): string | null {
  const text = new TextDecoder().decode(zpl)
  return /\^BQ[^^]*\^F[DH][^^]*?[A-Z]A,([^^]*)\^FS/.exec(text)?.[1] ?? null
}
