import { useAsk, useTexts } from '../../page.ts'
import type { LinkChoice } from './link-choice.ts'
import { PickField } from './pick-field.tsx'
import { PluggedField } from './plugged-field.tsx'
import { titleOf } from './scanner-name.ts'

const BAUD_RATES: readonly number[] = [9600, 19_200, 38_400, 57_600, 115_200]

/** The COM port of a serial printer, and its speed. */
export function PrinterPort({ link, onChange, look }: LinkChoice) {
  const { devices: words } = useTexts()
  const ports = useAsk('devices.serialPorts', undefined, look)
  const given = link?.kind === 'serial' ? link : null
  return (
    <>
      <PluggedField
        name={words.printerPort}
        chosen={given?.path ?? null}
        found={
          ports?.map(({ path, maker, serialNumber }) => ({ key: path, title: titleOf(path, maker, serialNumber) })) ??
          null
        }
        nothing={words.nothingPlugged}
        onPick={path => onChange({ kind: 'serial', path, baudRate: given?.baudRate ?? 9600 })}
      />
      {given !== null && (
        <PickField
          name={words.printerBaud}
          value={given.baudRate}
          choices={BAUD_RATES.includes(given.baudRate) ? BAUD_RATES : [given.baudRate, ...BAUD_RATES]}
          show={String}
          onPick={baudRate => onChange({ ...given, baudRate })}
        />
      )}
    </>
  )
}
