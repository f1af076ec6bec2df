import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  badgeBarcode,
  commandBarcode,
  COMMANDS,
  isBadgeId,
  parseBadge,
  parseCommand,
  parseReprintReason,
  parseShelfReason,
  REPRINT_REASONS,
  reprintReasonBarcode,
  SHELF_REASONS,
  shelfReasonBarcode
} from '../../../../shared/domain/scanning/commands.ts'
import { underRussianLayout } from '../russian-layout.ts'

const BARCODES = [
  ...COMMANDS.map(command => [commandBarcode(command), parseCommand, command] as const),
  ...SHELF_REASONS.map(reason => [shelfReasonBarcode(reason), parseShelfReason, reason] as const),
  ...REPRINT_REASONS.map(reason => [reprintReasonBarcode(reason), parseReprintReason, reason] as const),
  ...['7', 'ANNA', '0123456789AZ'].map(id => [badgeBarcode(id), parseBadge, id] as const)
]

test('every barcode is read as itself in any case and under a Russian layout', () => {
  for (const [barcode, parse, expected] of BARCODES) {
    const lower = barcode.toLowerCase()
    for (const text of [barcode, lower, underRussianLayout(barcode), underRussianLayout(lower), ` ${barcode}\r\n`]) {
      expect(parse(text), text).toBe(expected)
    }
  }
})

test('every barcode has its own text, of characters that no layout or code table changes, and one meaning', () => {
  const texts = BARCODES.map(([barcode]) => barcode)
  expect(new Set(texts).size).toBe(texts.length)
  for (const text of texts) {
    expect(text).toMatch(/^VRSTK-[0-9A-Z-]+$/)
    const meanings = [parseCommand, parseShelfReason, parseReprintReason, parseBadge].filter(parse => parse(text))
    expect(meanings, text).toHaveLength(1)
  }
})

test('the texts on printed sheets stay what they are', () => {
  expect(commandBarcode('supplyDone')).toBe('VRSTK-SUPPLY-DONE')
  expect(shelfReasonBarcode('noCode')).toBe('VRSTK-S-NO-CODE')
  expect(reprintReasonBarcode('notPrinted')).toBe('VRSTK-R-NOT-PRINTED')
  expect(badgeBarcode('ANNA7')).toBe('VRSTK-P-ANNA7')
  expect(parseCommand('МКЫЕЛ-ГТВЩ')).toBe('undo')
})

test('a look-alike is no command and no badge', () => {
  for (const text of ['', 'VRSTK', 'VRSTK-', 'UNDO', 'VRSTK-UNDO2', 'VRſTK-UNDO', 'VRSTK-supplyDone', 'VRSTK--UNDO']) {
    expect(parseCommand(text), text).toBeNull()
  }
  for (const text of ['VRSTK-P-', 'VRSTK-P-0123456789ABC', 'VRSTK-P-A B', 'VRSTK-P-ß', 'VRSTK-P-A-B']) {
    expect(parseBadge(text), text).toBeNull()
  }
})

test('a badge is made for a right id only, and read back', () => {
  fc.assert(
    fc.property(fc.oneof(fc.stringMatching(/^[0-9A-Z]{1,12}$/), fc.string({ unit: 'binary' })), id => {
      if (isBadgeId(id)) expect(parseBadge(badgeBarcode(id).toLowerCase())).toBe(id)
      else expect(() => badgeBarcode(id)).toThrow('not a badge id')
    })
  )
})
