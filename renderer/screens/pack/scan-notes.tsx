import { codeName, say } from '../../i18n/say.ts'
import { useNow, useTexts, useView } from '../../page.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { Icon } from '../../ui/icon.tsx'

const ICONS = { waiting: 'next', goOn: 'now', done: 'tick', refused: 'cross', ask: 'problems' } as const

/** The last scans, the newest on top: what, verdict, time. */
export function ScanNotes() {
  const texts = useTexts()
  const notes = useView(view => view.notes)
  const now = useNow(30_000)
  return (
    <section className="panel notes">
      <h2>{texts.words.notes.title}</h2>
      {notes.length === 0 && <p className="quiet">{texts.words.notes.none}</p>}
      <ol>
        {notes.map(note => (
          <li key={note.id} className="note" data-face={note.feedback.face}>
            <Icon name={ICONS[note.feedback.face]} />
            <span className="note-words">
              <span className="mono one-line">
                <CodeText text={codeName(texts, note.text)} />
              </span>
              <span className="note-verdict one-line">{say(texts, note.feedback.message, now).title}</span>
            </span>
            <time>{texts.format.time(note.at)}</time>
          </li>
        ))}
      </ol>
    </section>
  )
}
