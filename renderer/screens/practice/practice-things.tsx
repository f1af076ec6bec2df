import type { PracticeThing } from '../../../shared/contract/practice-methods.ts'
import { formatForPerson } from '../../../shared/domain/codes/gs1.ts'
import { useAsk, useTexts, useView } from '../../page.ts'
import { PracticeBuyer } from './practice-buyer.tsx'
import { useShow } from './use-show.ts'

/** The things on the table; each code on them is a button that scans it, and their buyers can be played. */
export function PracticeThings() {
  const { words, names, format } = useTexts()
  const currentId = useView(view => view.order?.id ?? null)
  const things = useAsk('practice.things', undefined)
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
            data-packed={isPacked(thing)}
          >
            <span className="one-line">
              <b>{thing.article}</b> <span className="quiet tiny">{format.orderId(thing.orderId)}</span>
            </span>
            <span className="one-line quiet tiny">
              {thing.scheme !== 'fbs' && <b>{names.schemes[thing.scheme]} · </b>}
              {isPacked(thing) ? names.lives[thing.life] : thing.title}
            </span>
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
              <PracticeBuyer thing={thing} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

const PACKED: readonly PracticeThing['life'][] = ['packed', 'shipped', 'handed', 'returned', 'cancelled']

/** Whether nothing more is to be packed of it here. */
function isPacked(thing: PracticeThing): thing is PracticeThing & { life: NonNullable<PracticeThing['life']> } {
  return PACKED.includes(thing.life)
}
