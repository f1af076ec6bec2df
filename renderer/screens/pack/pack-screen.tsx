import { usePart, useView } from '../../page.ts'
import { PrintProgress } from '../print-progress.tsx'
import { useCard } from '../product/product.tsx'
import { CommandBar } from './command-bar.tsx'
import { LabelPanel } from './label-panel.tsx'
import { OrderCard } from './order-card.tsx'
import { useRoom } from './room.ts'
import { ScanNotes } from './scan-notes.tsx'
import { Stage } from './stage.tsx'
import { TypeCode } from './type-code.tsx'
import './pack.css'

/** The packing table: one instruction, one place; it grows with the window, and what matters less gives way to the instruction. */
export function PackScreen() {
  const typing = usePart(state => state.typing)
  // Anything that is shown may take room from the words.
  const { settings, order } = useView(view => view)
  useCard(order?.id ?? null)
  const table = useRoom(settings.textSize)
  return (
    <main className="pack" ref={table}>
      <div className="pack-left">
        <Stage />
        {typing ? <TypeCode /> : <OrderCard />}
      </div>
      <aside className="pack-right">
        <LabelPanel />
        <PrintProgress />
        <ScanNotes />
      </aside>
      <CommandBar />
    </main>
  )
}
