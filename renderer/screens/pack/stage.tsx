import { commandBarcode } from '../../../shared/domain/commands.ts'
import type { Answer, View } from '../../../shared/view.ts'
import { say, sayNote } from '../../i18n/say.ts'
import { useNow, usePage, useTexts, useView } from '../../page.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { FaceIcon } from '../../ui/face-icon.tsx'
import { FitText } from '../../ui/fit-text.tsx'
import { Answers } from './answers.tsx'
import './stage.css'

/** The smallest instruction that reads at two metres (px). */
const SMALLEST = 30
const LARGEST = { normal: 80, large: 92, huge: 108 } as const

/** The one place to look at: a face, what to do, and what to scan for an answer. */
export function Stage() {
  const { calls } = usePage()
  const texts = useTexts()
  const feedback = useView(view => view.feedback)
  const textSize = useView(view => view.settings.textSize)
  const answers = useView(offeredAnswers)
  const now = useNow(30_000)
  const phrase = say(texts, feedback.message, Math.max(now, feedback.at))
  return (
    <section className="stage" data-face={feedback.face} data-answers={answers.length}>
      <FaceIcon face={feedback.face} />
      <div className="stage-words" aria-live="assertive" role="status">
        <FitText minimum={SMALLEST} maximum={LARGEST[textSize]}>
          <p className="stage-face">{texts.names.faces[feedback.face]}</p>
          <p className="stage-title">{phrase.title}</p>
          <p className="stage-remedy">{phrase.remedy}</p>
          {feedback.note !== undefined && <p className="stage-note">{sayNote(texts, feedback.note)}</p>}
          {phrase.details !== undefined && (
            <p className="stage-details">
              {texts.words.stage.details}:{' '}
              <span className="mono">
                <CodeText text={phrase.details} />
              </span>
            </p>
          )}
        </FitText>
      </div>
      {answers.length > 0 && <Answers answers={answers} />}
      {feedback.face === 'refused' && (
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

const START: readonly Answer[] = [{ code: 'newSupply', barcode: commandBarcode('newSupply') }]
const NONE: readonly Answer[] = []

/** The station's own answers; with no supply open, the one command that starts work. */
function offeredAnswers(view: View): readonly Answer[] {
  if (view.answers.length > 0) return view.answers
  const { message } = view.feedback
  return (message.code === 'openSupply' && message.fresh > 0) || message.code === 'noSupply' ? START : NONE
}
