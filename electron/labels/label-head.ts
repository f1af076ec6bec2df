import type { PrinterProfile } from '../../shared/domain/printing/media.ts'
import type { Size } from './media.ts'

/** What earlier jobs may have left in the printer, put back to the maker's defaults; text is UTF-8 until told otherwise. */
const DEFAULTS = '^LH0,0^LS0^LT0^PMN^JMA^MUD^LRN^FWN^BY2,3,10^CFA,9,5^CI28'
const HANDLING = { tear: 'T', peel: 'P', cut: 'C' } as const

export type HeadFacts = Pick<PrinterProfile, 'handling' | 'darkness' | 'speed'>

/** Everything of a label before its fields, from `^XA` on; `upsideDown`: the printer turns what follows by half. */
export function labelHead(size: Size, printer: HeadFacts, upsideDown: boolean): string {
  const { handling, darkness, speed } = printer
  return [
    `^XA^PW${size.width}^LL${size.height}`,
    // ~SD is absolute; an ^MD from an earlier job would be added to it.
    darkness === null ? '' : `~SD${String(darkness).padStart(2, '0')}^MD0`,
    speed === null ? '' : `^PR${speed}`,
    `^MM${HANDLING[handling]}^PO${upsideDown ? 'I' : 'N'}${DEFAULTS}`
  ].join('')
}

/** A whole label: one, once. */
export function wholeLabel(head: string, fields: string): string {
  return `${head}${fields}^PQ1^XZ\n`
}

/** What `labelHead` said of size and turn. */
export function readHead(zpl: string): { readonly size: Size; readonly upsideDown: boolean } | null {
  const [, width, height] = /^\^XA\^PW([0-9]+)\^LL([0-9]+)/.exec(zpl) ?? []
  if (width === undefined || height === undefined) return null
  const upsideDown = /^[^F]*?\^PO([NI])\^LH0,0/.exec(zpl)?.[1] === 'I'
  return { size: { width: Number(width), height: Number(height) }, upsideDown }
}
