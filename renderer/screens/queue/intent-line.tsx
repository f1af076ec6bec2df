import { useState } from 'react'
import type { QueueRow } from '../../../shared/contract/contract.ts'
import { maySettle } from '../../../shared/domain/intents.ts'
import { usePage, useTexts, useView } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Why } from '../why.tsx'
import { delayWords, intentStateWords, intentSubject } from './intent-words.ts'
import { SettleForm } from './settle-form.tsx'

/** One change: since when, what, how far it is, when it is tried next, and what a person can do. */
export function IntentLine({ row }: { readonly row: QueueRow }) {
  const { calls } = usePage()
  const texts = useTexts()
  const { words, format, queue } = texts
  const [isSettling, setSettling] = useState(false)
  const { kind } = row.state
  const isOffline = useView(view => view.network.kind === 'offline')
  const isHeld = isOffline && row.state.kind === 'waiting' && row.state.why === null
  const needsPerson = kind === 'parked' || kind === 'refused'
  return (
    <>
      <div className="row-main queue-row">
        <time className="quiet">{format.dateTime(row.bornAt)}</time>
        <b>{intentSubject(texts, row)}</b>
        <span>
          <Why phrase={intentStateWords(texts, row)} isBad={needsPerson} />
          {isHeld && <span className="quiet"> · {delayWords(texts.tables, 'offline').title}</span>}
          {row.nextAt !== null && <span className="quiet"> · {queue.next(format.time(row.nextAt))}</span>}
          {row.isBehind && kind === 'waiting' && <span className="quiet"> · {queue.behind}</span>}
        </span>
        <span className="quiet">{row.packer ?? ''}</span>
      </div>
      <span className="row-acts">
        {(kind === 'parked' || kind === 'waiting') && (
          <Button onClick={() => void calls.act('queue.retry', { id: row.id })}>{words.queue.retry}</Button>
        )}
        {maySettle(row, 'dropped') && <Button onClick={() => setSettling(true)}>{queue.settle}</Button>}
      </span>
      {isSettling && <SettleForm row={row} onClose={() => setSettling(false)} />}
    </>
  )
}
