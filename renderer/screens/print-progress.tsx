import { useEffect } from 'react'
import { usePage, usePart, useTexts, useView } from '../page.ts'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'

/** How far many labels are, whatever screen is looked at; they can be stopped. Nothing for one or two. */
export function PrintProgress() {
  const { calls, store } = usePage()
  const { picking: words } = useTexts()
  const left = useView(view => view.printers.reduce((sum, { waiting }) => sum + waiting, 0))
  const most = usePart(state => state.mostPrints)
  const isSaid = usePart(state => state.printing !== null)
  useEffect(() => {
    store.setState(({ mostPrints }) => ({ mostPrints: left === 0 ? 0 : Math.max(mostPrints, left) }))
  }, [store, left])
  if (left < FEW || isSaid) return null
  return (
    <div className="strip" data-face="goOn" role="status">
      <Icon name="printer" size={28} />
      <p>
        <b>{words.left(left)}</b> {most > left && words.leftOf(left, most)}
      </p>
      <progress max={Math.max(most, left)} value={Math.max(most, left) - left} aria-label={words.left(left)} />
      <Button onClick={() => void calls.act('prints.stop', undefined)}>{words.stop}</Button>
    </div>
  )
}

/** Fewer labels are out before anybody has read how many. */
const FEW = 3
