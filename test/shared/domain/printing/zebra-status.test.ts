import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  createZebraReplyReader,
  formatZebraStatus,
  type ZebraReply,
  type ZebraStatus
} from '../../../../shared/domain/printing/zebra-status.ts'

function read(...chunks: readonly string[]): ZebraReply[] {
  const replies: ZebraReply[] = []
  const push = createZebraReplyReader(reply => replies.push(reply))
  for (const chunk of chunks) push(chunk)
  return replies
}

/** The answer of a calm printer, written out by hand from the maker's field list. */
function answer(first: string, second: string): string {
  return `\u0002${first}\u0003\r\n\u0002${second}\u0003\r\n\u00021234,0\u0003\r\n`
}

const CALM_FIRST = '030,0,0,1245,000,0,0,0,000,0,0,0'
const CALM_SECOND = '000,0,0,0,0,2,4,0,00000000,1,000'

test('a calm printer has nothing waiting and no fault', () => {
  expect(read(answer(CALM_FIRST, CALM_SECOND))).toEqual([
    { kind: 'status', status: { fault: null, labelsWaiting: 0, formatsWaiting: 0 } }
  ])
})

test.each([
  ['paperOut', '030,1,0,1245,000,0,0,0,000,0,0,0', CALM_SECOND],
  ['paperOut', '030,1,1,1245,000,0,0,0,000,0,0,0', CALM_SECOND],
  ['paused', '030,0,1,1245,000,0,0,0,000,0,0,0', CALM_SECOND],
  ['bufferFull', '030,0,0,1245,000,1,0,0,000,0,0,0', CALM_SECOND],
  ['tooCold', '030,0,0,1245,000,0,0,0,000,0,1,0', CALM_SECOND],
  ['tooHot', '030,0,0,1245,000,0,0,0,000,0,0,1', CALM_SECOND],
  ['headOpen', CALM_FIRST, '000,0,1,0,0,2,4,0,00000000,1,000'],
  ['headOpen', '030,1,1,1245,000,0,0,0,000,0,0,0', '000,0,1,0,0,2,4,0,00000000,1,000'],
  ['ribbonOut', CALM_FIRST, '000,0,0,1,1,2,4,0,00000000,1,000'],
  ['labelWaiting', CALM_FIRST, '000,0,0,0,0,1,4,1,00000000,1,000']
])('%s is read from its own field, the cause before the pause that it brings', (fault, first, second) => {
  expect(read(answer(first, second))).toEqual([
    { kind: 'status', status: { fault, labelsWaiting: 0, formatsWaiting: 0 } }
  ])
})

test('what waits is counted', () => {
  const first = '030,0,0,1245,002,0,0,0,000,0,0,0'
  const second = '000,0,0,0,0,2,4,0,00000007,1,000'
  expect(read(answer(first, second))).toEqual([
    { kind: 'status', status: { fault: null, labelsWaiting: 7, formatsWaiting: 2 } }
  ])
})

test('an answer that lost its beginning is skipped, and the next one is read', () => {
  const whole = answer(CALM_FIRST, CALM_SECOND)
  expect(read(whole.slice(20), whole)).toHaveLength(1)
  expect(read(whole.slice(0, 50), whole)).toHaveLength(1)
})

test('a value is read without its quotes, between two answers too', () => {
  const whole = answer(CALM_FIRST, CALM_SECOND)
  expect(read(`${whole}"12345"\r\n${whole}"?"`).map(reply => (reply.kind === 'variable' ? reply.value : '~'))).toEqual([
    '~',
    '12345',
    '~',
    '?'
  ])
})

test('noise without end is not kept', () => {
  expect(read(`"${'x'.repeat(100_000)}`, '"7"')).toEqual([{ kind: 'variable', value: '7' }])
  expect(read('"half a line\r\n', '"7"')).toEqual([{ kind: 'variable', value: '7' }])
})

test('what is written is read back the same, whatever the chunks', () => {
  const status: fc.Arbitrary<ZebraStatus> = fc.record({
    fault: fc.constantFrom(null, 'headOpen', 'paperOut', 'ribbonOut', 'tooHot', 'tooCold', 'bufferFull', 'paused'),
    labelsWaiting: fc.nat(9999),
    formatsWaiting: fc.nat(99)
  })
  fc.assert(
    fc.property(status, fc.array(fc.nat(120), { maxLength: 8 }), (wanted, cuts) => {
      const text = formatZebraStatus(wanted)
      const at = [0, ...cuts.toSorted((a, b) => a - b), text.length]
      const chunks = at.slice(1).map((end, index) => text.slice(at[index], end))
      expect(read(...chunks)).toEqual([{ kind: 'status', status: wanted }])
    })
  )
})
