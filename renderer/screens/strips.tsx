import { say } from '../i18n/say.ts'
import { goTo, usePage, usePart, useTexts, useView } from '../page.ts'
import { Button } from '../ui/button.tsx'
import { FaceIcon } from '../ui/face-icon.tsx'
import { onStage } from './on-stage.ts'

/** What the packing table says, on the screens that do not show it; while a scanner is checked it waits. */
export function FeedbackStrip() {
  const texts = useTexts()
  const feedback = useView(view => view.feedback)
  const question = useView(view => view.question)
  const isChecking = useView(view => view.scannerTest !== null)
  if (isChecking) return null
  const { face, message, hint } = onStage(feedback, question)
  const phrase = say(texts, message, feedback.at)
  return (
    <div className="strip" data-face={face} role="status">
      <FaceIcon face={face} />
      <p>
        <b>{phrase.title}.</b> {hint === null ? phrase.remedy : say(texts, hint, feedback.at).title}
      </p>
      <Button onClick={() => goTo({ screen: 'pack', orderId: null })}>{texts.words.common.toPack}</Button>
    </div>
  )
}

/** A call that the station did not take: what to do, and the maker's words in small type. */
export function FailureStrip() {
  const { store } = usePage()
  const { words } = useTexts()
  const failure = usePart(state => state.failure)
  if (failure === null) return null
  return (
    <div className="strip" data-face="refused" role="alert">
      <FaceIcon face="refused" />
      <p>
        <b>{words.common.failed}.</b> {words.common.failedRemedy}{' '}
        <span className="tiny mono">
          {failure.kind}: {failure.message}
        </span>
      </p>
      <Button icon="close" onClick={() => store.setState({ failure: null })}>
        {words.common.close}
      </Button>
    </div>
  )
}
