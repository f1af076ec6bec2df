import { commandBarcode } from '../../../shared/domain/scanning/commands.ts'
import type { Answer, View } from '../../../shared/view/view.ts'
import { say, sayNote } from '../../i18n/say.ts'
import { useNow, usePage, useTexts, useView } from '../../page.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { FaceIcon } from '../../ui/face-icon.tsx'
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
  const now = Math.max(useNow(30_000), feedback.at)
  const { face, message, hint } = onStage(feedback, question)
  const phrase = say(texts, message, now)
  return (
    <section className="stage" data-face={face} data-answers={answers.length}>
      <FaceIcon face={face} />
      <div className="stage-words" aria-live="assertive" role="status">
        <div className="stage-said">
          <p className="stage-face">{texts.names.faces[face]}</p>
          <p className="stage-title">{phrase.title}</p>
          <p className="stage-remedy">{phrase.remedy}</p>
          {feedback.note !== undefined && <p className="stage-note">{sayNote(texts, feedback.note)}</p>}
          {hint !== null && <Hint {...say(texts, hint, now)} />}
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

const START: readonly Answer[] = [{ code: 'newSupply', barcode: commandBarcode('newSupply') }]
const NONE: readonly Answer[] = []

/** The station's own answers; with no supply open, the one command that starts work. */
function offeredAnswers(view: View): readonly Answer[] {
  if (view.answers.length > 0) return view.answers
  const { message } = view.feedback
  return (message.code === 'openSupply' && message.fresh > 0) || message.code === 'noSupply' ? START : NONE
}
