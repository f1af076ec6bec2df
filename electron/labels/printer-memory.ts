import { BadLabelError } from './bad-label.ts'
import { graphicAsText, storedGraphic } from './graphics.ts'
import { latin1, parametersAt, type ZplToken } from './zpl-tokens.ts'

/** What a label puts into the printer's memory before it draws. */
export interface PrinterMemory {
  /** Pictures by name, each as the parameters of `^GF`. */
  readonly graphics: Map<string, string>
  /** Stored formats by name. */
  readonly formats: Map<string, readonly ZplToken[]>
  /** Fonts, and pictures that cannot be drawn here: by name, the command that brought them. */
  readonly others: Map<string, string>
}

export function emptyMemory(): PrinterMemory {
  return { graphics: new Map(), formats: new Map(), others: new Map() }
}

/** Takes a download (`~DG`, `~DY`, a font) or an erasure; other `~` commands are no matter of the memory. */
export function remember(memory: PrinterMemory, { name, args }: ZplToken): void {
  switch (name) {
    case 'DG': {
      const { fields, length } = parametersAt(args, 0, 3)
      const [file = '', total = '', perRow = ''] = fields
      memory.graphics.set(memoryName(file), storedGraphic(total, perRow, latin1(args.subarray(length))))
      return
    }
    case 'DY':
      return rememberFile(memory, args)
    case 'DB':
    case 'DS':
    case 'DT':
    case 'DU':
      memory.others.set(memoryName(latin1(args).split(',')[0] ?? ''), `~${name}`)
      return
    case 'EG':
      return memory.graphics.clear()
  }
}

function rememberFile(memory: PrinterMemory, args: Uint8Array): void {
  const { fields, length } = parametersAt(args, 0, 5)
  const [file = '', format = '', type = '', total = '', perRow = ''] = fields.map(field => field.trim())
  const name = memoryName(file)
  memory.graphics.delete(name)
  if (/^G?$/i.test(type) && /^[AB]?$/i.test(format)) {
    const parameters = Buffer.from(`${format || 'A'},${total},${total},${perRow},`, 'latin1')
    memory.graphics.set(name, graphicAsText(Buffer.concat([parameters, args.subarray(length)])).trimEnd())
  } else memory.others.set(name, '~DY')
}

/** Erases what a name with `*` for anything means (`^ID`). */
export function forget(memory: PrinterMemory, args: string): void {
  const pattern = memoryName(args).split('*')
  for (const stored of [memory.graphics, memory.formats, memory.others]) {
    for (const name of stored.keys()) if (matches(name, pattern)) stored.delete(name)
  }
}

/** Whether a name begins with the first part, ends with the last and has the others in between, in this order. */
function matches(name: string, [first = '', ...rest]: readonly string[]): boolean {
  const last = rest.pop()
  if (last === undefined) return name === first
  if (!name.startsWith(first)) return false
  let at = first.length
  for (const part of rest) {
    const found = name.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return name.length - last.length >= at && name.endsWith(last)
}

/** The picture that `^XG` or `^IM` recalls, as the parameters of `^GF`; throws where the label did not bring it. */
export function recallGraphic(memory: PrinterMemory, command: string, args: string): string {
  const [file = '', across = '', down = ''] = args.split(',').map(field => field.trim())
  const graphic = memory.graphics.get(memoryName(file))
  const isLarger = command === '^XG' && [across, down].some(factor => factor !== '' && factor !== '1')
  if (graphic === undefined) throw new BadLabelError('notHonoured', memory.others.get(memoryName(file)) ?? command)
  if (isLarger) throw new BadLabelError('unreadableGraphic', command)
  return graphic
}

/** `r:logo.grf` and `LOGO` are the same file. */
export function memoryName(file: string): string {
  return file
    .trim()
    .toUpperCase()
    .replace(/^[A-Z*]:/, '')
    .replace(/\.[A-Z*]*$/, '')
}
