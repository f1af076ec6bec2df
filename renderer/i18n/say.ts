import { COMMANDS, parseCommand, parseReprintReason, parseShelfReason } from '../../shared/domain/scanning/commands.ts'
import { moveAfter } from '../../shared/domain/codes/decisions.ts'
import type { Message } from '../../shared/domain/messages.ts'
import { META_KEYS } from '../../shared/domain/orders/orders.ts'
import type { MetaKey, ShelfWhy } from '../../shared/domain/orders/orders.ts'
import type { RoundScheme } from '../../shared/domain/schemes/scheme.ts'
import type { Answer } from '../../shared/view/view.ts'
import { assertNever } from '../../shared/domain/assert.ts'
import type { OpenTable, Phrase } from './phrase.ts'
import type { NoteLine, Texts, VerdictWords } from './texts.ts'

/** A message's sentence and remedy; `now` in Unix ms. */
export function say(texts: Texts, message: Message, now: number): Phrase {
  // The compiler checks that each code has its function, but cannot see that the code picked the right one.
  const phrase = texts.messages[message.code] as (message: Message, now: number) => Phrase
  return phrase(message, now)
}

/** A note's line. */
export function sayNote(texts: Pick<Texts, 'notes'>, note: NoteLine): string {
  const line = texts.notes[note.code] as (note: NoteLine) => string
  return line(note)
}

/** The phrase of a code that came as a plain string, `code` or `code:what`; an unknown one is named, never hidden. */
export function lookUp(table: OpenTable, text: string): Phrase {
  const [code = '', ...what] = text.split(':')
  const phrase = Object.hasOwn(table.known, code) ? table.known[code] : undefined
  if (phrase === undefined) return table.unknown(text)
  return what.length === 0 ? phrase : { ...phrase, title: `${phrase.title}: ${what.join(':')}` }
}

/** What to do about a label that failed, given as `code` or `code:what`; undefined for a code that is not known. */
export function printRemedy({ known }: OpenTable, why: string): string | undefined {
  return known[why.split(':')[0] ?? '']?.remedy
}

/** The words of one of the answers to a question on the stage; its barcode tells reasons of one name apart. */
export function answerName(
  texts: Texts,
  { code, barcode, name, scheme, isReopening }: Answer,
  among: readonly Answer[]
): string {
  const { more, back, later, open, stop, reopen } = texts.words.stage
  // "Yes" with a name opens what is called so.
  if (name !== undefined) return code === 'yes' ? open(name) : name
  if (scheme !== undefined && (code === 'newSupply' || code === 'supplyDone'))
    return texts.names.roundCommands[code][scheme]
  const asksWhere = among.some(other => other.name !== undefined || (other.code === 'undo' && among.length > 1))
  const inChoice: { readonly [code: string]: string } = { next: more, undo: back, no: later }
  const meant = asksWhere ? inChoice[code] : undefined
  if (meant !== undefined) return meant
  if (code === 'undo') return isReopening === true ? reopen : stop
  const asksReason = among.some(other => !COMMANDS.some(command => command === other.code))
  return code === 'no' && asksReason ? texts.words.stage.neverMind : codeName(texts, barcode)
}

/** The words of a command (what it does to a round of `scheme`) or a reason, given by its barcode or its code; any other text stays as it is. */
export function codeName({ names }: Texts, text: string, scheme?: RoundScheme): string {
  const command = parseCommand(text)
  if (scheme !== undefined && (command === 'newSupply' || command === 'supplyDone')) {
    return names.roundCommands[command][scheme]
  }
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

/** What was said of a code under a key, and whose move it is now; the vendor's own word under details. */
export function codeWords(words: VerdictWords, key: MetaKey, said: string): Phrase {
  const known: { readonly [said: string]: string } = words.known
  const title = (Object.hasOwn(known, said) ? known[said] : undefined) ?? words.unknown
  const move = moveAfter(key, said)
  const remedy = move === null ? '' : `${words.movers[move.mover]}: ${words.remedies[move.remedy]}`
  return { title, remedy, details: said }
}

/**
 * A change that the marketplace turned down, `what` a kind of code or of change: the same words wherever it is told, with the
 * marketplace's own under details.
 */
export function refusedWrite(texts: ReasonTexts, what: string, code: string, message: string): Phrase {
  const { words, names, verdicts } = texts
  const key = META_KEYS.find(known => known === what)
  const kinds: { readonly [kind: string]: string } = names.intents
  const kind = Object.hasOwn(kinds, what) ? kinds[what] : what
  const details = [key ?? kind, code, message].filter(part => part !== '' && part !== undefined).join(' · ')
  if (key === undefined) return { title: words.shelf.refused, remedy: words.shelf.refusedRemedy, details }
  const { title, remedy } = codeWords(verdicts, key, code)
  return { title: `${names.meta[key]}: ${title}`, remedy, details }
}

type ReasonTexts = Pick<Texts, 'words' | 'names' | 'verdicts'>

/** Why an order stands on the problem shelf, and whose move it is. */
export function shelfWhy(texts: ReasonTexts, why: ShelfWhy): Phrase {
  const { words, names, verdicts } = texts
  switch (why.kind) {
    case 'packer':
      return { title: names.shelfReasons[why.reason], remedy: words.shelf.mend }
    case 'codeRefused': {
      const phrase = codeWords(verdicts, why.key, why.decision)
      return { ...phrase, title: `${names.meta[why.key]}: ${phrase.title}` }
    }
    case 'writeRefused':
      return refusedWrite(texts, why.what, why.code, why.message)
    case 'unknownMeta':
      return { title: words.shelf.unknownMeta, remedy: words.shelf.update, details: why.keys.join(', ') }
    case 'cancelling':
      return { title: words.shelf.cancelling, remedy: words.shelf.dontSend }
    default:
      return assertNever(why)
  }
}

/** All of them, or so many and how many more there are. */
export function shortList(items: readonly string[], most: number, more: string): string {
  if (items.length <= most) return items.join(', ')
  return `${items.slice(0, most - 1).join(', ')} ${more} ${items.length - most + 1}`
}
