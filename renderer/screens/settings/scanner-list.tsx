import { useState } from 'react'
import type { ScannerSetting } from '../../../shared/domain/scanners.ts'
import { useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { AddScanner } from './add-scanner.tsx'
import { CleaningLine } from './cleaning-line.tsx'
import { keyOf, titleOf } from './scanner-name.ts'
import { SerialLine } from './serial-line.tsx'
import { useSettings } from './settings-parts.tsx'

/** The scanners that the program opens itself, and the way to another one. */
export function ScannerList() {
  const { settings: words } = useTexts()
  const [{ scanners }, change] = useSettings()
  return (
    <>
      {scanners.length === 0 && <p className="quiet tiny">{words.scanners.none}</p>}
      <ul>
        {scanners.map((scanner, index) => (
          <li key={keyOf(scanner)} className="scanner-row">
            <ScannerRow
              scanner={scanner}
              onChange={next => change({ scanners: scanners.with(index, next) })}
              onRemove={() => change({ scanners: scanners.toSpliced(index, 1) })}
            />
          </li>
        ))}
      </ul>
      <AddScanner scanners={scanners} onAdd={added => change({ scanners: [...scanners, added] })} />
    </>
  )
}

function ScannerRow(props: {
  readonly scanner: ScannerSetting
  readonly onChange: (scanner: ScannerSetting) => void
  readonly onRemove: () => void
}) {
  const { settings: words } = useTexts()
  const { scanner, onChange } = props
  const [name, setName] = useState(scanner.name)
  function keepName(): void {
    const next = name.trim()
    if (next === '') setName(scanner.name)
    else if (next !== scanner.name) onChange({ ...scanner, name: next })
  }
  return (
    <>
      <div className="settings-form">
        <label className="field">
          <span>{words.scanners.name}</span>
          <input
            className="input"
            type="text"
            maxLength={40}
            value={name}
            onChange={event => setName(event.target.value)}
            onBlur={keepName}
          />
        </label>
        <Button onClick={props.onRemove}>{words.scanners.remove}</Button>
      </div>
      <p className="quiet tiny">{placeOf(scanner)}</p>
      <CleaningLine cleaning={scanner.cleaning} onChange={cleaning => onChange({ ...scanner, cleaning })} />
      {scanner.kind === 'serial' && <SerialLine scanner={scanner} onChange={onChange} />}
    </>
  )
}

function placeOf(scanner: ScannerSetting): string {
  const where = scanner.kind === 'serial' ? scanner.path : `HID POS ${hex(scanner.vendorId)}:${hex(scanner.productId)}`
  return titleOf(where, scanner.serialNumber ?? '')
}

/** As the system's own tools write it. */
function hex(id: number): string {
  return id.toString(16).padStart(4, '0')
}
