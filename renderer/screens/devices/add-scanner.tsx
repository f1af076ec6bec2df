import { useState } from 'react'
import { NO_CLEANING } from '../../../shared/domain/scanning/scan-cleaning.ts'
import { usualSerialScanner, type ScannerSetting } from '../../../shared/domain/scanning/scanners.ts'
import { useAsk, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { keyOf, titleOf } from './scanner-name.ts'

const MOST = 8

interface Found {
  /** What tells it from the others plugged in now. */
  readonly key: string
  /** Where it is, whose make, its serial number. */
  readonly title: string
  readonly make: (name: string) => ScannerSetting
}

/** What is plugged in and not in use yet, to be chosen from. */
export function AddScanner(props: {
  readonly scanners: readonly ScannerSetting[]
  readonly onAdd: (scanner: ScannerSetting) => void
}) {
  const { scanners: words } = useTexts().devices
  const { scanners, onAdd } = props
  const [look, setLook] = useState(0)
  const [key, setKey] = useState('')
  const found = useFound(scanners, look)
  const chosen = found.find(device => device.key === key) ?? found[0]
  return (
    <form
      className="settings-form"
      onSubmit={event => {
        event.preventDefault()
        if (chosen) onAdd(chosen.make(words.usualName(scanners.length + 1)))
      }}
    >
      <label className="field">
        <span>{words.found}</span>
        <select className="input" value={chosen?.key ?? ''} onChange={event => setKey(event.target.value)}>
          {found.length === 0 && <option value="">{words.nothingFound}</option>}
          {found.map(device => (
            <option key={device.key} value={device.key}>
              {device.title}
            </option>
          ))}
        </select>
      </label>
      <Button onClick={() => setLook(look + 1)}>{words.lookAgain}</Button>
      <Button type="submit" tone="go" disabled={chosen === undefined || scanners.length >= MOST}>
        {words.add}
      </Button>
    </form>
  )
}

function useFound(scanners: readonly ScannerSetting[], look: number): readonly Found[] {
  const ports = useAsk('devices.serialPorts', undefined, look) ?? []
  const posScanners = useAsk('devices.hidScanners', undefined, look) ?? []
  const inUse = scanners.map(keyOf)
  const found: readonly Found[] = [
    ...posScanners.map(device => ({
      key: keyOf({ kind: 'hid', ...device }),
      title: titleOf(device.maker, device.model, device.serialNumber),
      make: (name: string): ScannerSetting => ({
        kind: 'hid',
        name,
        vendorId: device.vendorId,
        productId: device.productId,
        serialNumber: device.serialNumber || null,
        cleaning: NO_CLEANING
      })
    })),
    ...ports.map(({ path, maker, serialNumber }) => ({
      key: keyOf({ kind: 'serial', path }),
      title: titleOf(path, maker, serialNumber),
      make: (name: string): ScannerSetting => usualSerialScanner({ name, path, serialNumber: serialNumber || null })
    }))
  ]
  return found.filter(device => !inUse.includes(device.key))
}
