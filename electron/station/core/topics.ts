import { LIST_TOPICS } from '../../../shared/contract/topics.ts'
import type { ListTopic } from '../../../shared/contract/topics.ts'
import type { Change } from '../ports/ports.ts'

/** The lists that a decision changed. */
export function topicsOf(change: Change): readonly ListTopic[] {
  const { orders, supplies, rounds, intents, jobs, entry } = change
  const { packers, gtinOverrides, sets, settings, shipping, spot } = change
  const isIn: { readonly [topic in ListTopic]: boolean } = {
    orders: isSome(orders),
    supplies: supplies !== undefined || rounds !== undefined,
    queue: isSome(intents),
    jobs: isSome(jobs),
    history: entry !== undefined,
    // Nothing that is decided changes it.
    completed: false,
    cards: false,
    setup: [packers, gtinOverrides, sets, settings, shipping, spot].some(part => part !== undefined)
  }
  return LIST_TOPICS.filter(topic => isIn[topic])
}

function isSome(rows: readonly unknown[] | undefined): boolean {
  return rows !== undefined && rows.length > 0
}
