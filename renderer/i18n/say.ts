import { parseCommand, parseReprintReason, parseShelfReason } from '../../shared/domain/commands.ts'
import type { Message } from '../../shared/domain/messages.ts'
import type { ShelfWhy } from '../../shared/domain/orders.ts'
import type { AnswerCode } from '../../shared/view.ts'
import { assertNever } from '../../shared/domain/assert.ts'
import type { OpenTable, Phrase, Texts } from './texts.ts'

/** A message's sentence and remedy; `now` in Unix ms. */
export function say(texts: Texts, message: Message, now: number): Phrase {
  // The compiler checks that each code has its function, but cannot see that the code picked the right one.
  const phrase = texts.messages[message.code] as (message: Message, now: number) => Phrase
  return phrase(message, now)
}

/** The phrase of a code that came as a plain string; an unknown one is named, never hidden. */
export function lookUp(table: OpenTable, code: string): Phrase {
  return (Object.hasOwn(table.known, code) ? table.known[code] : undefined) ?? table.unknown(code)
}

/** The words of an answer to a question on the stage. */
export function answerName(texts: Texts, code: AnswerCode, question: Message['code']): string {
  if (code === 'no' && (question === 'whyReprint' || question === 'whyShelf')) return texts.words.stage.neverMind
  const reprintReasons: { readonly [code: string]: string } = texts.names.reprintReasons
  return (question === 'whyReprint' ? reprintReasons[code] : undefined) ?? codeName(texts, code)
}

/** The words of a command or a reason, given by its code or its barcode; any other text stays as it is. */
export function codeName(texts: Texts, text: string): string {
  const code = parseCommand(text) ?? parseShelfReason(text) ?? parseReprintReason(text) ?? text
  const { commands, shelfReasons, reprintReasons } = texts.names
  const names: { readonly [code: string]: string } = { ...reprintReasons, ...shelfReasons, ...commands }
  return (Object.hasOwn(names, code) ? names[code] : undefined) ?? code
}

/** Why an order stands on the problem shelf. */
export function shelfWhy(texts: Pick<Texts, 'words' | 'names' | 'tables'>, why: ShelfWhy): Phrase {
  const { words, names, tables } = texts
  switch (why.kind) {
    case 'packer':
      return { title: names.shelfReasons[why.reason], remedy: words.shelf.mend }
    case 'codeRefused': {
      const { title, remedy } = lookUp(tables.decisions, why.decision)
      return { title: `${names.meta[why.key]}: ${title}`, remedy, details: why.decision }
    }
    case 'writeRefused':
      return {
        title: words.shelf.refused,
        remedy: words.shelf.mend,
        details: [why.what, why.code, why.message].filter(part => part !== '').join(' · ')
      }
    case 'unknownMeta':
      return { title: words.shelf.unknownMeta, remedy: words.shelf.update, details: why.keys.join(', ') }
    default:
      return assertNever(why)
  }
}
