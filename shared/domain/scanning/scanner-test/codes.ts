import { gs1CheckDigit } from '../../codes/identifiers.ts'
import { GS } from '../../codes/marking-structure.ts'

export const TEST_CODE_IDS = ['digits', 'letters', 'marking', 'long'] as const
export type TestCodeId = (typeof TEST_CODE_IDS)[number]

/** One of the four codes that a scanner is checked with. */
export interface TestCode {
  readonly id: TestCodeId
  readonly symbology: 'ean13' | 'qrcode' | 'gs1datamatrix'
  /** What a scanner reads from it, AIM identifier aside. */
  readonly text: string
}

/** Of the range that shops number for themselves, so that no product has it; told apart by their first digits. */
const IN_HOUSE = ['201234567890', '215000000001', '229999999990'] as const
const [PRODUCT, SHORT_GTIN, LONG_GTIN] = IN_HOUSE.map(body => body + gs1CheckDigit(body))
/** Both cases and punctuation of the GS1 alphabet. */
const SERIAL = `5aB'cD"e&F?gH`
/** In the alphabet of a signature; no two places of a cut look alike. */
const SIGNATURE = 'Qw1Er2Ty3Ui4Op5As6Df7Gh8Jk9Lz0Xc+Vb/NmqWeRt='

/**
 * An EAN-13; a QR code with both cases and all that moves under another layout; a marking code with two GS; the longest marking
 * code there is, of 129 characters. Together they show every fault that `judge` knows.
 */
export const TEST_CODES: readonly TestCode[] = [
  { id: 'digits', symbology: 'ean13', text: PRODUCT ?? '' },
  { id: 'letters', symbology: 'qrcode', text: `Verstak!zYqW-mA_x/B?c:D;e'F"g&H%i#J@k$7` },
  {
    id: 'marking',
    symbology: 'gs1datamatrix',
    text: `010${SHORT_GTIN}21${SERIAL}${GS}91EE10${GS}92${SIGNATURE}`
  },
  {
    id: 'long',
    symbology: 'gs1datamatrix',
    text: `010${LONG_GTIN}21${SERIAL}${GS}91EE11${GS}92${SIGNATURE.slice(0, -1)}a${SIGNATURE}`
  }
]

/** The test code of this name. */
export function testCode(id: TestCodeId): TestCode {
  const code = TEST_CODES.find(one => one.id === id)
  if (code === undefined) throw new Error(`no test code ${id}`)
  return code
}
