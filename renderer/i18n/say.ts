import { COMMANDS, parseCommand, parseReprintReason, parseShelfReason } from '../../shared/domain/commands.ts'
import type { Message } from '../../shared/domain/messages.ts'
import type { ShelfWhy } from '../../shared/domain/orders.ts'
import type { Answer } from '../../shared/view.ts'
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

/** The words of one of the answers to a question on the stage; its barcode tells reasons of one name apart. */
export function answerName(texts: Texts, { code, barcode }: Answer, among: readonly Answer[]): string {
  const asksReason = among.some(other => !COMMANDS.some(command => command === other.code))
  return code === 'no' && asksReason ? texts.words.stage.neverMind : codeName(texts, barcode)
}

/** The words of a command or a reason, given by its barcode or its code; any other text stays as it is. */
export function codeName({ names }: Texts, text: string): string {
  const command = parseCommand(text)
  if (command !== null) return names.commands[command]
  const shelfReason = parseShelfReason(text)
  if (shelfReason !== null) return names.shelfReasons[shelfReason]
  const reprintReason = parseReprintReason(text)
  if (reprintReason !== null) return names.reprintReasons[reprintReason]
  const known: { readonly [code: string]: string } = {
    ...names.reprintReasons,
    ...names.shelfReasons,
    ...names.commands
  }
  return (Object.hasOwn(known, text) ? known[text] : undefined) ?? text
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
