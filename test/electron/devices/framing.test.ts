import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFramer, MAX_FRAME_BYTES, UNREADABLE_FRAME } from '../../../electron/devices/scanners/framing.ts'
import type { FrameFacts } from '../../../shared/domain/scanning/scanner-test/reading.ts'
import type { ScanEncoding, ScanSuffix } from '../../../shared/domain/scanning/scanners.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

const utf8 = new TextEncoder()
/** Terminators, STX, and the byte order mark that decoding takes off. */
const SPECIAL = ['\u0002', '\u0003', '\t', '\n', '\r', '\uFEFF']

interface How {
  readonly suffix: ScanSuffix
  readonly encoding: ScanEncoding
}

function collect(how: How = { suffix: 'any', encoding: 'auto' }): {
  frames: string[]
  push: (bytes: Uint8Array) => void
  close: () => void
  clock: ReturnType<typeof createVirtualClock>
} {
  const clock = createVirtualClock()
  const frames: string[] = []
  const framer = createFramer({ clock, ...how, onFrame: text => frames.push(text) })
  return { frames, push: bytes => framer.push(bytes), close: () => framer.close(), clock }
}

test.each(['\r', '\n', '\r\n', '\t', '\u0003'])('a frame ends at terminator %j, which is not part of it', end => {
  const { frames, push } = collect()
  push(utf8.encode(`4600000000017${end}!uKEtQZVx${end}`))
  expect(frames).toEqual(['4600000000017', '!uKEtQZVx'])
})

test('STX and ETX around a frame are dropped, and GS inside stays', () => {
  const { frames, push } = collect()
  push(utf8.encode('\u0002010460000000001721abc\u001d91EE10\u0003'))
  expect(frames).toEqual(['010460000000001721abc\u001d91EE10'])
})

test('a frame without a terminator ends after the pause, not before, and each byte starts the pause anew', async () => {
  const { frames, push, clock } = collect()
  push(utf8.encode('4600'))
  await clock.advance(119)
  push(utf8.encode('0001'))
  await clock.advance(119)
  expect(frames).toEqual([])
  await clock.advance(1)
  expect(frames).toEqual(['46000001'])
  push(utf8.encode('\r\n'))
  expect(frames).toEqual(['46000001'])
  expect(clock.pending()).toBe(0)
})

test('Cyrillic is read in UTF-8 and in Windows-1251', () => {
  const { frames, push } = collect()
  push(utf8.encode('Анна\r'))
  push(Uint8Array.of(0xc0, 0xed, 0xed, 0xe0, 0x0d))
  expect(frames).toEqual(['Анна', 'Анна'])
})

test('a frame over the bound is told as unreadable, once, and the next one is read again', () => {
  const { frames, push } = collect()
  push(new Uint8Array(MAX_FRAME_BYTES).fill(0x41))
  push(utf8.encode('\r'))
  push(new Uint8Array(MAX_FRAME_BYTES + 5000).fill(0x41))
  push(utf8.encode('\r123\r'))
  expect(frames).toEqual(['A'.repeat(MAX_FRAME_BYTES), UNREADABLE_FRAME, '123'])
})

test('any split of the bytes gives the same frames', () => {
  const frame = fc.oneof(
    fc.string({ unit: fc.constantFrom('0', '1', 'A', 'я', '\u001d', '!', ' '), minLength: 1, maxLength: 40 }),
    fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter(text => !SPECIAL.some(special => text.includes(special)))
  )
  const stream = fc.array(fc.tuple(frame, fc.constantFrom('\r', '\n', '\r\n', '\t', '\u0003')), { maxLength: 8 })
  fc.assert(
    fc.property(stream, fc.array(fc.nat(400), { maxLength: 30 }), (parts, cuts) => {
      const bytes = utf8.encode(parts.map(([text, end]) => text + end).join(''))
      const { frames, push } = collect()
      let from = 0
      for (const cut of [...cuts.filter(at => at < bytes.length).toSorted((a, b) => a - b), bytes.length]) {
        push(bytes.subarray(from, cut))
        from = cut
      }
      expect(frames).toEqual(parts.map(([text]) => text))
    })
  )
})

test.each([
  ['cr', '\r', '\n'],
  ['lf', '\n', '\r'],
  ['crlf', '\r\n', '\n'],
  ['tab', '\t', '\r'],
  ['etx', '\u0003', '\r']
] as const)('with the suffix %s a frame ends there alone, byte by byte or at once', (suffix, end, other) => {
  const text = `12${other}34${end}!uKEtQZVx${end}`
  const [whole, slow] = [collect({ suffix, encoding: 'auto' }), collect({ suffix, encoding: 'auto' })]
  whole.push(utf8.encode(text))
  for (const byte of utf8.encode(text)) slow.push(Uint8Array.of(byte))
  expect(whole.frames).toEqual([`12${other}34`, '!uKEtQZVx'])
  expect(slow.frames).toEqual(whole.frames)
})

test('a link that stalls in the middle of a scan splits none that has a suffix', async () => {
  const { frames, push, clock } = collect({ suffix: 'cr', encoding: 'auto' })
  push(utf8.encode('4600'))
  await clock.advance(900)
  push(utf8.encode('0001\r'))
  expect(frames).toEqual(['46000001'])
})

test('a scan whose promised suffix never comes counts after a second', async () => {
  const { frames, push, clock } = collect({ suffix: 'etx', encoding: 'auto' })
  push(utf8.encode('\u000246000001\r\n'))
  await clock.advance(1000)
  expect(frames).toEqual(['46000001'])
})

test('STX begins a scan, whatever was left of the one before', () => {
  const { frames, push } = collect({ suffix: 'etx', encoding: 'auto' })
  push(utf8.encode('\u0002123\u0003\r\n\u0002456\u0002789\u0003'))
  expect(frames).toEqual(['123', '456', '789'])
})

test('a scan that a pause would have ended is whole when the scanner goes; one that lacks its suffix is not', () => {
  const [pause, suffix] = [collect({ suffix: 'pause', encoding: 'auto' }), collect({ suffix: 'cr', encoding: 'auto' })]
  for (const { push, close } of [pause, suffix]) {
    push(utf8.encode('4600'))
    close()
  }
  expect([pause.frames, suffix.frames]).toEqual([['4600'], []])
})

test('a promised encoding is kept to', () => {
  const russian = collect({ suffix: 'any', encoding: 'windows1251' })
  russian.push(Uint8Array.of(0xd0, 0x90, 0x0d))
  const strict = collect({ suffix: 'any', encoding: 'utf8' })
  strict.push(Uint8Array.of(0xc0, 0xed, 0x0d))
  expect([...russian.frames, ...strict.frames]).toEqual([
    new TextDecoder('windows-1251').decode(Uint8Array.of(0xd0, 0x90)),
    '\uFFFD\uFFFD'
  ])
})

test.each([
  ['any', '\r'],
  ['cr', '\r'],
  ['lf', '\n'],
  ['crlf', '\r\n'],
  ['tab', '\t'],
  ['etx', '\u0003']
] as const)(
  'with the suffix %s every split of three scans in two and in three gives the same frames',
  (suffix, end) => {
    const texts = ['4600000000017', '!uKEtQZVx', '010460000000001721aя\u001d91EE10']
    const stream = utf8.encode(texts.map(text => `\u0002${text}${end}`).join(''))
    for (let first = 0; first <= stream.length; first += 1) {
      for (let second = first; second <= stream.length; second += 1) {
        const { frames, push } = collect({ suffix, encoding: 'auto' })
        for (const part of [stream.subarray(0, first), stream.subarray(first, second), stream.subarray(second)])
          push(part)
        if (frames.join('|') !== texts.join('|')) expect(frames, `split at ${first} and ${second}`).toEqual(texts)
      }
    }
  }
)

test('a frame says what ended it, how long it took, and the bytes that came', async () => {
  const clock = createVirtualClock()
  const facts: FrameFacts[] = []
  const framer = createFramer({ clock, suffix: 'any', encoding: 'auto', onFrame: (_, how) => facts.push(how) })
  framer.push(utf8.encode('46'))
  await clock.advance(30)
  framer.push(utf8.encode('00\r\n12\t'))
  framer.push(utf8.encode('34'))
  await clock.advance(500)
  expect(facts.map(({ end, ms }) => [end, ms])).toEqual([
    ['cr', 30],
    ['tab', 0],
    ['pause', 0]
  ])
  expect(facts.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual(['4600', '12', '34'])
})

test('the end that came in place of the one in the settings is among the bytes', async () => {
  const clock = createVirtualClock()
  const facts: FrameFacts[] = []
  const framer = createFramer({ clock, suffix: 'etx', encoding: 'auto', onFrame: (_, how) => facts.push(how) })
  framer.push(utf8.encode('4600\r\n'))
  await clock.advance(1000)
  expect(facts).toEqual([{ end: 'pause', ms: 0, bytes: utf8.encode('4600\r\n') }])
})
