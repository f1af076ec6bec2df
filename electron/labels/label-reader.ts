import { BadLabelError } from './bad-label.ts'
import { fieldData, firstSerial, type Encoding } from './field-text.ts'
import { NUMBER, withNumbersFilled } from './fields.ts'
import { graphicAsText } from './graphics.ts'
import { inWholeDots, moved } from './lengths.ts'
import { emptyMemory, forget, memoryName, recallGraphic, remember } from './printer-memory.ts'
import { PrinterState } from './printer-state.ts'
import { isBarcode, isDrawing, isHarmless, isLasting, leavesInk, type DrawingCommand } from './zpl-commands.ts'
import { latin1, type ZplToken } from './zpl-tokens.ts'

/** The first format that draws anything, as a printer would draw it that has done all that came before. */
export interface ReadLabel {
  readonly commands: readonly DrawingCommand[]
  /** `^PW` and `^LL` in dots, where the label says them. */
  readonly width: number | null
  readonly length: number | null
  readonly isUpsideDown: boolean
}

/** A font that the label calls by a letter of its own (`^CW`). */
interface NamedFont {
  readonly path: string
  /** Height and width as `^CF` gives them. */
  readonly size: string
}

/**
 * Follows a label command by command: what it stores and recalls, its home, units, fonts and numbers, and what a format
 * leaves behind for the next. A command that changes the picture in a way that cannot be followed is the label's refusal.
 */
export class LabelReader {
  readonly #memory = emptyMemory()
  readonly #state = new PrinterState()
  readonly #fonts = new Map<string, string>()
  #defaultFont: NamedFont | null = null
  #encoding: Encoding = null
  /** By name, the commands that still hold. */
  readonly #lasting = new Map<string, DrawingCommand>()
  #commands: DrawingCommand[] | null = null
  /** Of the field under way: its announcer of hex numbers, and what was said of its place and look. */
  #field = newField()
  /** The name under which the format under way is stored (`^DF`), with what it holds so far. */
  #storing: { readonly name: string; readonly tokens: ZplToken[] } | null = null

  /** The label, as soon as a format that draws has ended; null until then. */
  take(token: ZplToken): ReadLabel | null {
    if (token.prefix === '~') {
      remember(this.#memory, token)
      return null
    }
    switch (token.name) {
      case 'XA':
        this.#begin()
        return null
      case 'XZ':
        return this.#end()
      default:
        if (this.#storing !== null) this.#storing.tokens.push(token)
        else if (this.#commands !== null) this.#follow(token)
        return null
    }
  }

  /** Throws what kept the label from being read, if something did. */
  refuse(): void {
    this.#state.refuseForeign()
  }

  #begin(): void {
    this.#commands = [...this.#lasting.values()]
    this.#field = newField()
    this.#storing = null
  }

  #end(): ReadLabel | null {
    const storing = this.#storing
    const commands = this.#commands ?? []
    this.#storing = null
    this.#commands = null
    if (storing !== null) {
      this.#memory.formats.set(storing.name, storing.tokens)
      return null
    }
    // Many labels come behind a format that only sets the printer up.
    if (!hasInk(commands)) return null
    this.refuse()
    const filled = withNumbersFilled(commands)
    if (!hasInk(filled)) return null
    const { width, length, isUpsideDown } = this.#state
    return { commands: filled, width, length, isUpsideDown }
  }

  #follow({ name, args: bytes }: ZplToken): void {
    const args = latin1(bytes)
    switch (name) {
      case 'DF':
        this.#storing = { name: memoryName(args), tokens: [] }
        return
      case 'XF':
        return this.#recallFormat(args)
      case 'ID':
        return forget(this.#memory, args)
      case 'EG':
        return this.#memory.graphics.clear()
      case 'CW':
        return this.#nameFont(args)
      case 'XG':
      case 'IM':
        return this.#add('GF', recallGraphic(this.#memory, `^${name}`, args))
      case 'GF':
        return this.#add('GF', graphicAsText(bytes))
      case 'FN':
        this.#field.isNumbered = true
        this.#commands?.push({ name: NUMBER, args })
        return
      case 'SN':
        return this.#add('FD', firstSerial(args))
      case 'SF':
        // The first label, the only one that prints, shows the field as it is.
        return
      default:
        if (isDrawing(name)) this.#add(name, inWholeDots(name, args, this.#state.dotsAUnit))
        else if (!this.#state.take(name, args) && !isHarmless(name)) this.#state.addForeign(`^${name}`)
    }
  }

  #recallFormat(args: string): void {
    const tokens = this.#memory.formats.get(memoryName(args))
    if (tokens === undefined) throw new BadLabelError('notHonoured', '^XF')
    // A stored format that recalls another may recall itself.
    if (tokens.some(({ name }) => name === 'XF')) throw new BadLabelError('notHonoured', '^XF')
    for (const token of tokens) this.#follow(token)
  }

  #nameFont(args: string): void {
    const [letter = '', path = ''] = args.split(',').map(field => field.trim().toUpperCase())
    if (letter.length !== 1 || path === '') return
    this.#fonts.set(letter, /^[A-Z]:/.test(path) ? path : `R:${path}`)
  }

  #add(name: string, given: string): void {
    const args = withoutControls(given)
    if (name === 'FS') this.#endField()
    if (name === 'FH') {
      this.#field.hex = args.charAt(0) || '_'
      // It goes on with the data, unless it is a sign that makes commands.
      if (args.startsWith('^') || args.startsWith('~')) throw new BadLabelError('notHonoured', '^FH')
    }
    if (name === 'CI') this.#encoding = args.split(',')[0]?.trim() ?? null
    if (name === 'CF') return this.#setDefaultFont(args)
    if (name === 'FO' || name === 'FT') {
      this.#field.isPlaced = true
      return this.#push(name, moved(args, this.#state.origin))
    }
    if (name.startsWith('A')) return this.#setFont(name, args)
    if (isBarcode(name)) {
      this.#field.hasLook = true
      this.#field.isCode = true
    }
    if (leavesInk(name)) this.#beforeInk(name)
    if (name === 'FD' || name === 'FV') this.#commands?.push(...fieldData({ name, args }, this.#field, this.#encoding))
    else this.#push(name, args)
  }

  #endField(): void {
    const { isNumbered, isPlaced, hasLook } = this.#field
    // Its data comes later, and whether it is text only then.
    if (isNumbered && isPlaced && !hasLook && this.#defaultFont !== null) throw new BadLabelError('notHonoured', '^CW')
    this.#field = newField()
  }

  #push(name: string, args: string): void {
    if (/[\^~]/.test(args)) throw new BadLabelError('notHonoured', '^CC')
    this.#commands?.push({ name, args })
    if (isLasting(name)) this.#lasting.set(name, { name, args })
  }

  /** A field that says nothing of its place begins at home; one that names no font has the label's own. */
  #beforeInk(name: string): void {
    const { x, y } = this.#state.origin
    const isText = name === 'FD' || name === 'FV'
    if (!this.#field.isPlaced && !this.#field.isNumbered && (x !== 0 || y !== 0)) this.#push('FO', `${x},${y}`)
    this.#field.isPlaced = true
    if (!isText || this.#field.hasLook || this.#field.isNumbered || this.#defaultFont === null) return
    this.#push('A@', `,${this.#defaultFont.size},${this.#defaultFont.path}`)
  }

  #setFont(name: string, args: string): void {
    this.#field.hasLook = true
    const path = name === 'A@' ? args.split(',')[3] : this.#fonts.get(name.charAt(1))
    if (path !== undefined) this.#refuseForeignFont(path)
    if (name === 'A@' || path === undefined) return this.#push(name, args)
    const [turn = '', height = '', width = ''] = args.split(',')
    this.#push('A@', [turn, height, width, path].join(','))
  }

  #setDefaultFont(args: string): void {
    const [letter = '', height = '', width = ''] = args.split(',').map(field => field.trim())
    const path = this.#fonts.get(letter.toUpperCase())
    this.#defaultFont = path === undefined ? null : { path, size: `${height},${width}` }
    if (path === undefined) return this.#push('CF', args)
    this.#refuseForeignFont(path)
  }

  /** A font that came with the label cannot be handed on: what is drawn or printed without it has another face. */
  #refuseForeignFont(path: string): void {
    const command = this.#memory.others.get(memoryName(path))
    if (command !== undefined) throw new BadLabelError('notHonoured', command)
  }
}

function hasInk(commands: readonly DrawingCommand[]): boolean {
  return commands.some(({ name }) => leavesInk(name))
}

interface Field {
  hex: string | null
  isPlaced: boolean
  hasLook: boolean
  isCode: boolean
  isNumbered: boolean
}

function newField(): Field {
  return { hex: null, isPlaced: false, hasLook: false, isCode: false, isNumbered: false }
}

const GS = 0x1d
const LF = 0x0a
const CR = 0x0d

/** A printer takes STX for ^XA, ETX for ^XZ, RS for ^ and DLE for ~; the other controls but GS and line ends mean nothing. */
function withoutControls(text: string): string {
  let kept = ''
  for (const character of text) {
    const code = character.charCodeAt(0)
    if (code >= 0x20 || code === GS || code === LF || code === CR) kept += character
  }
  return kept
}
