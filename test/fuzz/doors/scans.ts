import { checkExpiration } from '../../../shared/domain/codes/expiration.ts'
import { formatForPerson, restoreSeparator } from '../../../shared/domain/codes/gs1.ts'
import {
  makeDeclaration,
  makeEan13,
  makeImei,
  makeMarkingCode,
  makeUin
} from '../../../shared/domain/printing/samples.ts'
import * as own from '../../../shared/domain/scanning/commands.ts'
import { decodeScan, stickerKeys } from '../../../shared/domain/scanning/scan.ts'
import { judge } from '../../../shared/domain/scanning/scanner-test/judge.ts'
import { TEST_CODES } from '../../../shared/domain/scanning/scanner-test/codes.ts'
import { plainReading } from '../../../shared/domain/scanning/scanner-test/reading.ts'
import { LONG_MARKING_CODE, MARKING_CODE } from '../../support/label-samples.ts'
import { door, type Door } from '../door.ts'
import { mutateText, showText } from '../mutate.ts'

const TODAY = { year: 2026, month: 11, day: 20 }
const gtin = makeEan13(7)

/** A text of each kind that comes from a scanner. */
export const SCANS: readonly string[] = [
  makeEan13(1),
  '46000001',
  `1${makeEan13(3)}`,
  MARKING_CODE,
  LONG_MARKING_CODE,
  `]d2${makeMarkingCode({ gtin, seed: 1, tail: 'short' })}`,
  makeMarkingCode({ gtin, seed: 2, tail: 'crypto' }),
  `]C1010${gtin}17301231`,
  `010${gtin}70033012312359`,
  makeImei(4),
  '35-209900-176148-1',
  makeUin(5),
  makeDeclaration(6),
  '31.12.2030',
  '20301231',
  '!8Sxk9a2',
  '*CLSGqp3aX',
  'WB-GI-1234567',
  'WB-TRBX-1234567',
  '$WBMP:1:2:1234567',
  '170046918-0011',
  own.commandBarcode('next'),
  own.shelfReasonBarcode('damaged'),
  own.reprintReasonBarcode('lost'),
  own.pointBarcode(300_100),
  own.cityBarcode(3),
  own.placeBarcode('A-12'),
  own.badgeBarcode('7A'),
  own.parcelBarcode(13_833_711),
  'wb-gi-1234567',
  'ЦИ-ПШ-1234567',
  'NOREAD',
  '\ufffd',
  ...TEST_CODES.map(({ text }) => text)
]

/** Any text is some kind of scan, and says the same when it is read again as it was kept. */
export function openScans(): Door {
  return door<string>({
    name: 'scans',
    share: 30,
    samples: SCANS,
    mutate: mutateText,
    enter(text) {
      const scan = decodeScan(text)
      const again = decodeScan(scan.raw)
      if (again.kind !== scan.kind || again.symbol !== scan.symbol) throw new Error(`then it was ${again.kind}`)
      const keys = stickerKeys(scan).length
      if (text.length % 8 === 0) {
        restoreSeparator(scan.symbol, MARKING_CODE)
        formatForPerson(scan.symbol)
        judge(plainReading(text), 0)
      }
      switch (scan.kind) {
        case 'markingCode':
          return `${scan.kind} ${scan.check.kind === 'bad' ? scan.check.problem.code : 'fine'}`
        case 'imei':
          return `${scan.kind} ${scan.check.kind}`
        case 'expiration':
          return `${scan.kind} ${checkExpiration(scan.text, TODAY).kind}`
        case 'command':
          return `${scan.kind} ${scan.command}`
        case 'unknown':
          return `${scan.kind} ${scan.reason} ${keys}`
        default:
          return scan.kind
      }
    },
    words: [
      'product',
      'markingCode fine',
      'imei bad',
      'uin',
      'expiration ok',
      'sticker',
      'supply',
      'box',
      'pickupCode'
    ],
    show: showText
  })
}
