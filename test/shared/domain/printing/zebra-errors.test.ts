import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatZebraErrors } from '../../../../shared/domain/printing/zebra-errors.ts'
import {
  createZebraReplyReader,
  formatZebraStatus,
  type ZebraReply
} from '../../../../shared/domain/printing/zebra-status.ts'

function read(...chunks: readonly string[]): ZebraReply[] {
  const replies: ZebraReply[] = []
  const push = createZebraReplyReader(reply => replies.push(reply))
  for (const chunk of chunks) push(chunk)
  return replies
}

/** An answer written out by hand from the maker's example. */
function answer(errors: string, warnings = '0 00000000 00000000'): string {
  const lines = ['', 'PRINTER STATUS', `   ERRORS:         ${errors}`, `   WARNINGS:       ${warnings}`, '']
  return `\u0002${lines.join('\r\n')}\u0003`
}

test.each([
  ['0 00000000 00000000', null],
  ['1 00000000 00000001', 'paperOut'],
  ['1 00000000 00000002', 'ribbonOut'],
  ['1 00000000 00000004', 'headOpen'],
  ['1 00000000 00000008', 'cutter'],
  ['1 00000000 00000010', 'tooHot'],
  ['1 00000000 00000020', 'motorHot'],
  ['1 00000000 00000040', 'headFailed'],
  ['1 00000000 00000080', 'headFailed'],
  ['1 00000000 00010000', 'paused'],
  ['1 00000000 00010004', 'headOpen'],
  ['1 00000000 00010005', 'headOpen'],
  ['1 00000000 00010001', 'paperOut'],
  ['1 00000000 00001000', 'stopped'],
  // The flag says that there is nothing, whatever stands behind it.
  ['0 00000000 00000001', null]
] as const)('errors %s mean %s', (errors, fault) => {
  expect(read(answer(errors))).toEqual([{ kind: 'errors', errors: { fault, warnings: [] } }])
})

test('warnings are told apart, several at once', () => {
  const warningsOf = (bits: string) =>
    read(answer('0 00000000 00000000', bits)).map(reply => reply.kind === 'errors' && reply.errors.warnings)
  expect(warningsOf('1 00000000 00000001')).toEqual([['calibrate']])
  expect(warningsOf('1 00000000 00000002')).toEqual([['cleanHead']])
  expect(warningsOf('1 00000000 00000004')).toEqual([['replaceHead']])
  expect(warningsOf('1 00000000 00000006')).toEqual([['cleanHead', 'replaceHead']])
})

test('an answer that lost its end spoils no later one, and one that lost its beginning is skipped', () => {
  const whole = answer('1 00000000 00000001')
  expect(read(whole.slice(0, 60), whole)).toHaveLength(1)
  expect(read(whole.slice(-30), whole)).toHaveLength(1)
  expect(read('x'.repeat(100_000), '\r\n', whole)).toHaveLength(1)
})

test('answers to all three questions are read side by side, whatever the chunks', () => {
  const status = { fault: 'paperOut', labelsWaiting: 0, formatsWaiting: 1 } as const
  const errors = { fault: 'paperOut', warnings: ['cleanHead'] } as const
  const text = `${formatZebraStatus(status)}${formatZebraErrors(errors)}"1001"${formatZebraStatus(status)}`
  fc.assert(
    fc.property(fc.array(fc.nat(text.length), { maxLength: 12 }), cuts => {
      const at = [0, ...cuts.toSorted((a, b) => a - b), text.length]
      expect(read(...at.slice(1).map((end, index) => text.slice(at[index], end)))).toEqual([
        { kind: 'status', status },
        { kind: 'errors', errors },
        { kind: 'variable', value: '1001' },
        { kind: 'status', status }
      ])
    })
  )
})
