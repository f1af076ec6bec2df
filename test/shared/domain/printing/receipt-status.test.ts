import { expect, test } from 'vitest'
import { readReceiptStatus } from '../../../../shared/domain/printing/receipt-status.ts'

const CALM = { printer: 0x12, offline: 0x12, error: 0x12, paper: 0x12 } as const

test('a calm receipt printer has neither fault nor warning; its drawer says nothing of it', () => {
  expect(readReceiptStatus(CALM)).toEqual({ fault: null, warnings: [] })
  expect(readReceiptStatus({ ...CALM, printer: 0x16 })).toEqual({ fault: null, warnings: [] })
})

test.each([
  ['headOpen', { printer: 0x1a, offline: 0x16 }],
  ['paperOut', { printer: 0x1a, offline: 0x32 }],
  ['paperOut', { paper: 0x72 }],
  // Open for new paper.
  ['headOpen', { printer: 0x1a, offline: 0x36, paper: 0x72 }],
  ['cutter', { printer: 0x1a, offline: 0x52, error: 0x1a }],
  ['tooHot', { printer: 0x1a, offline: 0x52, error: 0x52 }],
  ['stopped', { printer: 0x1a, offline: 0x52, error: 0x32 }],
  ['stopped', { error: 0x16 }],
  ['stopped', { printer: 0x1a }]
] as const)('%s is read from its own answer', (fault, replies) => {
  expect(readReceiptStatus({ ...CALM, ...replies })).toEqual({ fault, warnings: [] })
})

test('paper that is nearly used up is a warning', () => {
  expect(readReceiptStatus({ ...CALM, paper: 0x1e })).toEqual({ fault: null, warnings: ['paperLow'] })
})
