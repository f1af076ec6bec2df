import { useView } from '../../page.ts'
import { AccountSettings } from './account-settings.tsx'
import { CommandSheet } from './command-sheet.tsx'
import { LookSettings } from './look-settings.tsx'
import { PackerSettings } from './packer-settings.tsx'
import { PackingSettings } from './packing-settings.tsx'
import { PrinterSettings } from './printer-settings.tsx'
import { ScannerSettings } from './scanner-settings.tsx'
import { ScannerTest } from './scanner-test.tsx'
import './settings.css'

/** Everything a person can set; each change holds at once. */
export function SettingsScreen() {
  const scannerTest = useView(view => view.scannerTest)
  if (scannerTest !== null) {
    return (
      <main className="settings">
        <ScannerTest test={scannerTest} />
      </main>
    )
  }
  return (
    <main className="settings">
      <div className="settings-columns">
        <LookSettings />
        <PackingSettings />
        <ScannerSettings />
        <PrinterSettings />
        <PackerSettings />
        <AccountSettings />
        <CommandSheet />
      </div>
    </main>
  )
}
