/** One line as it stands on the paper. */
export interface PaperLine {
  readonly text: string
  readonly isBold: boolean
  /** Times the usual size. */
  readonly wide: number
  readonly tall: number
  readonly align: Align
  /** It went over the edge, and the printer broke it by itself. */
  readonly isOverflowing: boolean
}

export type Align = 'left' | 'center' | 'right'

/** What is on a receipt, from top to bottom. */
export type PaperItem =
  | ({ readonly kind: 'line' } & PaperLine)
  | { readonly kind: 'qr'; readonly text: string; readonly module: number; readonly align: Align }
  /** Rows of a picture: one byte a dot, 1 is black. */
  | { readonly kind: 'rows'; readonly rows: readonly Uint8Array[] }
  /** Lines of white. */
  | { readonly kind: 'feed'; readonly lines: number }
  | { readonly kind: 'cut' }

interface Settings {
  line: number[]
  isOverflowing: boolean
  codePage: number
  country: number
  isChinese: boolean
  isBold: boolean
  wide: number
  tall: number
  align: Align
  qrModule: number
  qrText: string | null
}

interface Printer extends Settings {
  /** Dots across. */
  readonly width: number
  readonly items: PaperItem[]
}

/** What a reset brings back, at the worst printer that there is: made for China, and set for Japan. */
function afterReset(): Settings {
  const line = { line: [], isOverflowing: false }
  const text = { codePage: 0, country: 8, isChinese: true, isBold: false, wide: 1, tall: 1, align: 'left' } as const
  return { ...line, ...text, qrModule: 3, qrText: null }
}

/**
 * A receipt printer in software: does what the bytes say, throws on a command that it doesn't know, on a text that it
 * would print as something else, on one that is still waiting for its line's end.
 */
export function readEscpos(bytes: Uint8Array, width: 384 | 576): PaperItem[] {
  // What was set before the receipt is as bad as what a reset sets.
  const printer: Printer = { width, items: [], ...afterReset() }
  const input = { bytes, at: 0 }
  while (input.at < bytes.length) step(printer, input)
  if (printer.line.length > 0) throw new Error('the last line is not printed')
  return printer.items
}

interface Input {
  readonly bytes: Uint8Array
  at: number
}

function next(input: Input): number {
  const byte = input.bytes[input.at]
  if (byte === undefined) throw new Error('a command is cut short')
  input.at += 1
  return byte
}

function take(input: Input, count: number): Uint8Array {
  if (input.at + count > input.bytes.length) throw new Error('data is cut short')
  input.at += count
  return input.bytes.subarray(input.at - count, input.at)
}

function step(printer: Printer, input: Input): void {
  const byte = next(input)
  if (byte === 0x0a) endLine(printer)
  else if (byte === 0x1b) escCommand(printer, input)
  else if (byte === 0x1c) fsCommand(printer, input)
  else if (byte === 0x1d) gsCommand(printer, input)
  else if (byte < 0x20 || byte === 0x7f) throw new Error(`control character ${byte} at ${input.at - 1}`)
  else addCharacter(printer, byte)
}

function escCommand(printer: Printer, input: Input): void {
  const name = String.fromCharCode(next(input))
  if (name === '@') {
    Object.assign(printer, afterReset())
    return
  }
  const value = next(input)
  if (name === '!') {
    if ((value & ~0x38) !== 0) throw new Error(`ESC ! ${value}`)
    printer.isBold = (value & 0x08) !== 0
    printer.tall = value & 0x10 ? 2 : 1
    printer.wide = value & 0x20 ? 2 : 1
  } else if (name === 'E') printer.isBold = (value & 1) === 1
  else if (name === 'R') printer.country = value
  else if (name === 't') printer.codePage = value
  else if (name === 'a') setAlign(printer, value)
  else if (name === 'd') {
    endLine(printer)
    if (value > 1) printer.items.push({ kind: 'feed', lines: value - 1 })
  } else throw new Error(`ESC ${name}`)
}

function setAlign(printer: Printer, value: number): void {
  const align = (['left', 'center', 'right'] as const)[value]
  if (align === undefined) throw new Error(`ESC a ${value}`)
  // Printers ignore it within a line.
  if (printer.line.length > 0) throw new Error('ESC a within a line')
  printer.align = align
}

function fsCommand(printer: Printer, input: Input): void {
  const name = String.fromCharCode(next(input))
  if (name === '.') printer.isChinese = false
  else throw new Error(`FS ${name}`)
}

function gsCommand(printer: Printer, input: Input): void {
  const name = String.fromCharCode(next(input))
  if (name === 'V') {
    const how = next(input)
    if (how > 1) throw new Error(`GS V ${how}`)
    printer.items.push({ kind: 'cut' })
  } else if (name === 'v') readRaster(printer, input)
  else if (name === '(') readQr(printer, input)
  else throw new Error(`GS ${name}`)
}

function readRaster(printer: Printer, input: Input): void {
  const [zero, mode] = [next(input), next(input)]
  if (zero !== 0x30 || mode !== 0) throw new Error(`GS v ${zero} ${mode}`)
  const rowBytes = next(input) + 256 * next(input)
  const height = next(input) + 256 * next(input)
  if (rowBytes === 0 || rowBytes * 8 > printer.width || height === 0) throw new Error(`picture ${rowBytes} × ${height}`)
  const rows: Uint8Array[] = []
  for (let y = 0; y < height; y += 1) {
    const row = take(input, rowBytes)
    rows.push(Uint8Array.from({ length: rowBytes * 8 }, (_, x) => ((row[x >> 3] ?? 0) >> (7 - (x & 7))) & 1))
  }
  printer.items.push({ kind: 'rows', rows })
}

function readQr(printer: Printer, input: Input): void {
  if (next(input) !== 0x6b) throw new Error('GS ( of something else than a code')
  const data = take(input, next(input) + 256 * next(input))
  const [symbol, task] = data
  const value = data[2] ?? -1
  if (symbol !== 0x31) throw new Error(`GS ( k of symbol ${symbol}`)
  if (task === 0x41 && value === 0x32) return
  if (task === 0x45 && value >= 0x30 && value <= 0x33) return
  if (task === 0x43 && value >= 1 && value <= 16) printer.qrModule = value
  else if (task === 0x50 && value === 0x30) printer.qrText = Buffer.from(data.subarray(3)).toString('latin1')
  else if (task === 0x51 && value === 0x30) printQr(printer)
  else throw new Error(`GS ( k ${task} ${value}`)
}

function printQr(printer: Printer): void {
  if (printer.qrText === null) throw new Error('an empty code is printed')
  if (printer.line.length > 0) throw new Error('a code within a line')
  printer.items.push({ kind: 'qr', text: printer.qrText, module: printer.qrModule, align: printer.align })
}

/** The usual face is 12 dots wide. */
function addCharacter(printer: Printer, byte: number): void {
  if (printer.isChinese && byte >= 0x80) throw new Error('printed as Chinese')
  if (printer.codePage !== 17 && byte >= 0x80) throw new Error(`printed from page ${printer.codePage}`)
  if (printer.country !== 0 && '#$@[\\]^`{|}~'.includes(String.fromCharCode(byte)))
    throw new Error('a sign of another country')
  if ((printer.line.length + 1) * 12 * printer.wide > printer.width) {
    printer.isOverflowing = true
    endLine(printer)
    printer.isOverflowing = true
  }
  printer.line.push(byte)
}

const pc866 = new TextDecoder('ibm866')

function endLine(printer: Printer): void {
  const { isBold, wide, tall, align, isOverflowing } = printer
  const text = pc866.decode(Uint8Array.from(printer.line))
  printer.items.push({ kind: 'line', text, isBold, wide, tall, align, isOverflowing })
  printer.line = []
  printer.isOverflowing = false
}

/** The receipt as text, as it lies in the hand: one row of characters a line of usual size. */
export function paperText(items: readonly PaperItem[], columns: number): string {
  return items.map(item => itemText(item, columns)).join('\n')
}

function itemText(item: PaperItem, columns: number): string {
  switch (item.kind) {
    case 'line':
      return aligned(item.wide === 2 ? [...item.text].join(' ') : item.text, item.align, columns)
    case 'qr':
      return aligned(`[QR ${item.text}]`, item.align, columns)
    case 'rows':
      return item.rows.map(row => Array.from(row, dot => (dot === 1 ? '#' : ' ')).join('')).join('\n')
    case 'feed':
      return '\n'.repeat(item.lines - 1)
    case 'cut':
      return '8<'.padEnd(columns, ' -')
  }
}

function aligned(text: string, align: Align, columns: number): string {
  const room = Math.max(0, columns - text.length)
  return ' '.repeat(align === 'left' ? 0 : align === 'right' ? room : Math.floor(room / 2)) + text
}
