import { usePage, usePart, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { DeskTabs } from '../desk-tabs.tsx'
import { BuyerPlace } from './buyer-place.tsx'
import { turnToOther } from './handover.ts'
import { RefusedHandovers } from './handover-ends.tsx'
import './handover.css'

/** The counter: buyers who collect their orders, one or two side by side. */
export function HandoverScreen() {
  const { store } = usePage()
  const { handover: words } = useTexts()
  const { buyers, currentId } = usePart(state => state.handover)
  const isAlone = buyers.length === 1
  return (
    <main className="handover">
      <DeskTabs />
      <div className="handover-places">
        {buyers.map(buyer => (
          <BuyerPlace key={buyer.id} buyer={buyer} isCurrent={buyer.id === currentId} isAlone={isAlone} />
        ))}
      </div>
      <footer className="handover-keys">
        <Button onClick={() => turnToOther(store)}>
          <kbd>F4</kbd> {isAlone ? words.oneMore : words.other}
        </Button>
        <span className="quiet">{words.keys}</span>
      </footer>
      <RefusedHandovers />
    </main>
  )
}
