import { useAsk, usePage, useTexts } from '../../page.ts'
import { LearnedList } from './learned-list.tsx'

/** Which products carry several marking codes a unit. */
export function ProductSets() {
  const { calls } = usePage()
  const { settings: words } = useTexts()
  const sets = useAsk('sets.all', undefined) ?? []
  return (
    <LearnedList
      title={words.sets}
      hint={words.setsHint}
      learned={sets.map(({ chrtId, article, codes, at, packer }) => ({
        key: String(chrtId),
        article,
        at,
        packer,
        what: <span className="quiet">{words.setOf(codes)}</span>,
        forgets: article,
        onForget: () => void calls.act('sets.forget', { chrtId })
      }))}
    />
  )
}
