import { useAsk, useTexts, useView } from '../../page.ts'
import { useShow } from './use-show.ts'

/** What came out of the practice printer, the newest first; a click scans it. */
export function PracticeLabels() {
  const { words, format } = useTexts()
  const saidAt = useView(view => view.feedback.at)
  const labels = useAsk('practice.labels', undefined, saidAt)
  const show = useShow()
  return (
    <section className="practice-part practice-labels">
      <h3>{words.practice.labels}</h3>
      {labels?.length === 0 && <p className="quiet">{words.practice.noLabels}</p>}
      <ul>
        {(labels ?? []).map(({ id, at, png, text }) => (
          <li key={id}>
            <button
              type="button"
              className="practice-label"
              disabled={text === null}
              aria-label={`${words.practice.scanLabel}, ${format.time(at)}`}
              onClick={() => text !== null && show(text)}
            >
              <img src={`data:image/png;base64,${png}`} alt="" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
