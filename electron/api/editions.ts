import { moscowDay } from '../../shared/domain/orders/moscow-day.ts'
import type { Operation } from './operations/operation.ts'

export type Edition = 'seed' | 'successor'
export type EditionChoice = 'auto' | Edition

/** Which edition to use where `old` has a successor: the pinned one, or the old one up to and with its last day. */
export function editionFor(old: Pick<Operation, 'validUntil'>, choice: EditionChoice, now: number): Edition {
  if (choice !== 'auto') return choice
  return old.validUntil === undefined || moscowDay(now) <= old.validUntil ? 'seed' : 'successor'
}
