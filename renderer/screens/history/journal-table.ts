import type { HistoryRow, Input } from '../../../shared/contract/contract.ts'
import type { Texts } from '../../i18n/texts.ts'
import { factWords } from '../fact-words.ts'
import type { ExportPage } from './use-export.ts'

/** Lines that the station gives at once. */
export const PAGE = 200

export const PARTS = ['all', 'scans', 'prints', 'requests'] as const
export type Part = (typeof PARTS)[number]

/** Whether a line of the journal belongs to this part of it. */
export function isOf(part: Part, { kind }: HistoryRow): boolean {
  switch (part) {
    case 'all':
      return true
    case 'scans':
      return kind === 'scan'
    case 'prints':
      return kind.startsWith('job') || kind.startsWith('print') || kind.startsWith('reprint')
    case 'requests':
      return kind.startsWith('intent') || kind === 'queueSettled'
  }
}

/** A part of the journal as a table, all that the station has of it, newest first: each page goes on at the last line of the one before. */
export function journalPages(
  ask: (query: Input<'history.list'>) => Promise<readonly HistoryRow[] | null>,
  texts: Texts,
  part: Part
): (offset: number) => Promise<ExportPage | null> {
  let before: string | null = null
  return async offset => {
    if (offset === 0) before = null
    const rows = await ask({ offset: 0, limit: PAGE, before })
    if (rows === null) return null
    before = rows.at(-1)?.id ?? before
    return {
      lines: rows.filter(row => isOf(part, row)).map(row => fieldsOf(texts, row)),
      read: rows.length,
      total: null
    }
  }
}

/** In the order of the columns' names. */
function fieldsOf(texts: Texts, { at, kind, orderId, packer, facts }: HistoryRow): ExportPage['lines'][number] {
  const events: { readonly [kind: string]: string } = texts.names.events
  return [new Date(at).toISOString(), events[kind] ?? kind, orderId ?? '', packer ?? '', factWords(texts, facts, at)]
}
