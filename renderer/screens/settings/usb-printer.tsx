import { useAsk, useTexts } from '../../page.ts'
import type { PrinterChoice } from './printer-choice.ts'
import { SettingsLine } from './settings-parts.tsx'

const NONE = ''

/** Which of the USB printers that are plugged in; the chosen one stays in the list when it is not. */
export function UsbPrinter({ printer, onSave }: PrinterChoice) {
  const { settings: words } = useTexts()
  const listed = useAsk('devices.usbPrinters', undefined) ?? []
  const chosen = printer.kind === 'usb' ? printer : null
  const isListed = chosen === null || listed.some(one => keyOf(one) === keyOf(chosen))
  const printers = isListed ? listed : [chosen, ...listed]
  return (
    <SettingsLine name={words.usbPrinter}>
      <select
        className="input"
        aria-label={words.usbPrinter}
        value={chosen === null ? NONE : keyOf(chosen)}
        onChange={event => {
          const next = printers.find(one => keyOf(one) === event.target.value)
          if (next !== undefined) onSave({ ...next, kind: 'usb' })
        }}
      >
        {chosen === null && <option value={NONE}>{printers.length === 0 ? words.noUsbPrinters : '—'}</option>}
        {printers.map(one => (
          <option key={keyOf(one)} value={keyOf(one)}>
            {[one.name === '' ? keyOf(one) : one.name, one.serialNumber].filter(part => part !== '').join(' · ')}
          </option>
        ))}
      </select>
    </SettingsLine>
  )
}

function keyOf(one: { readonly vendorId: number; readonly productId: number; readonly serialNumber: string }): string {
  return `${one.vendorId.toString(16)}:${one.productId.toString(16)}:${one.serialNumber}`
}
