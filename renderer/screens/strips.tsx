import { useEffect } from 'react'
import type { Message } from '../../shared/domain/messages.ts'
import { goTo, usePage, usePart, useTexts, useView } from '../page.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { FaceIcon } from '../ui/face-icon.tsx'
import type { Screen } from '../route.ts'
import { onStage } from './on-stage.ts'

/** Desks that say themselves what became of a scan. */
const SAYING: readonly Screen[] = ['courier', 'handover', 'problems']

/** Of what the packing table says this alone is told at a desk, which says the rest itself: what keeps anything from being taken. */
const EVERYWHERE: readonly Message['code'][] = [
  'diskTrouble',
  'notWritten',
  'deskScanLost',
  'badgeFirst',
  'unknownBadge',
  'signedIn'
]

/** What the packing table says, on the screens that do not show it; while a scanner is checked it waits. */
export function FeedbackStrip() {
  const texts = useTexts()
  const feedback = useView(view => view.feedback)
  const question = useView(view => view.question)
  const isChecking = useView(view => view.scannerTest !== null)
  const isAtDesk = usePart(state => SAYING.includes(state.route.screen))
  if (isChecking || (isAtDesk && question === null && !EVERYWHERE.includes(feedback.message.code))) return null
  const { face, phrase, hint } = onStage(texts, feedback, question, feedback.at)
  return (
    <div className="strip" data-face={face} role="status">
      <FaceIcon face={face} />
      <p>
        {isAtDesk && question !== null && <span className="quiet">{texts.words.common.atTable} </span>}
        <b>{phrase.title.endsWith('?') ? phrase.title : `${phrase.title}.`}</b>{' '}
        {hint === null ? phrase.remedy : hint.title}
      </p>
      <Button onClick={() => goTo({ screen: 'pack', orderId: null })}>{texts.words.common.toPack}</Button>
    </div>
  )
}

/** How long the page says what it prints (ms). */
const SAID_MS = 8_000

/** What the page asked to print: said at once, with the count; many labels can be stopped while nothing lies on the table. */
export function PrintStrip() {
  const { calls, store } = usePage()
  const { words } = useTexts()
  const printing = usePart(state => state.printing)
  const isTableFree = useView(view => view.order === null)
  useEffect(() => {
    if (printing === null) return
    const timer = setTimeout(() => store.setState({ printing: null }), SAID_MS)
    return () => clearTimeout(timer)
  }, [printing, store])
  if (printing === null) return null
  const { labels } = printing
  return (
    <div className="strip" data-face={labels === 0 ? 'refused' : 'goOn'} role="status">
      <Icon name="printer" size={28} />
      <p>
        <b>{labels === 0 ? words.printing.none : words.printing.count(labels)}</b>
      </p>
      {labels > 1 && isTableFree && (
        <Button
          onClick={() => {
            store.setState({ printing: null })
            void calls.act('bench.command', { command: 'undo' })
          }}
        >
          <kbd>F2</kbd> {words.stage.stop}
        </Button>
      )}
      <Button icon="close" aria-label={words.common.close} onClick={() => store.setState({ printing: null })} />
    </div>
  )
}

/** A call that the station did not take: what to do. Why, in its maker's words, stands in the station's log. */
export function FailureStrip() {
  const { store } = usePage()
  const { words } = useTexts()
  const failure = usePart(state => state.failure)
  if (failure === null) return null
  return (
    <div className="strip" data-face="refused" role="alert">
      <FaceIcon face="refused" />
      <p>
        <b>{words.common.failed}.</b> {words.common.failedRemedy}
      </p>
      <Button icon="close" onClick={() => store.setState({ failure: null })}>
        {words.common.close}
      </Button>
    </div>
  )
}
