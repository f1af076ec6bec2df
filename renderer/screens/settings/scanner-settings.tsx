import { useAsk, useTexts } from '../../page.ts'
import { SettingsGroup, SettingsLine, SettingsSlider, useSettings } from './settings-parts.tsx'

const NONE = ''
const BAUD_RATES: readonly number[] = [9600, 19_200, 38_400, 57_600, 115_200]

/** The scanner: how it types, or on which port it speaks. */
export function ScannerSettings() {
  const { settings: words } = useTexts()
  const [{ repeatMs, wedgeGapMs, serialScanner }, change] = useSettings()
  const ports = useAsk('devices.serialPorts', undefined) ?? []
  const path = serialScanner?.path ?? NONE
  const baudRate = serialScanner?.baudRate ?? 9600
  const isListed = path === NONE || ports.some(port => port.path === path)
  return (
    <SettingsGroup title={words.scanner}>
      <SettingsSlider
        name={words.wedgeGapMs}
        value={wedgeGapMs}
        minimum={10}
        maximum={500}
        step={5}
        show={words.milliseconds}
        onSet={value => change({ wedgeGapMs: value })}
      />
      <SettingsSlider
        name={words.repeatMs}
        value={repeatMs}
        minimum={0}
        maximum={5000}
        step={100}
        show={words.milliseconds}
        onSet={value => change({ repeatMs: value })}
      />
      <SettingsLine name={words.serial}>
        <select
          className="input"
          aria-label={words.serial}
          value={path}
          onChange={event => {
            const chosen = event.target.value
            void change({ serialScanner: chosen === NONE ? null : { path: chosen, baudRate } })
          }}
        >
          <option value={NONE}>{words.noSerial}</option>
          {!isListed && <option value={path}>{path}</option>}
          {ports.map(port => (
            <option key={port.path} value={port.path}>
              {[port.path, port.maker, port.serialNumber].filter(part => part !== '').join(' · ')}
            </option>
          ))}
        </select>
      </SettingsLine>
      {serialScanner !== null && (
        <SettingsLine name={words.baud}>
          <select
            className="input"
            aria-label={words.baud}
            value={baudRate}
            onChange={event => change({ serialScanner: { path, baudRate: Number(event.target.value) } })}
          >
            {BAUD_RATES.map(rate => (
              <option key={rate}>{rate}</option>
            ))}
          </select>
        </SettingsLine>
      )}
    </SettingsGroup>
  )
}
