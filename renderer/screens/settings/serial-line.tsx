import { SCAN_ENCODINGS, SCAN_SUFFIXES, type SerialScannerSetting } from '../../../shared/domain/scanners.ts'
import { useTexts } from '../../page.ts'
import { SettingsLine } from './settings-parts.tsx'

const BAUD_RATES: readonly number[] = [1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200]
const DATA_BITS: readonly SerialScannerSetting['dataBits'][] = [8, 7]
const STOP_BITS: readonly SerialScannerSetting['stopBits'][] = [1, 2]
const PARITIES: readonly SerialScannerSetting['parity'][] = ['none', 'even', 'odd', 'mark', 'space']

/** How the bytes come over the line, and where a scan ends; most scanners need none of it changed. */
export function SerialLine(props: {
  readonly scanner: SerialScannerSetting
  readonly onChange: (scanner: SerialScannerSetting) => void
}) {
  const { scanners: words } = useTexts().settings
  const { scanner, onChange } = props
  return (
    <details>
      <summary>{words.line}</summary>
      <Pick
        name={words.suffix}
        value={scanner.suffix}
        choices={SCAN_SUFFIXES}
        show={suffix => words.suffixes[suffix]}
        onPick={suffix => onChange({ ...scanner, suffix })}
      />
      <Pick
        name={words.encoding}
        value={scanner.encoding}
        choices={SCAN_ENCODINGS}
        show={encoding => words.encodings[encoding]}
        onPick={encoding => onChange({ ...scanner, encoding })}
      />
      <Pick
        name={words.baudRate}
        value={scanner.baudRate}
        choices={BAUD_RATES.includes(scanner.baudRate) ? BAUD_RATES : [scanner.baudRate, ...BAUD_RATES]}
        show={String}
        onPick={baudRate => onChange({ ...scanner, baudRate })}
      />
      <Pick
        name={words.dataBits}
        value={scanner.dataBits}
        choices={DATA_BITS}
        show={String}
        onPick={dataBits => onChange({ ...scanner, dataBits })}
      />
      <Pick
        name={words.parity}
        value={scanner.parity}
        choices={PARITIES}
        show={parity => words.parities[parity]}
        onPick={parity => onChange({ ...scanner, parity })}
      />
      <Pick
        name={words.stopBits}
        value={scanner.stopBits}
        choices={STOP_BITS}
        show={String}
        onPick={stopBits => onChange({ ...scanner, stopBits })}
      />
    </details>
  )
}

function Pick<T extends string | number>(props: {
  readonly name: string
  readonly value: T
  readonly choices: readonly T[]
  readonly show: (value: T) => string
  readonly onPick: (value: T) => void
}) {
  return (
    <SettingsLine name={props.name}>
      <select
        className="input"
        aria-label={props.name}
        value={String(props.value)}
        onChange={event => {
          const picked = props.choices.find(choice => String(choice) === event.target.value)
          if (picked !== undefined) props.onPick(picked)
        }}
      >
        {props.choices.map(choice => (
          <option key={choice} value={String(choice)}>
            {props.show(choice)}
          </option>
        ))}
      </select>
    </SettingsLine>
  )
}
