import type { Feedback } from '../../../shared/domain/messages.ts'
import type { RoundScheme } from '../../../shared/domain/schemes/scheme.ts'
import { codeName } from '../../i18n/say.ts'
import { useNow, useTexts, useView } from '../../page.ts'
import { CodeText } from '../../ui/code-text.tsx'
import { Icon } from '../../ui/icon.tsx'
import { onStage } from '../on-stage.ts'

const ICONS = { waiting: 'next', goOn: 'now', done: 'tick', refused: 'cross', ask: 'problems' } as const

/** The last scans, the newest on top: what, verdict, time. */
export function ScanNotes() {
  const texts = useTexts()
  const notes = useView(view => view.notes)
  const now = useNow(30_000)
  // In the words that stood on the stage, an offered way on included.
  const said = notes.map(note => ({ ...onStage(texts, note.feedback, null, now), note }))
  return (
    <section className="panel notes">
      <h2>{texts.words.notes.title}</h2>
      {notes.length === 0 && <p className="quiet">{texts.words.notes.none}</p>}
      <ol>
        {said.map(({ note, face, phrase }) => (
          <li key={note.id} className="note" data-face={face}>
            <Icon name={ICONS[face]} />
            <span className="note-words">
              <span className="mono one-line">
                <CodeText text={codeName(texts, note.text, roundOf(note.feedback))} />
              </span>
              <span className="note-verdict one-line">{phrase.title}</span>
            </span>
            <time>{texts.format.time(note.at)}</time>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The scheme of the round that a command was about; undefined: it was a supply. */
function roundOf({ message }: Feedback): RoundScheme | undefined {
  const scheme = 'scheme' in message ? message.scheme : undefined
  return scheme === 'dbs' || scheme === 'pickup' ? scheme : undefined
}
