import { useState } from 'react'
import { goTo, useLeave, usePart, useTexts } from '../../page.ts'
import { Chips } from '../../ui/chips.tsx'
import { CompletedPart } from './completed-part.tsx'
import { Journal, OrderJournal } from './journal.tsx'
import { ShiftPart } from './shift-part.tsx'
import { WhoPacked } from './who-packed.tsx'
import '../list-screen.css'
import './history.css'

/** What happened here, what packers did, and the marketplace's orders that ended. */
export function HistoryScreen() {
  const { words, completed, shift } = useTexts()
  const [chosen, setPart] = useState<'journal' | 'shift' | 'completed'>('journal')
  const orderId = usePart(state => state.route.orderId)
  const part = orderId === null ? chosen : 'journal'
  const leaveOrder = () => goTo({ screen: 'history', orderId: null })
  useLeave(orderId === null ? null : leaveOrder)
  return (
    <main className="list-screen">
      <div className="list-main">
        <div className="list-tools">
          <Chips
            label={words.history.title}
            value={part}
            choices={[
              { value: 'journal', name: completed.journal },
              { value: 'shift', name: shift.title },
              { value: 'completed', name: completed.title }
            ]}
            onChoose={to => {
              setPart(to)
              if (orderId !== null) leaveOrder()
            }}
          />
          {part !== 'completed' && <WhoPacked />}
        </div>
        {part === 'journal' && (orderId === null ? <Journal /> : <OrderJournal orderId={orderId} onAll={leaveOrder} />)}
        {part === 'shift' && <ShiftPart />}
        {part === 'completed' && <CompletedPart />}
      </div>
    </main>
  )
}
