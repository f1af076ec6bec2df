import { useTexts } from '../../page.ts'
import { CleaningLine } from './cleaning-line.tsx'
import { ScannerList } from './scanner-list.tsx'
import { ScannerTestButton } from './scanner-test.tsx'
import { SettingsGroup, SettingsSlider, useSettings } from './settings-parts.tsx'

/** The scanners: how one types, and which ones the program opens itself. */
export function ScannerSettings() {
  const { settings: words } = useTexts()
  const [{ repeatMs, wedgeGapMs, wedgeCleaning }, change] = useSettings()
  return (
    <SettingsGroup title={words.scanner}>
      <SettingsSlider
        name={words.wedgeGapMs}
        value={wedgeGapMs}
        minimum={10}
        maximum={500}
        step={5}
        show={words.milliseconds}
        onSet={value => change({ wedgeGapMs: value })}
      />
      <SettingsSlider
        name={words.repeatMs}
        value={repeatMs}
        minimum={0}
        maximum={5000}
        step={100}
        show={words.milliseconds}
        onSet={value => change({ repeatMs: value })}
      />
      <CleaningLine cleaning={wedgeCleaning} onChange={cleaning => void change({ wedgeCleaning: cleaning })} />
      <ScannerList />
      <ScannerTestButton />
    </SettingsGroup>
  )
}
