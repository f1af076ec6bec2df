import { useEffect, useState } from 'react'
import type { HistoryRow } from '../../../shared/contract/contract.ts'
import { usePage, usePart, useTexts } from '../../page.ts'
import { askedAgainAt } from '../../store.ts'
import { csvFile, csvLines, saveFile } from '../../csv.ts'
import type { Texts } from '../../i18n/texts.ts'
import { Button } from '../../ui/button.tsx'
import { Chips } from '../../ui/chips.tsx'
import { CodeText } from '../../ui/code-text.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { factWords } from '../fact-words.ts'

const PAGE = 200
/** Pages read at once; what is older is in the database (diagnostics). */
const PAGES = 5

/** What happened here, the newest on top. */
export function Journal() {
  const texts = useTexts()
  const { words, names, format, orderPage, completed } = texts
  const all = useHistory()
  const [part, setPart] = useState<Part>('all')
  const rows = all?.filter(row => isOf(part, row)) ?? null
  const events: { readonly [kind: string]: string } = names.events
  return (
    <>
      <div className="list-tools">
        <Chips
          label={completed.journal}
          value={part}
          choices={PARTS.map(value => ({ value, name: orderPage.trail[value] }))}
          onChoose={setPart}
        />
        {rows !== null && rows.length > 0 && (
          <Button onClick={() => saveFile(completed.journalFile, csvFile([csvLines(tableOf(texts, rows))]))}>
            {completed.csv}
          </Button>
        )}
      </div>
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
    </>
  )
}

const PARTS = ['all', 'scans', 'prints', 'requests'] as const
type Part = (typeof PARTS)[number]

function isOf(part: Part, { kind }: HistoryRow): boolean {
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

function tableOf(texts: Texts, rows: readonly HistoryRow[]): readonly (readonly string[])[] {
  const events: { readonly [kind: string]: string } = texts.names.events
  return rows.map(({ at, kind, orderId, packer, facts }) => [
    new Date(at).toISOString(),
    events[kind] ?? kind,
    orderId === null ? '' : String(orderId),
    packer ?? '',
    factWords(texts, facts, at)
  ])
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
