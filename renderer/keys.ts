import type { KeyStroke } from '../shared/domain/scanning/wedge.ts'
import { keepField } from './kept-field.ts'
import { IDLE, pauseMs, press, settle, type RecogniserLimits } from './key-recogniser.ts'

/** What the keys of the packing table mean besides scans. */
export type Shortcut = 'F2' | 'F3' | 'F4' | 'F6' | 'F7' | 'F8' | 'F9' | 'Escape' | 'Slash'

export interface KeyHandlers {
  /** `atPin`: they were typed into the field of a PIN, which may be nobody's but its owner's. */
  readonly onScan: (keys: readonly KeyStroke[], atPin: boolean) => void
  /** True if the key meant something here and nothing else may see it. */
  readonly onShortcut: (shortcut: Shortcut) => boolean
  /** Asked at every key: settings may change. */
  readonly limits: () => RecogniserLimits
}

const SHORTCUTS: readonly Shortcut[] = ['F2', 'F3', 'F4', 'F6', 'F7', 'F9', 'Escape']
/** Keys that may open a scan: they wait for the next key before they mean anything else. */
const WAITING: readonly Shortcut[] = ['F8', 'Slash']
const SCANNER_PLACES = /^(?:Key[A-Z]|Digit\d|Numpad.+|F8|Enter|Tab|Alt(?:Left|Right))$/
/** Where a PIN is typed nothing shorter is a scan, Enter or not: a quick hand types that. */
const PIN_KEYS = 8
const ENDS: readonly string[] = ['Enter', 'NumpadEnter', 'Tab']
const MODIFIERS: readonly string[] = ['Shift', 'Control', 'Meta', 'CapsLock', 'NumLock', 'AltGraph']

/**
 * Listens to every key on the window before anything else does, tells scans from typing, and runs the shortcuts.
 * The result stops it.
 */
export function listenToKeys(target: Window, handlers: KeyHandlers): () => void {
  let state = IDLE
  let restoreField: (() => void) | null = null
  let timer = 0
  let isAtPin = false
  const limits = (): RecogniserLimits => {
    const { gapMs, minimumKeys } = handlers.limits()
    return { gapMs, minimumKeys: isAtPin ? Math.max(PIN_KEYS, minimumKeys) : minimumKeys }
  }

  function finish(scan: readonly KeyStroke[] | null, atPin: boolean): void {
    if (scan === null) return
    restoreField?.()
    restoreField = null
    handlers.onScan(scan, atPin)
  }

  function onPause(): void {
    const lone = state.burst?.keys.length === 1 ? state.burst.keys[0] : undefined
    const settled = settle(state, performance.now(), limits())
    const isOver = settled.next.burst === null
    state = settled.next
    finish(settled.scan, isAtPin)
    const waiting = WAITING.find(code => code === lone?.code)
    if (isOver && waiting !== undefined) handlers.onShortcut(waiting)
    if (!isOver) waitForPause()
  }

  function waitForPause(): void {
    clearTimeout(timer)
    if (state.burst === null) return
    const ends = state.burst.lastAt + pauseMs(state.burst, limits())
    timer = target.setTimeout(onPause, Math.max(1, ends - performance.now() + 1))
  }

  function onKey(event: KeyboardEvent): void {
    if (event.isComposing || MODIFIERS.includes(event.key)) return
    const stroke = strokeOf(event)
    if (!event.repeat && isScannerKey(stroke, state.burst !== null)) {
      const field = textField(event.target)
      const wasAtPin = isAtPin
      if (state.burst === null) isAtPin = isPinField(event.target)
      const verdict = press(state, stroke, event.timeStamp, field !== null, limits())
      state = verdict.next
      if (verdict.burst === 'begins') isAtPin = isPinField(event.target)
      if (verdict.burst === 'begins') restoreField = field === null ? null : keepField(field)
      if (verdict.burst === 'recognised') restoreField?.()
      // The key that ended the scan goes with it: the check of a scanner wants to know it.
      finish(verdict.scan !== null && ENDS.includes(event.code) ? [...verdict.scan, stroke] : verdict.scan, wasAtPin)
      waitForPause()
      if (verdict.key === 'swallow') return swallow(event)
      // '/' is a letter where letters are typed; F8 is GS inside a scan and a command alone.
      if (event.code === 'F8' || (event.code === 'Slash' && field === null)) return swallow(event)
    }
    const shortcut = SHORTCUTS.find(code => code === event.code)
    if (shortcut !== undefined && !event.ctrlKey && !event.altKey && handlers.onShortcut(shortcut)) swallow(event)
    // A scanner's line feed: the browser would show its downloads.
    if (event.ctrlKey && event.code === 'KeyJ') swallow(event)
  }

  target.addEventListener('keydown', onKey, true)
  return () => {
    clearTimeout(timer)
    target.removeEventListener('keydown', onKey, true)
  }
}

function strokeOf(event: KeyboardEvent): KeyStroke {
  return {
    code: event.code.slice(0, 32),
    key: event.key.slice(0, 32),
    shift: event.shiftKey,
    ctrl: event.ctrlKey,
    alt: event.altKey,
    capsLock: event.getModifierState('CapsLock'),
    at: event.timeStamp
  }
}

/** A scanner types characters, Ctrl+] or Alt codes for GS, and Enter; other chords are a person's unless a scan runs. */
function isScannerKey(stroke: KeyStroke, isRunning: boolean): boolean {
  if (stroke.key === 'Alt') return isRunning
  if (stroke.ctrl && !stroke.alt && stroke.code !== 'BracketRight') return isRunning
  return SCANNER_PLACES.test(stroke.code) || [...stroke.key].length === 1 || stroke.key === 'Dead'
}

function textField(target: EventTarget | null): HTMLInputElement | HTMLTextAreaElement | null {
  if (target instanceof HTMLTextAreaElement) return target
  if (!(target instanceof HTMLInputElement)) return null
  return ['text', 'search', 'password', 'number', 'url', 'tel'].includes(target.type) ? target : null
}

/** A person's secret is typed there: what scanners type must be told apart with more care. */
function isPinField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.dataset['secret'] !== undefined
}

function swallow(event: KeyboardEvent): void {
  event.preventDefault()
  event.stopImmediatePropagation()
}
