import { useAsk, useTexts } from '../../page.ts'
import type { PrinterChoice } from './printer-choice.ts'
import { SettingsLine } from './settings-parts.tsx'

const NONE = ''
const BAUD_RATES: readonly number[] = [9600, 19_200, 38_400, 57_600, 115_200]

/** The COM port of a serial printer, and its speed. */
export function PrinterPort({ printer, onSave }: PrinterChoice) {
  const { settings: words } = useTexts()
  const ports = useAsk('devices.serialPorts', undefined) ?? []
  const given = printer.kind === 'serial' ? printer : { path: NONE, baudRate: 9600 }
  const listed = ports.map(port => ({
    path: port.path,
    name: [port.path, port.maker, port.serialNumber].filter(part => part !== '').join(' · ')
  }))
  const isListed = given.path === NONE || listed.some(({ path }) => path === given.path)
  return (
    <>
      <SettingsLine name={words.printerPort}>
        <select
          className="input"
          aria-label={words.printerPort}
          value={given.path}
          onChange={event => {
            if (event.target.value !== NONE) onSave({ ...given, kind: 'serial', path: event.target.value })
          }}
        >
          {given.path === NONE && <option value={NONE}>{words.choosePort}</option>}
          {!isListed && <option value={given.path}>{given.path}</option>}
          {listed.map(({ path, name }) => (
            <option key={path} value={path}>
              {name}
            </option>
          ))}
        </select>
      </SettingsLine>
      {given.path !== NONE && (
        <SettingsLine name={words.printerBaud}>
          <select
            className="input"
            aria-label={words.printerBaud}
            value={given.baudRate}
            onChange={event => onSave({ ...given, kind: 'serial', baudRate: Number(event.target.value) })}
          >
            {BAUD_RATES.map(rate => (
              <option key={rate}>{rate}</option>
            ))}
          </select>
        </SettingsLine>
      )}
    </>
  )
}
