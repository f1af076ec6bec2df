import { useAsk, usePage, useTexts } from '../../page.ts'
import { LearnedList } from './learned-list.tsx'

/** Which GTINs were taken for products they do not stand on. */
export function VouchedGtins() {
  const { calls } = usePage()
  const { settings: words } = useTexts()
  const vouched = useAsk('gtins.vouched', undefined) ?? []
  return (
    <LearnedList
      title={words.vouched}
      hint={words.vouchedHint}
      learned={vouched.map(({ chrtId, gtin, article, at, packer }) => ({
        key: `${chrtId}:${gtin}`,
        article,
        at,
        packer,
        what: <span className="mono quiet">{gtin}</span>,
        forgets: `${article} ${gtin}`,
        onForget: () => void calls.act('gtins.forget', { chrtId, gtin })
      }))}
    />
  )
}
