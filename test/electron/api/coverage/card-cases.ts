import { operations as table } from '../../../../electron/api/operations.ts'
import { caseOf, type Case } from './case-world.ts'

/** Product cards, on the Content category's host. */
export function cardCases(): readonly Case[] {
  const page = (limit: number) =>
    ({ body: { settings: { sort: { ascending: true }, filter: { withPhoto: -1 }, cursor: { limit } } } }) as const
  return [caseOf(table.cardList, { inside: [() => page(1), () => page(100)], outside: [page(0), page(101)] })]
}
