import { usePart, useTexts } from './page.ts'
import { CourierScreen } from './screens/courier/courier-screen.tsx'
import { DevicesScreen } from './screens/devices/devices-screen.tsx'
import { Board } from './screens/board/board.tsx'
import { LeadDialog } from './screens/lead/lead-dialog.tsx'
import { LockScreen } from './screens/lead/lock-screen.tsx'
import { PackScreen } from './screens/pack/pack-screen.tsx'
import { HandoverScreen } from './screens/handover/handover-screen.tsx'
import { HistoryScreen } from './screens/history/history-screen.tsx'
import { OrdersScreen } from './screens/orders/orders-screen.tsx'
import { PickingScreen } from './screens/picking/picking-screen.tsx'
import { PrintProgress } from './screens/print-progress.tsx'
import { PassesScreen } from './screens/passes/passes-screen.tsx'
import { PracticeDrawer } from './screens/practice/practice-drawer.tsx'
import { ProblemsScreen } from './screens/problems/problems-screen.tsx'
import { QueueScreen } from './screens/queue/queue-screen.tsx'
import { Rail } from './screens/rail.tsx'
import { SettingsScreen } from './screens/settings/settings-screen.tsx'
import { SetupScreen } from './screens/setup-screen.tsx'
import { ShelfScreen } from './screens/shelf/shelf-screen.tsx'
import { StatusLine } from './screens/status-line.tsx'
import { FailureStrip, FeedbackStrip, PrintStrip } from './screens/strips.tsx'
import { SuppliesScreen } from './screens/supplies/supplies-screen.tsx'
import { TopBar } from './screens/top-bar.tsx'
import type { Screen } from './route.ts'
import './shell.css'

/** The whole page: the first run, or rail, bars and the chosen screen. */
export function Shell() {
  const mode = usePart(state => state.view?.mode ?? null)
  const screen = usePart(state => state.route.screen)
  const isBoard = usePart(state => state.route.isBoard === true)
  const { words } = useTexts()
  if (mode === null) {
    return (
      <>
        <FailureStrip />
        <p className="shell-wait">{words.common.loading}</p>
      </>
    )
  }
  if (mode === 'setup') {
    return (
      <div className="shell-setup">
        <FailureStrip />
        <SetupScreen />
      </div>
    )
  }
  if (isBoard) return <Board />
  return (
    <div className="shell">
      <Rail />
      <div className="shell-middle">
        <TopBar />
        <StatusLine />
        <FailureStrip />
        <PrintStrip />
        {screen !== 'pack' && <PrintProgress />}
        {screen !== 'pack' && <FeedbackStrip />}
        <ChosenScreen screen={screen} />
      </div>
      {mode === 'practice' && <PracticeDrawer />}
      <LeadDialog />
      <LockScreen />
    </div>
  )
}

function ChosenScreen({ screen }: { readonly screen: Screen }) {
  switch (screen) {
    case 'pack':
      return <PackScreen />
    case 'orders':
      return <OrdersScreen />
    case 'supplies':
      return <SuppliesScreen />
    case 'handover':
      return <HandoverScreen />
    case 'picking':
      return <PickingScreen />
    case 'passes':
      return <PassesScreen />
    case 'courier':
      return <CourierScreen />
    case 'shelf':
      return <ShelfScreen />
    case 'queue':
      return <QueueScreen />
    case 'problems':
      return <ProblemsScreen />
    case 'history':
      return <HistoryScreen />
    case 'devices':
      return <DevicesScreen />
    case 'settings':
      return <SettingsScreen />
  }
}
