import type { Message } from '../../../shared/domain/messages.ts'
import { commandBarcode } from '../../../shared/domain/scanning/commands.ts'
import type { Answer, View } from '../../../shared/view/view.ts'
import { schemeWords } from '../../i18n/scheme-words.ts'
import { useNow, usePage, useTexts, useView } from '../../page.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { FaceIcon } from '../../ui/face-icon.tsx'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'
import { SchemeMark } from '../../ui/scheme-mark.tsx'
import { printerState } from '../devices/device-words.ts'
import { onStage } from '../on-stage.ts'
import { Answers } from './answers.tsx'
import './stage.css'

/** The one place to look at: a face, what to do, and what to scan for an answer. */
export function Stage() {
  const { calls } = usePage()
  const texts = useTexts()
  const feedback = useView(view => view.feedback)
  const question = useView(view => view.question)
  const answers = useView(offeredAnswers)
  const scheme = useView(view => view.order?.scheme ?? null)
  const lame = useView(view => view.lamePrinter)
  const dead = useView(view => view.deadParcels)
  const now = Math.max(useNow(30_000), feedback.at)
  const { face, phrase, hint, note } = onStage(texts, feedback, question, now)
  // Said aloud already.
  const isTold = question === null && feedback.message.code === 'waitPrinter'
  return (
    <section className="stage" data-face={face} data-answers={answers.length}>
      <FaceIcon face={face} />
      <div className="stage-words" aria-live="assertive" role="status">
        <div className="stage-said">
          <div className="stage-head">
            <p className="stage-face">{texts.names.faces[face]}</p>
            {scheme !== null && <SchemeMark scheme={scheme.kind}>{schemeWords(texts, scheme)}</SchemeMark>}
          </div>
          <p className="stage-title">{phrase.title}</p>
          <p className="stage-remedy">{phrase.remedy}</p>
          {note !== null && <p className="stage-note">{note}</p>}
          {hint !== null && <Hint {...hint} />}
          {lame !== null && !isTold && <Standing icon="printer" {...printerState(texts, lame).phrase} />}
          {dead.length > 0 && !TELLS_DEAD.includes((question ?? feedback.message).code) && (
            <Standing
              icon="problems"
              title={texts.words.stage.dead}
              remedy={texts.words.stage.deadRemedy(someOf(dead))}
            />
          )}
          {phrase.details !== undefined && (
            <p className="stage-details">
              {texts.words.stage.details}:{' '}
              <span className="mono">
                <CodeText text={phrase.details} />
              </span>
            </p>
          )}
        </div>
      </div>
      {answers.length > 0 && <Answers answers={answers} />}
      {face === 'refused' && (
        <button
          type="button"
          className="stage-acknowledge"
          onClick={() => void calls.act('bench.command', { command: 'acknowledge' })}
        >
          <kbd>Esc</kbd> {texts.names.commands.acknowledge}
        </button>
      )}
    </section>
  )
}

/** What was refused meanwhile, under the question that stays. */
function Hint({ title, remedy }: { readonly title: string; readonly remedy: string }) {
  return (
    <p className="stage-hint">
      <FaceIcon face="refused" />
      <span>
        <b>{title}.</b> {remedy}
      </span>
    </p>
  )
}

/** Labels that are named before the rest is left out. */
const NAMED = 6

function someOf(labels: readonly string[]): string {
  return labels.slice(0, NAMED).join(', ') + (labels.length > NAMED ? ' …' : '')
}

/** What say themselves that cancelled parcels lie in the pile. */
const TELLS_DEAD: readonly Message['code'][] = ['ordersCancelled', 'cancelledInside', 'allCancelled', 'takenOut']

/** What keeps the label away, or lies where it must not, whatever is said meanwhile. */
function Standing(props: { readonly icon: IconName; readonly title: string; readonly remedy: string }) {
  const { icon, title, remedy } = props
  return (
    <p className="stage-standing">
      <Icon name={icon} size={28} />
      <span>
        <b>{title}.</b> {remedy}
      </span>
    </p>
  )
}

const START: readonly Answer[] = [{ code: 'newSupply', barcode: commandBarcode('newSupply') }]
const NONE: readonly Answer[] = []

function isStartOffered(message: Message): boolean {
  if (message.code === 'openSupply') return message.fresh > 0
  return message.code === 'noSupply' && message.isClosed !== true
}

/** The station's own answers; with no supply open, the one command that starts work. */
function offeredAnswers(view: View): readonly Answer[] {
  if (view.answers.length > 0) return view.answers
  const { message } = view.feedback
  return isStartOffered(message) ? START : NONE
}
