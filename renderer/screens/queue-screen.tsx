import { useState } from 'react'
import type { QueueRow } from '../../shared/contract/contract.ts'
import { lookUp, refusedWrite } from '../i18n/say.ts'
import type { Phrase } from '../i18n/phrase.ts'
import type { Texts } from '../i18n/texts.ts'
import { useAsk, useNow, usePage, useTexts } from '../page.ts'
import { Button } from '../ui/button.tsx'
import { Chips } from '../ui/chips.tsx'
import { Confirm } from '../ui/confirm.tsx'
import { RowList } from '../ui/row-list.tsx'
import { LabelJobs } from './label-jobs.tsx'
import { Why } from './why.tsx'
import './list-screen.css'

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
  const phrase = stateWords(texts, row)
  const subject = subjectWords(texts, row)
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

function subjectWords({ names, words, format }: Texts, { body }: QueueRow): string {
  const name = names.intents[body.kind]
  switch (body.kind) {
    case 'createSupply':
      return `${name}: ${body.name}`
    case 'setShipping':
    case 'addBoxes':
    case 'setSpot':
    case 'deleteSupply':
      return name
    case 'addToSupply':
    case 'deliverSupply':
    case 'confirm':
    case 'deliver':
    case 'prepare':
    case 'cancel':
      return `${name}: ${words.queue.orders(body.orderIds.length)}`
    case 'setMeta':
    case 'deleteMeta':
      return `${name}: ${names.meta[body.key]}, ${format.orderId(body.orderId)}`
    case 'handOver':
      return `${names.handovers[body.outcome]}: ${format.orderId(body.orderId)}`
  }
}

function stateWords(texts: Texts, { body, state }: QueueRow): Phrase {
  const { names, tables, words } = texts
  const title = names.intentStates[state.kind]
  switch (state.kind) {
    case 'waiting': {
      const why = state.why === null ? '' : delay(tables, state.why).title
      const attempts = state.attempts === 0 ? '' : words.queue.attempts(state.attempts)
      return { title, remedy: [why, attempts].filter(part => part !== '').join(', ') }
    }
    case 'parked': {
      const { title: why, details } = delay(tables, state.why)
      return { title: `${title}. ${why}`, remedy: words.queue.parked, ...(details === undefined ? {} : { details }) }
    }
    case 'refused':
      return refusedWrite(texts, body.kind === 'setMeta' ? body.key : body.kind, state.code, state.message)
    case 'sending':
    case 'unknown':
    case 'done':
    case 'withdrawn':
      return { title, remedy: '' }
  }
}

/** `why` is a failure of the network, a stop of the account, `broken: field`, or the vendor's own code. */
function delay(tables: Texts['tables'], why: string): Phrase {
  if (why.startsWith('broken')) return { ...lookUp(tables.delays, 'broken'), details: why }
  return lookUp(Object.hasOwn(tables.blocks.known, why) ? tables.blocks : tables.delays, why)
}
