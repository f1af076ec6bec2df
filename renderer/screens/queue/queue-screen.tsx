import { useState } from 'react'
import type { QueueRow } from '../../../shared/contract/contract.ts'
import { useAsk, useNow, usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Chips } from '../../ui/chips.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { RowList } from '../../ui/row-list.tsx'
import { LabelJobs } from './label-jobs.tsx'
import { Why } from '../why.tsx'
import { intentStateWords, intentSubject } from './intent-words.ts'
import '../list-screen.css'

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
        {part === 'waiting' && <LimitsLine />}
        {part === 'labels' ? <LabelJobs /> : <Intents pending={part === 'waiting'} />}
      </div>
    </main>
  )
}

/** Requests that wait for a bucket of the marketplace to fill; nothing while none does. */
function LimitsLine() {
  const { words } = useTexts()
  const groups = useAsk('queue.limits', undefined, useNow(1000))
  if (groups === null || groups.length === 0) return null
  const names: { readonly [group: string]: string } = words.queue.limitGroups
  return (
    <p className="quiet">
      {words.queue.limits}:{' '}
      {groups
        .map(({ group, urgent, background }) => words.queue.limitOf(names[group] ?? group, urgent, background))
        .join('; ')}
    </p>
  )
}

function Intents({ pending }: { readonly pending: boolean }) {
  const { words } = useTexts()
  const rows = useAsk('queue.list', { pending, offset: 0, limit: 200 })
  return (
    <RowList
      label={words.queue.title}
      rows={rows ?? []}
      isWhole
      keyOf={row => row.id}
      empty={rows === null ? words.common.loading : words.queue.none}
    >
      {row => <IntentLine row={row} />}
    </RowList>
  )
}

function IntentLine({ row }: { readonly row: QueueRow }) {
  const { calls } = usePage()
  const texts = useTexts()
  const { words, format } = texts
  const [isLeaving, setLeaving] = useState(false)
  const { kind } = row.state
  const needsPerson = kind === 'parked' || kind === 'refused'
  const phrase = intentStateWords(texts, row)
  const subject = intentSubject(texts, row)
  return (
    <>
      <div className="row-main queue-row">
        <time className="quiet">{format.dateTime(row.bornAt)}</time>
        <b>{subject}</b>
        <Why phrase={phrase} isBad={needsPerson} />
        <span className="quiet">{row.packer ?? ''}</span>
      </div>
      <span className="row-acts">
        {(needsPerson || kind === 'waiting') && (
          <Button onClick={() => void calls.act('queue.retry', { id: row.id })}>{words.queue.retry}</Button>
        )}
        {needsPerson && <Button onClick={() => setLeaving(true)}>{words.queue.dismiss}</Button>}
      </span>
      {isLeaving && (
        <Confirm
          title={words.queue.dismissAsk(subject)}
          act={words.queue.dismissDo}
          back={words.common.cancel}
          onBack={() => setLeaving(false)}
          onAct={() => {
            setLeaving(false)
            void calls.act('queue.dismiss', { id: row.id })
          }}
        />
      )}
    </>
  )
}
