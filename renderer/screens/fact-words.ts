import type { Message } from '../../shared/domain/messages.ts'
import { formatForPerson } from '../../shared/domain/codes/gs1.ts'
import { codeName, say } from '../i18n/say.ts'
import type { Texts } from '../i18n/texts.ts'

type Facts = { readonly [name: string]: unknown }

/** One line for the facts of a journal entry (JSON of the station's own): what was read or meant, what came of it. */
export function factWords(texts: Texts, json: string, at: number): string {
  const facts = parseFacts(json)
  if (facts === null) return json
  const words = [
    subject(texts, facts),
    answer(texts, facts['answer'], at),
    erased(texts, facts),
    textOf(facts['code']),
    textOf(facts['message'])
  ]
  return words.filter(word => word !== '').join(' · ')
}

function parseFacts(json: string): Facts | null {
  try {
    const value: unknown = JSON.parse(json)
    return isFacts(value) ? value : null
  } catch {
    return null
  }
}

function subject(texts: Texts, facts: Facts): string {
  const { intent, packer, act } = facts
  if (typeof act === 'string' && texts.lead.acts[act] !== undefined) {
    return `${isFacts(packer) ? textOf(packer['name']) : texts.lead.seller}: ${texts.lead.acts[act]}`
  }
  if (isFacts(intent)) {
    const words = [intentName(texts, intent), textOf(intent['name']), ...codesOf(intent).map(formatForPerson)]
    return words.filter(word => word !== '').join(' ')
  }
  if (isFacts(packer)) return [packer['id'], packer['name']].map(textOf).join(' ').trim()
  const code = textOf(facts['command']) || textOf(facts['reason'])
  return codeName(texts, code === '' ? formatForPerson(textOf(facts['text'])) : code)
}

/** What was erased of buyers, and in how many copies. */
function erased({ buyers }: Texts, { counts, copies }: Facts): string {
  if (copies === null || typeof copies === 'number') return buyers.copies(copies)
  if (!isFacts(counts)) return ''
  const count = (name: string) => (typeof counts[name] === 'number' ? counts[name] : 0)
  return buyers.counts({ contacts: count('contacts'), codes: count('codes'), comments: count('comments') })
}

/** Entries of an older version hold one code. */
function codesOf({ value, values }: Facts): readonly string[] {
  return (Array.isArray(values) ? values : [value]).map(textOf)
}

function intentName(texts: Texts, intent: Facts): string {
  const names: { readonly [kind: string]: string } = texts.names.intents
  const kind = textOf(intent['kind'])
  return names[kind] ?? kind
}

/** The sentence that was shown then; an entry of another version may lack what the sentence needs. */
function answer(texts: Texts, value: unknown, at: number): string {
  if (!isFacts(value) || !Object.hasOwn(texts.messages, textOf(value['code']))) return ''
  try {
    return say(texts, value as unknown as Message, at).title
  } catch {
    return textOf(value['code'])
  }
}

function isFacts(value: unknown): value is Facts {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
