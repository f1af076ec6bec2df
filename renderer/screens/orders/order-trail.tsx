import { useState } from 'react'
import type { ReactNode } from 'react'
import type { HistoryRow, OrderPage } from '../../../shared/contract/contract.ts'
import type { Texts } from '../../i18n/texts.ts'
import { useAnswer, useTexts } from '../../page.ts'
import { Chips } from '../../ui/chips.tsx'
import { CodeText } from '../../ui/code-text.tsx'
import { factWords } from '../fact-words.ts'
import { intentStateWords, intentSubject } from '../queue/intent-words.ts'
import { labelStateWords, labelSubject } from '../queue/label-words.ts'
import { Why } from '../why.tsx'

type Part = keyof Texts['orderPage']['trail']

interface Line {
  readonly id: string
  readonly at: number
  readonly words: ReactNode
}

const PARTS = ['all', 'scans', 'prints', 'requests', 'statuses'] as const satisfies readonly Part[]

/** What became of an order: its scans, its labels, what was sent about it, and its statuses, the newest on top. */
export function OrderTrail({ page }: { readonly page: OrderPage }) {
  const texts = useTexts()
  const { words, orderPage, format } = texts
  const [part, setPart] = useState<Part>('all')
  const lines = linesOf(texts, page, part)
  return (
    <section>
      <h3>{words.orders.history}</h3>
      <Chips
        label={words.orders.history}
        value={part}
        choices={PARTS.map(value => ({ value, name: orderPage.trail[value] }))}
        onChoose={setPart}
      />
      {part === 'statuses' && page.facts.isCrossBorder && <BorderWay orderId={page.order.id} />}
      {lines.length === 0 && <p className="quiet">{orderPage.nothing}</p>}
      <ol className="side-history">
        {lines.map(({ id, at, words: said }) => (
          <li key={id}>
            <time className="quiet">{format.dateTime(at)}</time>
            <span>{said}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function linesOf(texts: Texts, page: OrderPage, part: Part): readonly Line[] {
  switch (part) {
    case 'all':
      return page.history.map(row => eventLine(texts, row))
    case 'scans':
      return page.history.filter(({ kind }) => kind === 'scan').map(row => eventLine(texts, row))
    case 'prints':
      return page.prints.map(job => ({
        id: job.id,
        at: job.bornAt,
        words: (
          <>
            <b>{labelSubject(texts, job)}</b> {labelStateWords(texts, job)}
            <span className="quiet">
              {[
                job.printedOn,
                job.reason === null ? null : texts.words.queue.again(texts.names.reprintReasons[job.reason])
              ]
                .filter(said => said !== null)
                .map(said => ` · ${said}`)}
            </span>
          </>
        )
      }))
    case 'requests':
      return page.requests.map(row => ({
        id: row.id,
        at: row.bornAt,
        words: (
          <>
            <b>{intentSubject(texts, row)}</b>{' '}
            <Why
              phrase={intentStateWords(texts, row)}
              isBad={row.state.kind === 'parked' || row.state.kind === 'refused'}
            />
          </>
        )
      }))
    case 'statuses':
      return page.statuses.toReversed().map(status => ({
        id: `${status.at} ${status.supplierStatus} ${status.wbStatus}`,
        at: status.at,
        words: statusWords(texts, status)
      }))
  }
}

function eventLine(texts: Texts, row: HistoryRow): Line {
  const events: { readonly [kind: string]: string } = texts.names.events
  return {
    id: row.id,
    at: row.at,
    words: (
      <>
        {events[row.kind] ?? row.kind}
        {row.packer !== null && <span className="quiet"> · {row.packer}</span>}
        <span className="side-history-facts mono tiny quiet">
          <CodeText text={factWords(texts, row.facts, row.at)} />
        </span>
      </>
    )
  }
}

function statusWords({ names }: Texts, { supplierStatus, wbStatus }: OrderPage['statuses'][number]): string {
  return [names.supplierStatuses[supplierStatus] ?? supplierStatus, names.wbStatuses[wbStatus] ?? wbStatus].join(' · ')
}

/** What the marketplace tells of a border crosser's way, in its own words. */
function BorderWay({ orderId }: { readonly orderId: number }) {
  const { orderPage, words, format } = useTexts()
  const answer = useAnswer('orders.border', { orderId })
  if (answer === null) return <p className="quiet">{words.common.loading}</p>
  const way = answer.value
  if (way === null) return <p className="quiet">{orderPage.borderUnasked}</p>
  return (
    <>
      <h3>{orderPage.border}</h3>
      {way.deliveryDate !== null && <p>{orderPage.borderDue(momentWords(format, way.deliveryDate))}</p>}
      {way.statuses.length === 0 && <p className="quiet">{orderPage.nothing}</p>}
      <ol className="side-history">
        {way.statuses.map(({ date, code }) => (
          <li key={`${date} ${code}`}>
            <time className="quiet">{date === null ? '' : momentWords(format, date)}</time>
            <span className="mono">{code}</span>
          </li>
        ))}
      </ol>
    </>
  )
}

/** A moment as the marketplace writes it; what is no moment stands as it came. */
function momentWords(format: Texts['format'], text: string): string {
  const at = Date.parse(text)
  return Number.isNaN(at) ? text : format.dateTime(at)
}
