import { formatForPerson } from '../../../shared/domain/codes/gs1.ts'
import { useAsk, useTexts, useView } from '../../page.ts'
import { useShow } from './use-show.ts'

/** The things on the table; each code on them is a button that scans it. */
export function PracticeThings() {
  const { words, names, format } = useTexts()
  const packed = useView(view => view.packedToday)
  const currentId = useView(view => view.order?.id ?? null)
  const things = useAsk('practice.things', undefined, packed)
  const show = useShow()
  return (
    <section className="practice-part practice-things">
      <h3>{words.practice.things}</h3>
      {things?.length === 0 && <p className="quiet">{words.practice.noThings}</p>}
      <ul>
        {(things ?? []).map(thing => (
          <li
            key={thing.orderId}
            className="thing"
            data-current={thing.orderId === currentId}
            data-packed={thing.packed}
          >
            <span className="one-line">
              <b>{thing.article}</b> <span className="quiet tiny">{format.orderId(thing.orderId)}</span>
            </span>
            <span className="one-line quiet tiny">{thing.packed ? words.practice.packed : thing.title}</span>
            <span className="thing-codes">
              {thing.codes.map(code => (
                <button
                  key={`${code.kind}-${code.text}`}
                  type="button"
                  className="thing-code"
                  title={formatForPerson(code.text)}
                  onClick={() => show(code.text)}
                >
                  {code.kind === 'barcode' ? words.practice.barcode : names.steps[code.kind]}
                </button>
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
