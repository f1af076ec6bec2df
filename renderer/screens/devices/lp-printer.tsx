import { useAsk, useTexts } from '../../page.ts'
import type { LinkChoice } from './link-choice.ts'
import { PluggedField } from './plugged-field.tsx'
import { titleOf } from './scanner-name.ts'

/** Which of the USB printers that Linux' own driver holds. */
export function LpPrinter({ link, onChange, look }: LinkChoice) {
  const { devices: words } = useTexts()
  const listed = useAsk('devices.lpPrinters', undefined, look)
  return (
    <PluggedField
      name={words.plugged}
      chosen={link?.kind === 'lp' ? link.path : null}
      found={
        listed?.map(({ path, name, serialNumber }) => ({
          key: path,
          title: titleOf(path, name, serialNumber ?? '')
        })) ?? null
      }
      nothing={words.nothingPlugged}
      onPick={key => {
        const found = listed?.find(({ path }) => path === key)
        if (found !== undefined) onChange({ kind: 'lp', path: found.path, serialNumber: found.serialNumber || null })
      }}
    />
  )
}
