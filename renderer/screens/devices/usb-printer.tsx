import { useAsk, useTexts } from '../../page.ts'
import type { LinkChoice } from './link-choice.ts'
import { PluggedField } from './plugged-field.tsx'
import { titleOf } from './scanner-name.ts'

/** Which of the USB printers that are plugged in. */
export function UsbPrinter({ link, onChange, look }: LinkChoice) {
  const { devices: words } = useTexts()
  const listed = useAsk('devices.usbPrinters', undefined, look)
  const chosen = link?.kind === 'usb' ? link : null
  const isListed = chosen === null || listed === null || listed.some(one => keyOf(one) === keyOf(chosen))
  const printers = isListed ? listed : [chosen, ...listed]
  return (
    <PluggedField
      name={words.plugged}
      chosen={chosen === null ? null : keyOf(chosen)}
      found={
        printers?.map(one => ({ key: keyOf(one), title: titleOf(one.name || keyOf(one), one.serialNumber) })) ?? null
      }
      nothing={words.nothingPlugged}
      onPick={key => {
        const next = printers?.find(one => keyOf(one) === key)
        if (next !== undefined) onChange({ ...next, kind: 'usb' })
      }}
    />
  )
}

function keyOf(one: { readonly vendorId: number; readonly productId: number; readonly serialNumber: string }): string {
  return `${one.vendorId.toString(16)}:${one.productId.toString(16)}:${one.serialNumber}`
}
