import { BadLabelError } from './bad-label.ts'
import { isBarcode, isLasting, leavesInk, type DrawingCommand } from './zpl-commands.ts'

/** A field's number (`^FN`) among the commands, until its data is known. */
export const NUMBER = 'FN'

/**
 * The commands with the data of numbered fields (`^FN`) in their places: a field that has a number and no data shows the data
 * that came under this number, and one that brings data and has no place shows nothing. Throws for a number without data.
 */
export function withNumbersFilled(commands: readonly DrawingCommand[]): readonly DrawingCommand[] {
  if (!commands.some(({ name }) => name === NUMBER)) return commands
  const fields = fieldsOf(commands)
  const values = new Map(fields.flatMap(field => valueOf(field)))
  return fields.flatMap(field => {
    const number = numberOf(field)
    if (number === null) return field
    if (hasData(field)) return field.filter(({ name }) => (isPlaced(field) ? name !== NUMBER : isLasting(name)))
    const value = values.get(number)
    if (value === undefined) throw new BadLabelError('notHonoured', '^FN')
    return field.flatMap(command => (command.name === NUMBER ? value : [command]))
  })
}

/** Parted behind each `^FS`. */
function fieldsOf(commands: readonly DrawingCommand[]): readonly (readonly DrawingCommand[])[] {
  const fields: DrawingCommand[][] = [[]]
  for (const command of commands) {
    fields.at(-1)?.push(command)
    if (command.name === 'FS') fields.push([])
  }
  return fields
}

function numberOf(field: readonly DrawingCommand[]): string | null {
  const number = field.find(({ name }) => name === NUMBER)
  // A prompt for whoever types the value may follow.
  return number === undefined ? null : (/^\s*([0-9]+)/.exec(number.args)?.[1] ?? '')
}

function hasData(field: readonly DrawingCommand[]): boolean {
  return field.some(({ name }) => name === 'FD' || name === 'FV')
}

function valueOf(field: readonly DrawingCommand[]): readonly (readonly [string, readonly DrawingCommand[]])[] {
  const number = numberOf(field)
  if (number === null || !hasData(field)) return []
  return [[number, field.filter(({ name }) => ['FD', 'FV', 'FH'].includes(name))]]
}

function isPlaced(field: readonly DrawingCommand[]): boolean {
  return field.some(
    ({ name }) =>
      name === 'FO' ||
      name === 'FT' ||
      name.startsWith('A') ||
      isBarcode(name) ||
      (leavesInk(name) && name !== 'FD' && name !== 'FV')
  )
}
