import { assertNever } from '../../../shared/domain/assert.ts'
import { usePart, useView } from '../../page.ts'
import { useSettings } from '../settings/settings-parts.tsx'
import { AddPrinter } from './add-printer.tsx'
import { chosenOf, openDevice, type Chosen } from './chosen.ts'
import { DeviceList } from './device-list.tsx'
import { PrinterPanel } from './printer-panel.tsx'
import { RoutesPanel } from './routes-panel.tsx'
import { keyOf } from './scanner-name.ts'
import { AddScannerPanel, ScannerPanel, TypingPanel } from './scanner-panels.tsx'
import { ScannerTest } from './scanner-test.tsx'
import '../settings/settings.css'
import './device-panel.css'
import './devices.css'

/** Printers and scanners with how they are; the chosen one, or where labels go, at the right. */
export function DevicesScreen() {
  const scannerTest = useView(view => view.scannerTest)
  const [{ printers, scanners }] = useSettings()
  const picked = chosenOf(usePart(state => state.route.thing ?? null))
  if (scannerTest !== null) {
    return (
      <main className="settings">
        <ScannerTest test={scannerTest} />
      </main>
    )
  }
  const isHere =
    picked !== null &&
    (picked.kind !== 'printer' || printers.some(({ id }) => id === picked.id)) &&
    (picked.kind !== 'scanner' || scanners.some(scanner => keyOf(scanner) === picked.key))
  const chosen: Chosen = isHere ? picked : first(printers[0]?.id)
  return (
    <main className="devices">
      <DeviceList chosen={chosen} onChoose={openDevice} />
      <Panel chosen={chosen} onChoose={openDevice} />
    </main>
  )
}

function first(printerId: string | undefined): Chosen {
  return printerId === undefined ? { kind: 'addPrinter' } : { kind: 'printer', id: printerId }
}

function Panel(props: { readonly chosen: Chosen; readonly onChoose: (chosen: Chosen) => void }) {
  const { chosen, onChoose } = props
  switch (chosen.kind) {
    case 'printer':
      return <PrinterPanel key={chosen.id} id={chosen.id} />
    case 'addPrinter':
      return <AddPrinter onAdded={id => onChoose({ kind: 'printer', id })} />
    case 'routes':
      return <RoutesPanel />
    case 'scanner':
      return <ScannerPanel key={chosen.key} scannerKey={chosen.key} />
    case 'typing':
      return <TypingPanel />
    case 'addScanner':
      return <AddScannerPanel onAdded={key => onChoose({ kind: 'scanner', key })} />
    default:
      return assertNever(chosen)
  }
}
