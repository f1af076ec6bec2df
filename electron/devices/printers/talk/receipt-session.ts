import { readReceiptStatus, type ReceiptReplies } from '../../../../shared/domain/printing/receipt-status.ts'
import type { Clock } from '../../../station/ports/ports.ts'
import type { ByteLink } from '../links/byte-link.ts'
import { createConversation, type PrinterSession } from './session.ts'

const DLE_EOT = '\u0010\u0004'

/** Speaks ESC/POS: its real-time status. A receipt printer counts nothing and does not say what it still has to print. */
export function createReceiptSession(link: ByteLink, clock: Clock): PrinterSession {
  let hasAnswered = false
  let muddled = false
  const talk = createConversation<number>({
    link,
    clock,
    reader: onReply => chunk => {
      for (const character of chunk) onReply(character.charCodeAt(0))
    }
  })

  /** Nothing in an answer says which question it belongs to: after one that is late, no answer can be trusted. */
  async function ask(question: number): Promise<number | null> {
    const answer = await talk.ask(`${DLE_EOT}${String.fromCharCode(question)}`, byte => (isStatus(byte) ? byte : null))
    if (answer !== null) hasAnswered = true
    else if (hasAnswered) muddled = true
    return answer
  }

  return {
    get closed() {
      return talk.closed
    },
    get muddled() {
      return muddled
    },
    saysWaiting: false,
    lineFreeAt: talk.lineFreeAt,
    async look() {
      const replies: number[] = []
      for (const question of [1, 2, 3, 4]) {
        const reply = muddled ? null : await ask(question)
        if (reply === null) return null
        replies.push(reply)
      }
      const [printer = 0, offline = 0, error = 0, paper = 0] = replies
      return { ...readReceiptStatus({ printer, offline, error, paper } satisfies ReceiptReplies), waiting: null }
    },
    odometer: () => Promise.resolve('unknown'),
    write: talk.write,
    drop: talk.drop
  }
}

/** Bits 0 and 7 off, 1 and 4 on: so no flow-control character and no unasked status of other kinds is taken for one. */
function isStatus(byte: number): boolean {
  return (byte & 0b1001_0011) === 0b0001_0010
}
