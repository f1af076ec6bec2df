import { useState } from 'react'
import type { Settings } from '../../../shared/domain/settings.ts'
import { usePage, useTexts, useView } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Chips } from '../../ui/chips.tsx'
import { PrintQueue } from './print-queue.tsx'
import { PrinterAddress } from './printer-address.tsx'
import { PrinterPort } from './printer-port.tsx'
import { SettingsGroup, SettingsLine, useSettings } from './settings-parts.tsx'
import { UsbPrinter } from './usb-printer.tsx'

const MEDIAS: readonly Settings['media'][] = ['58x40', '40x30']

/** Which printer, and what label is in it. */
export function PrinterSettings() {
  const { calls } = usePage()
  const { settings: words } = useTexts()
  const isPractice = useView(view => view.mode === 'practice')
  const [{ printer, media }, change] = useSettings()
  const [kind, setKind] = useState<Settings['printer']['kind']>(printer.kind)
  const kinds = (['none', 'practice', 'usb', 'tcp', 'serial', 'queue'] as const).filter(
    value => value !== 'practice' || isPractice || kind === value
  )
  return (
    <SettingsGroup title={words.printer}>
      <SettingsLine name={words.printer}>
        <Chips
          label={words.printer}
          value={kind}
          choices={kinds.map(value => ({ value, name: words.printers[value] }))}
          onChoose={value => {
            setKind(value)
            if (value === 'none' || value === 'practice') void change({ printer: { kind: value } })
          }}
        />
      </SettingsLine>
      {kind === 'tcp' && <PrinterAddress printer={printer} onSave={next => change({ printer: next })} />}
      {kind === 'usb' && <UsbPrinter printer={printer} onSave={next => change({ printer: next })} />}
      {kind === 'serial' && <PrinterPort printer={printer} onSave={next => change({ printer: next })} />}
      {kind === 'queue' && <PrintQueue printer={printer} onSave={next => change({ printer: next })} />}
      <SettingsLine name={words.media}>
        <Chips
          label={words.media}
          value={media}
          choices={MEDIAS.map(value => ({ value, name: words.medias[value] }))}
          onChoose={value => change({ media: value })}
        />
      </SettingsLine>
      <Button icon="printer" onClick={() => void calls.act('devices.printTest', undefined)}>
        {words.printTest}
      </Button>
    </SettingsGroup>
  )
}
