import { usePart, useTexts } from './page.ts'
import { PackScreen } from './screens/pack/pack-screen.tsx'
import { FailureStrip, FeedbackStrip } from './screens/strips.tsx'
import { Rail } from './screens/rail.tsx'
import { SetupScreen } from './screens/setup-screen.tsx'
import { StatusLine } from './screens/status-line.tsx'
import { TopBar } from './screens/top-bar.tsx'
import type { Screen } from './route.ts'
import './shell.css'

/** The whole page: the first run, or rail, bars and the chosen screen. */
export function Shell() {
  const mode = usePart(state => state.view?.mode ?? null)
  const screen = usePart(state => state.route.screen)
  const { words } = useTexts()
  if (mode === null) return <p className="shell-wait">{words.common.loading}</p>
  if (mode === 'setup') {
    return (
      <div className="shell-setup">
        <FailureStrip />
        <SetupScreen />
      </div>
    )
  }
  return (
    <div className="shell">
      <Rail />
      <div className="shell-middle">
        <TopBar />
        <StatusLine />
        <FailureStrip />
        {screen !== 'pack' && <FeedbackStrip />}
        <ChosenScreen screen={screen} />
      </div>
    </div>
  )
}

function ChosenScreen({ screen }: { readonly screen: Screen }) {
  return screen === "pack" ? <PackScreen /> : <PackScreen />
}
