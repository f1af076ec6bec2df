import { SCAN_ENCODINGS, SCAN_SUFFIXES, type SerialScannerSetting } from '../../../shared/domain/scanning/scanners.ts'
import { useTexts } from '../../page.ts'
import { PickField } from './pick-field.tsx'

const BAUD_RATES: readonly number[] = [1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200]
const DATA_BITS: readonly SerialScannerSetting['dataBits'][] = [8, 7]
const STOP_BITS: readonly SerialScannerSetting['stopBits'][] = [1, 2]
const PARITIES: readonly SerialScannerSetting['parity'][] = ['none', 'even', 'odd', 'mark', 'space']

/** How the bytes come over the line, and where a scan ends; most scanners need none of it changed. */
export function SerialLine(props: {
  readonly scanner: SerialScannerSetting
  readonly onChange: (scanner: SerialScannerSetting) => void
}) {
  const { scanners: words } = useTexts().devices
  const { scanner, onChange } = props
  return (
    <details>
      <summary>{words.line}</summary>
      <div className="device-fields">
        <PickField
          name={words.suffix}
          value={scanner.suffix}
          choices={SCAN_SUFFIXES}
          show={suffix => words.suffixes[suffix]}
          onPick={suffix => onChange({ ...scanner, suffix })}
        />
        <PickField
          name={words.encoding}
          value={scanner.encoding}
          choices={SCAN_ENCODINGS}
          show={encoding => words.encodings[encoding]}
          onPick={encoding => onChange({ ...scanner, encoding })}
        />
        <PickField
          name={words.baudRate}
          value={scanner.baudRate}
          choices={BAUD_RATES.includes(scanner.baudRate) ? BAUD_RATES : [scanner.baudRate, ...BAUD_RATES]}
          show={String}
          onPick={baudRate => onChange({ ...scanner, baudRate })}
        />
        <PickField
          name={words.dataBits}
          value={scanner.dataBits}
          choices={DATA_BITS}
          show={String}
          onPick={dataBits => onChange({ ...scanner, dataBits })}
        />
        <PickField
          name={words.parity}
          value={scanner.parity}
          choices={PARITIES}
          show={parity => words.parities[parity]}
          onPick={parity => onChange({ ...scanner, parity })}
        />
        <PickField
          name={words.stopBits}
          value={scanner.stopBits}
          choices={STOP_BITS}
          show={String}
          onPick={stopBits => onChange({ ...scanner, stopBits })}
        />
      </div>
    </details>
  )
}
