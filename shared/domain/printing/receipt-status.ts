/** The answers to ESC/POS's real-time questions (DLE EOT 1 to 4), a byte each. */
export interface ReceiptReplies {
  readonly printer: number
  readonly offline: number
  readonly error: number
  readonly paper: number
}

/** Why a receipt printer does not print; `stopped`: a jam, a broken part, or a cause that it does not name. */
export type ReceiptFault = 'headOpen' | 'paperOut' | 'cutter' | 'tooHot' | 'stopped'

export interface ReceiptStatus {
  readonly fault: ReceiptFault | null
  readonly warnings: readonly 'paperLow'[]
}

type Answer = keyof ReceiptReplies

/** The cause before its effect. */
const FAULT_BITS: readonly (readonly [answer: Answer, bits: number, fault: ReceiptFault])[] = [
  ['offline', 0x04, 'headOpen'],
  ['offline', 0x20, 'paperOut'],
  ['paper', 0x60, 'paperOut'],
  ['error', 0x08, 'cutter'],
  // Recovers by itself: the head cools down.
  ['error', 0x40, 'tooHot'],
  // Mechanical, or beyond repair by the packer.
  ['error', 0x24, 'stopped'],
  ['offline', 0x40, 'stopped'],
  ['printer', 0x08, 'stopped']
]

/** A roll that is nearly at its end; only printers with a sensor for it say so. */
const PAPER_LOW = 0x0c

/** What the four answers mean together. */
export function readReceiptStatus(replies: ReceiptReplies): ReceiptStatus {
  const found = FAULT_BITS.find(([answer, bits]) => (replies[answer] & bits) !== 0)
  return { fault: found?.[2] ?? null, warnings: (replies.paper & PAPER_LOW) === 0 ? [] : ['paperLow'] }
}
