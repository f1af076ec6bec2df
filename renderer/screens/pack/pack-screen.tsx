import { usePart } from '../../page.ts'
import { CommandBar } from './command-bar.tsx'
import { LabelPanel } from './label-panel.tsx'
import { OrderCard } from './order-card.tsx'
import { ScanNotes } from './scan-notes.tsx'
import { Stage } from './stage.tsx'
import { TypeCode } from './type-code.tsx'
import './pack.css'

/** The packing table: one instruction, one place; it grows with the window and never scrolls. */
export function PackScreen() {
  const typing = usePart(state => state.typing)
  return (
    <main className="pack">
      <div className="pack-left">
        <Stage />
        {typing ? <TypeCode /> : <OrderCard />}
      </div>
      <aside className="pack-right">
        <LabelPanel />
        <ScanNotes />
      </aside>
      <CommandBar />
    </main>
  )
}
