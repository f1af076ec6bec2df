/** A command inside a format: its name in capitals without its prefix, and its parameters, one character a byte. */
export interface DrawingCommand {
  readonly name: string
  readonly args: string
}

function names(...lists: readonly string[]): ReadonlySet<string> {
  return new Set(lists.flatMap(list => list.split(' ')))
}

const BARCODES = 'B0 B1 B2 B3 B4 B5 B7 B8 B9 BA BB BC BD BE BF BI BJ BK BL BM BO BP BQ BR BS BT BU BX BZ'

/** The commands that place and draw, and touch nothing that outlives the label; `^A` and its font aside. */
const DRAWING = names('FO FT FD FV FS FB TB FH FW FR FP FM CF CI LR GB GC GD GE GF GS BY', BARCODES)
/** Of these, the ones that leave ink. */
const INK = names('FD FV GB GC GD GE GF')
/** Of these, the ones that hold in the formats after theirs, too. */
const LASTING = names('CF CI FW LR BY')
const BARCODE = names(BARCODES)

/**
 * Commands that change nothing of what a label shows, so that they are left out: comments, copies, darkness, speed, media and
 * sensor settings, cutting, the control panel, memory and questions, networks, radio tags, resets.
 */
const HARMLESS = names(
  'FX PQ PR PF PH PP MD MM MN MT MF ML MP MA MW MI CN CO CP CM CV XB XS SP SI SS SR SZ ST SO SL SQ SX SC ZZ LF',
  'EF HF HG HH HL HT HV HW HY HZ JB JH JI JJ JS JT JU JW JZ JO KD KL KN KP KV NB NC ND NI NN NP NS NT NW TO WD',
  'HR RA RB RE RF RI RL RM RN RQ RR RS RT RU RW RZ WF WT WV WA WE WI WL WP WR WS WX PN PS SE FA DN'
)

/** True for what draws a field or says how: left in a label as it is. */
export function isDrawing(name: string): boolean {
  return DRAWING.has(name) || name.startsWith('A')
}

export function leavesInk(name: string): boolean {
  return INK.has(name)
}

export function isLasting(name: string): boolean {
  return LASTING.has(name)
}

export function isBarcode(name: string): boolean {
  return BARCODE.has(name)
}

/** True for what may be left out of a label without changing its picture. */
export function isHarmless(name: string): boolean {
  return HARMLESS.has(name)
}
