import { useEffect, useState } from 'react'
import type { HistoryRow } from '../../../shared/contract/contract.ts'
import { useAnswer, usePage, usePart, useTexts } from '../../page.ts'
import { askedAgainAt } from '../../store.ts'
import { Button } from '../../ui/button.tsx'
import { Chips } from '../../ui/chips.tsx'
import { CodeText } from '../../ui/code-text.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { factWords } from '../fact-words.ts'
import { ExportButtons } from './export-buttons.tsx'
import { isOf, journalPages, PAGE, PARTS } from './journal-table.ts'
import type { Part } from './journal-table.ts'
import { useExport } from './use-export.ts'

/** Pages that are shown; all of it stands in the saved file. */
const PAGES = 5

/** What happened here, the newest on top. */
export function Journal() {
  const texts = useTexts()
  const { orderPage, completed } = texts
  const { calls } = usePage()
  const all = useHistory()
  const [part, setPart] = useState<Part>('all')
  const rows = all?.filter(row => isOf(part, row)) ?? null
  const table = useExport(
    Object.values(completed.journalColumns),
    journalPages(query => calls.ask('history.list', query), texts, part),
    () => completed.journalFile
  )
  return (
    <>
      <div className="list-tools">
        <Chips
          label={completed.journal}
          value={part}
          choices={PARTS.map(value => ({ value, name: orderPage.trail[value] }))}
          onChoose={setPart}
        />
        {rows !== null && rows.length > 0 && <ExportButtons table={table} formats={['csv']} />}
      </div>
      <JournalRows rows={rows} />
    </>
  )
}

/** What happened to one order here, the newest on top, and the way back to all of it. */
export function OrderJournal({ orderId, onAll }: { readonly orderId: number; readonly onAll: () => void }) {
  const { words, format } = useTexts()
  const answer = useAnswer('orders.get', { orderId })
  return (
    <>
      <div className="list-tools">
        <b>{format.orderId(orderId)}</b>
        <Button onClick={onAll}>{words.common.all}</Button>
      </div>
      <JournalRows rows={answer === null ? null : (answer.value?.history ?? [])} />
    </>
  )
}

/** Null: they are being read. */
function JournalRows({ rows }: { readonly rows: readonly HistoryRow[] | null }) {
  const texts = useTexts()
  const { words, names, format } = texts
  const events: { readonly [kind: string]: string } = names.events
  return (
    <RowList
      label={words.history.title}
      rows={rows ?? []}
      keyOf={row => row.id}
      empty={rows === null ? words.common.loading : words.history.none}
    >
      {row => (
        <div className="row-main history-row">
          <time className="quiet">{format.dateTime(row.at)}</time>
          <b>{events[row.kind] ?? row.kind}</b>
          <span>{row.orderId === null ? '' : format.orderId(row.orderId)}</span>
          <span>{row.packer ?? ''}</span>
          <span className="mono tiny quiet">
            <CodeText text={factWords(texts, row.facts, row.at)} />
          </span>
        </div>
      )}
    </RowList>
  )
}

function useHistory(): readonly HistoryRow[] | null {
  const { calls } = usePage()
  const revision = usePart(state => askedAgainAt(state, 'history.list'))
  const [rows, setRows] = useState<readonly HistoryRow[] | null>(null)
  useEffect(() => {
    let current = true
    async function read(): Promise<void> {
      const all: HistoryRow[] = []
      for (let page = 0; page < PAGES; page += 1) {
        const more = await calls.ask('history.list', { offset: page * PAGE, limit: PAGE })
        if (!current || more === null) return
        all.push(...more)
        if (more.length < PAGE) break
      }
      setRows(all)
    }
    void read()
    return () => {
      current = false
    }
    // A new revision is the news that there is more to read.
    // oxlint-disable-next-line react/exhaustive-effect-dependencies
  }, [calls, revision])
  return rows
}
