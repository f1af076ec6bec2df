import type { Thing } from '../../electron/practice/marketplace/marketplace.ts'
import type { MetaKey } from '../../shared/domain/orders/orders.ts'
import type { View } from '../../shared/view/view.ts'
import { until } from './until.ts'

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
      // A label that was called back with its order, or could not print, comes when it is asked for.
      return view.feedback.message.code === 'scanPrintCommand'
        ? { kind: 'scan', text: 'VRSTK-PRINT' }
        : { kind: 'wait' }
    case 'item':
    case 'product':
      return { kind: 'scan', text: thing.barcode }
    case 'scanBack':
      return { kind: 'label' }
    default:
      return { kind: 'scan', text: codeOf(thing, step) }
  }
}

export interface Packing {
  /** By the page unless told otherwise. */
  readonly scan?: (text: string) => Promise<View>
  /** What to scan when asked; without it a question fails the packing. */
  readonly answer?: (view: View) => string
}

export interface Table extends Packing {
  view(): View
  when(what: string, test: (view: View) => boolean): Promise<View>
  readonly scan: (text: string) => Promise<View>
  /** What the labels that came out say. */
  labels(): readonly (string | null)[]
}

/** Does what the screen says until the unit is packed; the id of its order. Throws when a scan of it is refused. */
export async function packUnit(table: Table, thing: Thing): Promise<number> {
  const { view, when, scan, labels, answer } = table

  async function follow(now: View, move: Exclude<Move, { readonly kind: 'wait' }>): Promise<View> {
    switch (move.kind) {
      case 'scan':
        return scan(move.text)
      case 'label': {
        const barcode = now.order?.sticker?.barcode ?? ''
        return scan(await until('the label', () => labels().find(text => text === barcode)))
      }
      case 'ask':
        if (answer === undefined) throw new Error(`a question: ${JSON.stringify(now.feedback.message)}`)
        return scan(answer(now))
    }
  }

  for (;;) {
    const now = view()
    const move = nextMove(now, thing)
    if (move.kind === 'wait') await when(`the label for ${thing.article}`, next => next.revision > now.revision)
    else {
      const { feedback } = await follow(now, move)
      if (feedback.face === 'refused') throw new Error(`refused: ${JSON.stringify(feedback.message)}`)
    }
    const { message } = view().feedback
    if (message.code === 'packed') return message.orderId
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

/** The texts of a label, with what is written in hexadecimal (`^FH`) put back. */
export function textsOn(zpl: Uint8Array | undefined): readonly string[] {
  const text = new TextDecoder().decode(zpl)
  return [...text.matchAll(/\^FD([^^]*)\^FS/g)].map(([, field = '']) =>
    Buffer.from(
      field.replace(/_([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
      'latin1'
    ).toString()
  )
}
