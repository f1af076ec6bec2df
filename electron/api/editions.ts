import type { Operation } from './operations/operation.ts'

export type Edition = 'seed' | 'successor'
export type EditionChoice = 'auto' | Edition

/** Moscow keeps UTC+3 all year; the API documents' days are its days. */
const MOSCOW_MS = 3 * 60 * 60 * 1000

/** The day in Moscow as `yyyy-mm-dd`; `now` in Unix ms. */
export function moscowDay(now: number): string {
  return new Date(now + MOSCOW_MS).toISOString().slice(0, 10)
}

/** Which edition to use where `old` has a successor: the pinned one, or the old one up to and with its last day. */
export function editionFor(old: Pick<Operation, 'validUntil'>, choice: EditionChoice, now: number): Edition {
  if (choice !== 'auto') return choice
  return old.validUntil === undefined || moscowDay(now) <= old.validUntil ? 'seed' : 'successor'
}
