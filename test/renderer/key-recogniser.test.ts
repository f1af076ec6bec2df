import fc from 'fast-check'
import { expect, test } from 'vitest'
import { IDLE, press, QUIET_MS, settle, type Recogniser, type RecogniserLimits } from '../../renderer/key-recogniser.ts'
import type { KeyStroke } from '../../shared/domain/scanning/wedge.ts'

const LIMITS: RecogniserLimits = { gapMs: 50, minimumKeys: 4 }

interface Timed {
  readonly stroke: KeyStroke
  readonly at: number
}

interface Heard {
  readonly scans: readonly (readonly KeyStroke[])[]
  /** Keys that the page got to see. */
  readonly passed: readonly KeyStroke[]
  readonly state: Recogniser
}

function key(code: string): KeyStroke {
  return { code, key: code.at(-1) ?? '', shift: false, ctrl: false, alt: false, capsLock: false }
}

/** Plays keys, asking at `looks` too whether a pause has ended something, as a timer may at any moment. */
function play(keys: readonly Timed[], inField: boolean, looks: readonly number[] = []): Heard {
  const scans: (readonly KeyStroke[])[] = []
  const passed: KeyStroke[] = []
  let state = IDLE
  const moments = [...keys, ...looks.map(at => ({ at, stroke: null }))].toSorted((a, b) => a.at - b.at)
  for (const { at, stroke } of moments) {
    const result = stroke === null ? settle(state, at, LIMITS) : press(state, stroke, at, inField, LIMITS)
    state = result.next
    if (result.scan !== null) scans.push(result.scan)
    if (stroke !== null && 'key' in result && result.key === 'pass') passed.push(stroke)
  }
  return { scans, passed, state }
}

const codes = fc.array(fc.constantFrom('KeyA', 'KeyZ', 'Digit0', 'Digit7', 'Minus', 'F8', 'Numpad3'), {
  minLength: 4,
  maxLength: 120
})
const gaps = (minimum: number, maximum: number) => fc.infiniteStream(fc.integer({ min: minimum, max: maximum }))

function timed(typed: readonly string[], gap: Iterator<number>, from = 0): readonly Timed[] {
  let at = from
  return typed.map(code => {
    const moment = { stroke: key(code), at }
    at += gap.next().value ?? 0
    return moment
  })
}

const ended = (keys: readonly Timed[], afterMs: number): Timed => ({
  stroke: key('Enter'),
  at: (keys.at(-1)?.at ?? 0) + afterMs
})

test('keys as fast as a scanner, ended by Enter, are one scan, whatever the gaps and whenever the timer looks', () => {
  fc.assert(
    fc.property(codes, gaps(0, 50), fc.boolean(), fc.array(fc.nat(6000)), (typed, gap, inField, looks) => {
      const keys = timed(typed, gap)
      const end = ended(keys, 20)
      const before = looks.filter(look => look <= end.at)
      const heard = play([...keys, end], inField, before)
      expect(heard.scans).toEqual([typed.map(key)])
      expect(heard.passed.length).toBeLessThanOrEqual(inField ? 7 : 3)
    })
  )
})

test('a scan without Enter ends by itself after three gaps of silence, and not before', () => {
  fc.assert(
    fc.property(codes, gaps(0, 50), (typed, gap) => {
      const keys = timed(typed, gap)
      const last = keys.at(-1)?.at ?? 0
      expect(play(keys, false, [last + 150]).scans).toEqual([])
      expect(play(keys, false, [last + 151]).scans).toEqual([typed.map(key)])
    })
  )
})

test('a person is never a scanner: keys further apart than the gap all pass, Enter too', () => {
  fc.assert(
    fc.property(codes, gaps(51, 900), fc.boolean(), (typed, gap, inField) => {
      const keys = timed(typed, gap)
      const all = [...keys, ended(keys, 60)]
      const heard = play(all, inField)
      expect(heard.scans).toEqual([])
      expect(heard.passed).toEqual(all.map(({ stroke }) => stroke))
    })
  )
})

test('scans one behind the other stay apart, with Enter between them or only silence', () => {
  fc.assert(
    fc.property(codes, codes, fc.boolean(), gaps(0, 40), (first, second, withEnter, gap) => {
      const one = timed(first, gap)
      const end = ended(one, 10)
      const two = timed(second, gap, end.at + 200)
      const last = two.at(-1)?.at ?? 0
      const heard = play([...one, ...(withEnter ? [end] : []), ...two], false, [last + 151])
      expect(heard.scans).toEqual([first.map(key), second.map(key)])
    })
  )
})

test('a scan that stumbles for less than three gaps is still one scan', () => {
  const keys = [0, 10, 20, 30, 40, 150, 160].map((at, index) => ({ stroke: key(`Digit${index}`), at }))
  expect(play([...keys, ended(keys, 10)], false).scans).toHaveLength(1)
})

test('an Enter that comes late belongs to the scan for half a second, then to the person again', () => {
  const keys = [0, 10, 20, 30, 40].map(at => ({ stroke: key('Digit1'), at }))
  const { state } = play([...keys, ended(keys, 10)], false)
  expect(press(state, key('Enter'), 50 + QUIET_MS - 1, false, LIMITS).key).toBe('swallow')
  expect(press(state, key('Enter'), 50 + QUIET_MS, false, LIMITS).key).toBe('pass')
})

test('in a field a fast hand of up to seven keys without Enter stays typing', () => {
  const keys = [0, 30, 60, 90, 120, 150, 180].map(at => ({ stroke: key('KeyA'), at }))
  const heard = play(keys, true, [1000])
  expect(heard.scans).toEqual([])
  expect(heard.passed).toHaveLength(7)
})

test('a wide gap in the settings does not make typing in a field a scan', () => {
  const wide = { gapMs: 900, minimumKeys: 4 }
  let state = IDLE
  for (const at of [0, 150, 300, 450, 600, 750, 900, 1050, 1200]) {
    const verdict = press(state, key('KeyA'), at, true, wide)
    expect(verdict.key).toBe('pass')
    state = verdict.next
  }
})

test('the field is to be kept at the first key and put back at the one that makes it a scan', () => {
  let state = IDLE
  const bursts = [0, 10, 20, 30, 40].map(at => {
    const verdict = press(state, key('Digit5'), at, false, LIMITS)
    state = verdict.next
    return verdict.burst
  })
  expect(bursts).toEqual(['begins', 'goesOn', 'goesOn', 'recognised', 'goesOn'])
})
