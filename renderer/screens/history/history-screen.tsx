import { useState } from 'react'
import { useTexts } from '../../page.ts'
import { Chips } from '../../ui/chips.tsx'
import { CompletedPart } from './completed-part.tsx'
import { Journal } from './journal.tsx'
import '../list-screen.css'
import './history.css'

/** What happened here, and the marketplace's orders that ended. */
export function HistoryScreen() {
  const { words, completed } = useTexts()
  const [part, setPart] = useState<'journal' | 'completed'>('journal')
  return (
    <main className="list-screen">
      <div className="list-main">
        <Chips
          label={words.history.title}
          value={part}
          choices={[
            { value: 'journal', name: completed.journal },
            { value: 'completed', name: completed.title }
          ]}
          onChoose={setPart}
        />
        {part === 'journal' ? <Journal /> : <CompletedPart />}
      </div>
    </main>
  )
}
