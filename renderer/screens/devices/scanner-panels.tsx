import { useTexts, useView } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { SettingsSlider, useSettings } from '../settings/settings-parts.tsx'
import { AddScanner } from './add-scanner.tsx'
import { CleaningLine } from './cleaning-line.tsx'
import { NameField, StateBox } from './device-parts.tsx'
import { scannerState } from './device-words.ts'
import { keyOf, placeOf } from './scanner-name.ts'
import { SerialLine } from './serial-line.tsx'

/** A scanner that the program opens itself. */
export function ScannerPanel({ scannerKey }: { readonly scannerKey: string }) {
  const texts = useTexts()
  const { devices: words } = texts
  const [{ scanners }, change] = useSettings()
  const views = useView(view => view.scanners)
  const index = scanners.findIndex(scanner => keyOf(scanner) === scannerKey)
  const scanner = scanners[index]
  if (scanner === undefined) return null
  const onChange = (next: typeof scanner) => void change({ scanners: scanners.with(index, next) })
  return (
    <aside className="devices-panel" aria-label={scanner.name}>
      <StateBox state={scannerState(texts, views[views.length - scanners.length + index])} />
      <NameField label={words.scanners.name} name={scanner.name} onKeep={name => onChange({ ...scanner, name })} />
      <p className="quiet">{placeOf(scanner)}</p>
      <CleaningLine cleaning={scanner.cleaning} onChange={cleaning => onChange({ ...scanner, cleaning })} />
      {scanner.kind === 'serial' && <SerialLine scanner={scanner} onChange={onChange} />}
      <RepeatSlider />
      <div className="side-acts">
        <Button icon="close" onClick={() => void change({ scanners: scanners.toSpliced(index, 1) })}>
          {words.scanners.remove}
        </Button>
      </div>
    </aside>
  )
}

/** The scanners that type: all of them are one keyboard. */
export function TypingPanel() {
  const { devices: words } = useTexts()
  const [{ wedgeGapMs, wedgeCleaning }, change] = useSettings()
  return (
    <aside className="devices-panel" aria-label={words.scannerTyping}>
      <h2>{words.scannerTyping}</h2>
      <p className="quiet">{words.scanners.none}</p>
      <SettingsSlider
        name={words.wedgeGapMs}
        value={wedgeGapMs}
        minimum={10}
        maximum={500}
        step={5}
        show={words.milliseconds}
        onSet={value => change({ wedgeGapMs: value })}
      />
      <RepeatSlider />
      <CleaningLine cleaning={wedgeCleaning} onChange={cleaning => void change({ wedgeCleaning: cleaning })} />
    </aside>
  )
}

/** Of all scanners, the typing ones too. */
function RepeatSlider() {
  const { devices: words } = useTexts()
  const [{ repeatMs }, change] = useSettings()
  return (
    <SettingsSlider
      name={words.repeatMs}
      value={repeatMs}
      minimum={0}
      maximum={5000}
      step={100}
      show={words.milliseconds}
      onSet={value => change({ repeatMs: value })}
    />
  )
}

/** What is plugged in and not in use yet. */
export function AddScannerPanel({ onAdded }: { readonly onAdded: (key: string) => void }) {
  const { devices: words } = useTexts()
  const [{ scanners }, change] = useSettings()
  return (
    <aside className="devices-panel" aria-label={words.addScanner}>
      <h2>{words.addScanner}</h2>
      <p className="quiet">{words.scanners.none}</p>
      <AddScanner
        scanners={scanners}
        onAdd={added => void change({ scanners: [...scanners, added] }).then(isIn => isIn && onAdded(keyOf(added)))}
      />
    </aside>
  )
}
