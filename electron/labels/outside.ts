import type { Size } from './media.ts'
import type { DrawingCommand } from './zpl-commands.ts'

/** True if a field begins outside the label, or a box or picture does not end inside it; text is cut off by the printer's own edge. */
export function outside(commands: readonly DrawingCommand[], label: Size): boolean {
  let origin = { x: 0, y: 0, isTop: true }
  for (const { name, args } of commands) {
    if (name === 'FO' || name === 'FT') {
      const [x, y] = numbers(args)
      origin = { x: x ?? 0, y: y ?? 0, isTop: name === 'FO' }
      if (!isWithin(origin.x, label.width) || !isWithin(origin.y, label.height)) return true
      continue
    }
    const size = sizeOf(name, args)
    if (size === null) continue
    const bottom = origin.isTop ? origin.y + size.height : origin.y
    const top = bottom - size.height
    if (origin.x + size.width > label.width || bottom > label.height || top < 0) return true
  }
  return false
}

function isWithin(place: number, side: number): boolean {
  return Number.isFinite(place) && place >= 0 && place <= side
}

/** Of boxes, circles, ellipses, diagonals and pictures; null for other commands. */
function sizeOf(name: string, args: string): Size | null {
  switch (name) {
    case 'GB':
    case 'GD':
    case 'GE': {
      const [width = 0, height = 0, thickness = 1] = numbers(args)
      return { width: Math.max(width, thickness), height: Math.max(height, thickness) }
    }
    case 'GC': {
      const [diameter = 0] = numbers(args)
      return { width: diameter, height: diameter }
    }
    case 'GF': {
      const [, , total = 0, perRow = 0] = numbers(args, 4)
      // Where rows have no length, a printer finds its own.
      return perRow === 0
        ? { width: Infinity, height: Infinity }
        : { width: perRow * 8, height: Math.ceil(total / perRow) }
    }
    default:
      return null
  }
}

/** The first parameters; what is empty is undefined, what is no number infinite. */
function numbers(args: string, count = 3): (number | undefined)[] {
  return args
    .split(',', count)
    .map(text => text.trim())
    .map(text => (text === '' ? undefined : /^[0-9]{1,6}$/.test(text) ? Number(text) : Infinity))
}
