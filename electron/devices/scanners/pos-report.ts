import type { ScannerPort } from '../../station/ports/ports.ts'
import { decodeText, MAX_FRAME_BYTES, UNREADABLE_FRAME } from './framing.ts'

/** HID Point of Sale Usage Tables 1.02: the bar code scanner's report of what it read. */
const SCANNED_DATA = 0x02
const LENGTH_AT = 1
const AIM_AT = 2
const DATA_AT = 5

/** What one report of decoded data carries. */
interface ScannedData {
  /** `]` and two characters; empty where the scanner names no symbology. */
  readonly aim: string
  readonly data: Uint8Array
  readonly isContinued: boolean
}

/**
 * Id, count, three bytes of AIM identifier, data, at the very end whether more follows; makers differ in what lies between.
 * Null: not such a report.
 */
function parsePosReport(report: Uint8Array): ScannedData | null {
  const length = report[LENGTH_AT] ?? 0
  const end = report.length - 1
  if (report[0] !== SCANNED_DATA || end < DATA_AT || length > end - DATA_AT) return null
  const symbology = String.fromCharCode(...report.subarray(AIM_AT, DATA_AT)).match(/^\]?([A-Za-z][0-9A-Za-z])\0?$/)
  return {
    aim: symbology ? `]${symbology[1]}` : '',
    data: report.subarray(DATA_AT, DATA_AT + length),
    isContinued: ((report[end] ?? 0) & 1) === 1
  }
}

/** Joins reports to scans, each with its AIM identifier before it; one that is over-long becomes unreadable. */
export function createPosReader(onFrame: Parameters<ScannerPort['start']>[0]['onFrame']): (report: Uint8Array) => void {
  let bytes: number[] = []
  let tooLong = false

  return report => {
    const part = parsePosReport(report)
    if (part === null) return
    if (bytes.length + part.data.length > MAX_FRAME_BYTES) tooLong = true
    else bytes.push(...part.data)
    if (part.isContinued) return
    const text = decodeText(Uint8Array.from(bytes), 'auto').replace(/[\r\n\t]+$/, '')
    if (tooLong) onFrame(UNREADABLE_FRAME)
    else if (text !== '') onFrame(text.startsWith(']') ? text : `${part.aim}${text}`)
    bytes = []
    tooLong = false
  }
}
