import { useCallback, useState } from 'react'
import type { CompletedAsked, CompletedRow, CompletedState } from '../../../shared/contract/completed-methods.ts'
import { SCHEMES } from '../../../shared/domain/schemes/scheme.ts'
import type { Scheme } from '../../../shared/domain/schemes/scheme.ts'
import type { Texts } from '../../i18n/texts.ts'
import { useAsk, usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Chips } from '../../ui/chips.tsx'
import { DayField } from '../day-field.tsx'
import { dayEnd, dayStart, isoDay } from '../days.ts'
import { RowList } from '../../ui/row-list.tsx'
import { SchemeMark } from '../../ui/scheme-mark.tsx'
import type { Cell } from '../../xlsx.ts'
import { Why } from '../why.tsx'
import { ExportButtons } from './export-buttons.tsx'
import { emptyWords, readFailure } from './reading-words.ts'
import { useExport } from './use-export.ts'

const STEP = 50
const MONTH_MS = 30 * 24 * 60 * 60 * 1000

/** Orders that ended, read from the marketplace for a period, and saved as a table. */
export function CompletedPart() {
  const texts = useTexts()
  const { completed } = texts
  const state = useAsk('completed.state', undefined)
  return (
    <>
      <Asking
        asked={state === null || state.kind === 'idle' ? null : state.asked}
        isReading={state?.kind === 'reading'}
      />
      {state !== null && state.kind !== 'idle' && <Progress state={state} />}
      {state === null || state.kind === 'idle' ? <p className="quiet">{completed.first}</p> : <Rows state={state} />}
    </>
  )
}

function Asking({ asked, isReading }: { readonly asked: CompletedAsked | null; readonly isReading: boolean }) {
  const { calls } = usePage()
  const { completed, names, words } = useTexts()
  const [scheme, setScheme] = useState<Scheme>(asked?.scheme ?? 'fbs')
  const [from, setFrom] = useState(() => isoDay(Date.now() - MONTH_MS))
  const [to, setTo] = useState(() => isoDay(Date.now()))
  const period = { from: dayStart(from), to: dayEnd(to) }
  const isRight = period.from !== null && period.to !== null && period.from < period.to
  return (
    <form
      className="list-tools"
      onSubmit={event => {
        event.preventDefault()
        if (period.from === null || period.to === null || !isRight) return
        void calls.act('completed.read', { scheme, from: period.from, to: period.to })
      }}
    >
      <Chips
        label={words.orders.columns.scheme}
        value={scheme}
        choices={SCHEMES.map(value => ({
          value,
          name: <SchemeMark scheme={value}>{names.schemes[value]}</SchemeMark>
        }))}
        onChoose={setScheme}
      />
      <DayField className="history-day" name={completed.from} day={from} onChange={setFrom} />
      <DayField className="history-day" name={completed.to} day={to} onChange={setTo} />
      {isReading ? (
        <Button onClick={() => void calls.act('completed.stop', undefined)}>{completed.stop}</Button>
      ) : (
        <Button type="submit" tone="go" disabled={!isRight}>
          {completed.read}
        </Button>
      )}
      {!isRight && <span className="row-bad">{completed.badPeriod}</span>}
    </form>
  )
}

function Progress({ state }: { readonly state: Exclude<CompletedState, { readonly kind: 'idle' }> }) {
  const texts = useTexts()
  const { completed } = texts
  return (
    <div className="history-progress">
      <span role="status">
        {state.kind === 'reading' ? (
          <>
            <progress max={state.parts} value={state.partsDone} aria-label={completed.title} />
            {completed.progress(state.found, state.partsDone, state.parts)}
          </>
        ) : (
          completed.states[state.kind](state.found)
        )}
      </span>
      {state.kind === 'failed' && <Why phrase={readFailure(texts, state.why)} isBad />}
      {state.found > 0 && <SaveAs asked={state.asked} />}
    </div>
  )
}

function Rows({ state }: { readonly state: Exclude<CompletedState, { readonly kind: 'idle' }> }) {
  const texts = useTexts()
  const { names, format, completed } = texts
  const [[first, last], setSight] = useState([0, 0])
  const onSight = useCallback((from: number, to: number) => setSight([from, to]), [])
  const offset = Math.floor(first / STEP) * STEP
  const limit = Math.min(1000, Math.max(STEP, Math.ceil((last - offset) / STEP) * STEP))
  const page = useAsk('completed.rows', { offset, limit })
  return (
    <RowList
      label={completed.title}
      rows={page?.rows ?? []}
      from={offset}
      total={page?.total ?? state.found}
      onSight={onSight}
      keyOf={row => row.id}
      empty={emptyWords(texts, state.kind)}
    >
      {row => (
        <div className="row-main completed-row">
          <b>{format.orderId(row.id)}</b>
          <span className="quiet">{row.createdAt === null ? '' : format.dateTime(row.createdAt)}</span>
          <span>{row.article}</span>
          <span className="mono tiny">{row.barcode}</span>
          <span>{format.money(row.price, row.currencyCode)}</span>
          <span>{names.supplierStatuses[row.supplierStatus] ?? row.supplierStatus}</span>
          <span>{names.wbStatuses[row.wbStatus] ?? row.wbStatus}</span>
          <span className="quiet">{row.isArchived ? completed.archived : ''}</span>
        </div>
      )}
    </RowList>
  )
}

/** The whole period as a file, with progress, and stopped at a press. */
function SaveAs({ asked }: { readonly asked: CompletedAsked }) {
  const { calls } = usePage()
  const texts = useTexts()
  const { completed, names } = texts
  const table = useExport(
    Object.values(completed.columns),
    async (offset, limit) => {
      const page = await calls.ask('completed.rows', { offset, limit })
      return page && { lines: page.rows.map(row => fieldsOf(texts, row)), read: page.rows.length, total: page.total }
    },
    format => `${completed.file(names.schemes[asked.scheme], isoDay(asked.from), isoDay(asked.to))}.${format}`
  )
  return <ExportButtons table={table} formats={['csv', 'xlsx']} />
}

/** In the order of the columns' names. */
function fieldsOf({ names }: Texts, row: CompletedRow): readonly Cell[] {
  return [
    row.id,
    names.schemes[row.scheme],
    row.createdAt === null ? '' : new Date(row.createdAt).toISOString(),
    row.article,
    row.barcode,
    row.nmId ?? '',
    row.price / 100,
    row.currencyCode,
    row.supplierStatus,
    row.wbStatus,
    row.supply ?? ''
  ]
}
