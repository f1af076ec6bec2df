import { useState } from 'react'
import { useTexts } from '../../page.ts'
import { Chips } from '../../ui/chips.tsx'
import { CompletedPart } from './completed-part.tsx'
import { Journal } from './journal.tsx'
import { ShiftPart } from './shift-part.tsx'
import { WhoPacked } from './who-packed.tsx'
import '../list-screen.css'
import './history.css'

/** What happened here, what packers did, and the marketplace's orders that ended. */
export function HistoryScreen() {
  const { words, completed, shift } = useTexts()
  const [part, setPart] = useState<'journal' | 'shift' | 'completed'>('journal')
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
            onChoose={setPart}
          />
          {part !== 'completed' && <WhoPacked />}
        </div>
        {part === 'journal' && <Journal />}
        {part === 'shift' && <ShiftPart />}
        {part === 'completed' && <CompletedPart />}
      </div>
    </main>
  )
}
