import { BadLabelError } from './bad-label.ts'
import type { DrawingCommand } from './zpl-commands.ts'

/** Characters that may announce a hex number in a field, the usual one first. */
const ANNOUNCERS = ['_', '\\', '|', '#', '@', '$', '%']
const HIGH = /[\u0080-\u00ff]/
/** Encodings (`^CI`) of UTF-8; the others have one byte a character. */
const UTF8: readonly string[] = ['28', '29', '30']
/** Code page 850 from 0x80 on: what a printer takes a byte for as long as nothing else was said. */
const CODE_PAGE_850 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u00ad±‗¾¶§÷¸°¨·¹³²■\u00a0'

/** What a label says of the encoding of its text: its own `^CI`, or null where it says nothing. */
export type Encoding = string | null

/** What was said in a field before its data. */
export interface FieldBefore {
  /** What announces a hex number (`^FH`); null: nothing does. */
  readonly hex: string | null
  /** Its data goes into a barcode, as bytes. */
  readonly isCode: boolean
}

/**
 * A field's data, to be read with the maker's own prefixes and behind our own head, which says UTF-8. Where the label says
 * nothing of its encoding, raw UTF-8 is that, and any other byte beyond ASCII, in hex above all, is of code page 850.
 */
export function fieldData(data: DrawingCommand, field: FieldBefore, encoding: Encoding): readonly DrawingCommand[] {
  const { name, args } = data
  if (encoding !== null) return escape(data, field.hex, UTF8.includes(encoding) ? /[\^~]/g : /[\^~\u0080-\u00ff]/g)
  const raw = HIGH.test(args) && !isUtf8(args) ? args.replace(new RegExp(HIGH, 'g'), inUtf8) : args
  return escape({ name, args: field.isCode ? args : highHexInUtf8(raw, field.hex) }, field.hex, /[\^~]/g)
}

/** A byte of code page 850 as UTF-8, one character a byte. */
function inUtf8(byte: string): string {
  const character = CODE_PAGE_850.charAt(byte.charCodeAt(0) - 0x80)
  return Buffer.from(character, 'utf8').toString('latin1')
}

function highHexInUtf8(args: string, announcer: string | null): string {
  if (announcer === null) return args
  const [first = '', ...rest] = args.split(announcer)
  return rest.reduce((text, part) => {
    const byte = /^[89A-F][0-9A-F]/i.exec(part)?.[0]
    if (byte === undefined) return text + announcer + part
    return text + inUtf8(String.fromCharCode(parseInt(byte, 16))) + part.slice(2)
  }, first)
}

/** Writes these characters in hex, with the field's own announcer or a new one. */
function escape({ name, args }: DrawingCommand, hex: string | null, characters: RegExp): readonly DrawingCommand[] {
  if (args.search(characters) < 0) return [{ name, args }]
  const announcer = hex ?? ANNOUNCERS.find(sign => !args.includes(sign))
  if (announcer === undefined) throw new BadLabelError('notHonoured', '^FH')
  const written = args.replace(characters, character => announcer + hexOf(character))
  return [...(hex === null ? [{ name: 'FH', args: announcer }] : []), { name, args: written }]
}

function hexOf(character: string): string {
  return character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

function isUtf8(text: string): boolean {
  try {
    strictUtf8.decode(Buffer.from(text, 'latin1'))
    return true
  } catch {
    return false
  }
}

/** The first value of a serial field (`^SN` start, step, leading zeros): what the one label shows that prints. */
export function firstSerial(args: string): string {
  const [start = '', , zeros = ''] = args.split(',')
  if (/^\s*Y/i.test(zeros)) return start
  // Without them, zeros before the last number become spaces.
  return start.replace(/0+(?=[0-9]+[^0-9]*$)/, (leading, at: number) =>
    /[0-9]/.test(start.charAt(at - 1)) ? leading : ' '.repeat(leading.length)
  )
}
