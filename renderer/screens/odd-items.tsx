import type { NewsView } from '../../shared/view/view.ts'
import type { Texts } from '../i18n/texts.ts'
import { Icon } from '../ui/icon.tsx'
import { oddWords } from './status-items.ts'
import './odd-items.css'

/** How much of the marketplace's lists can't be read; pressed, it says which fields of what. */
export function OddItems({ texts, news }: { readonly texts: Texts; readonly news: NewsView }) {
  const words = oddWords(texts, news)
  const { status } = texts.words
  if (words === null) return null
  const { odd, unread } = news
  return (
    <>
      <button type="button" className="status" data-mood="bad" popoverTarget="odd-items">
        <Icon name="problems" />
        <span className="one-line">{words}</span>
      </button>
      <div id="odd-items" className="odd-items" popover="auto">
        <p>{status.oddRemedy}</p>
        <ul>
          {[...odd, ...unread.map(one => ({ ...one, id: null }))].map(({ list, field, id }) => (
            <li key={`${list} ${field} ${id}`}>{status.oddField(texts.names.lists[list], field, id)}</li>
          ))}
        </ul>
      </div>
    </>
  )
}
