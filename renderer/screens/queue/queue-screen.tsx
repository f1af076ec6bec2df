import { useState } from 'react'
import type { QueueRow } from '../../../shared/contract/contract.ts'
import type { Texts } from '../../i18n/texts.ts'
import { useAsk, useNow, usePage, useTexts, useView } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Chips } from '../../ui/chips.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { IntentLine } from './intent-line.tsx'
import { LabelJobs } from './label-jobs.tsx'
import { LimitGauges } from './limit-gauges.tsx'
import '../list-screen.css'
import './queue.css'

/** Rows that are asked for: the rest is looked for on the orders' pages. */
const MOST = 200

/** What goes to the marketplace and to the printer, and what of it needs a person. */
export function QueueScreen() {
  const { words } = useTexts()
  const [part, setPart] = useState<'waiting' | 'all' | 'labels'>('waiting')
  return (
    <main className="list-screen">
      <div className="list-main">
        <Chips
          label={words.queue.title}
          value={part}
          choices={[
            { value: 'waiting', name: words.queue.waiting },
            { value: 'all', name: words.queue.all },
            { value: 'labels', name: words.queue.labels }
          ]}
          onChoose={setPart}
        />
        {part === 'waiting' && (
          <>
            <Summary />
            <LimitGauges />
          </>
        )}
        {part === 'labels' ? <LabelJobs /> : <Intents pending={part === 'waiting'} />}
      </div>
    </main>
  )
}

/** How much waits, for how long, and the way to try all of it now. */
function Summary() {
  const { calls } = usePage()
  const { format, queue } = useTexts()
  const { waiting, oldestAt, attention } = useView(view => view.network)
  const now = useNow(10_000)
  if (waiting + attention === 0) return null
  return (
    <div className="list-tools">
      <b>{queue.summary(waiting, oldestAt === null ? null : format.duration(now - oldestAt), attention)}</b>
      {waiting > 0 && <Button onClick={() => void calls.act('queue.retry', { id: '' })}>{queue.retryAll}</Button>}
    </div>
  )
}

type Sorting = keyof Texts['queue']['orders']

function Intents({ pending }: { readonly pending: boolean }) {
  const texts = useTexts()
  const { words, queue } = texts
  const [by, setBy] = useState<Sorting>('time')
  const rows = useAsk('queue.list', { pending, offset: 0, limit: MOST })
  const shown = by === 'time' ? (rows ?? []) : grouped(rows ?? [], row => groupOf(texts, by, row))
  return (
    <>
      <div className="list-tools">
        <Chips
          label={queue.by}
          value={by}
          choices={(['time', 'order', 'limit'] as const).map(value => ({ value, name: queue.orders[value] }))}
          onChoose={setBy}
        />
        {rows !== null && rows.length >= MOST && <span className="quiet">{queue.shown(MOST)}</span>}
      </div>
      <RowList
        label={words.queue.title}
        rows={shown}
        isWhole
        keyOf={row => row.id}
        empty={rows === null ? words.common.loading : words.queue.none}
      >
        {row => (
          <>
            {by !== 'time' && isFirst(shown, row, one => groupOf(texts, by, one)) && (
              <h3 className="queue-group">{groupOf(texts, by, row)}</h3>
            )}
            <IntentLine row={row} />
          </>
        )}
      </RowList>
    </>
  )
}

/** What a row stands under: its order, or the limit that it waits for. */
function groupOf({ queue, words, format }: Texts, by: Sorting, { body, limitGroup }: QueueRow): string {
  if (by === 'limit') return queue.groups[limitGroup] ?? limitGroup
  const ids = 'orderIds' in body ? body.orderIds : 'orderId' in body ? [body.orderId] : []
  const [id, ...others] = ids
  return id === undefined || others.length > 0 ? queue.noOrder : words.order.order(format.orderId(id))
}

/** Those of one group together, groups in order of their newest row. */
function grouped(rows: readonly QueueRow[], groupOfRow: (row: QueueRow) => string): readonly QueueRow[] {
  return [...Map.groupBy(rows, groupOfRow).values()].flat()
}

function isFirst(rows: readonly QueueRow[], row: QueueRow, groupOfRow: (row: QueueRow) => string): boolean {
  const before = rows[rows.indexOf(row) - 1]
  return before === undefined || groupOfRow(before) !== groupOfRow(row)
}
