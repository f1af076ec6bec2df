import type { Command } from '../shared/domain/scanning/commands.ts'
import type { Feedback } from '../shared/domain/messages.ts'
import type { View } from '../shared/view/view.ts'
import type { Page } from './page.ts'
import { makeTexts } from './i18n/index.ts'
import { listenToKeys, type Shortcut } from './keys.ts'
import { commandAtCourier, scanAtCourier } from './screens/courier/desk.ts'
import { commandAtCounter, scanAtCounter } from './screens/handover/handover.ts'
import { decodeScan } from '../shared/domain/scanning/scan.ts'
import { decodeKeys } from '../shared/domain/scanning/wedge.ts'
import { scanProblem } from './screens/problems/scan-problem.ts'
import { soundOf } from './sounds.ts'
import { parseRoute, routeHash, type Screen } from './route.ts'
import { onStage } from './screens/on-stage.ts'

/** Keys closer than `wedgeGapMs` and at least this many are a scan. */
const MINIMUM_KEYS = 4
/** Longest gap between two keys of a scanner that is being checked (ms). */
const CHECKED_GAP_MS = 400
/** News this soon after an act of the page is that act's (ms). */
const OWN_NEWS_MS = 1500

/** Screens on which a scan is tried out rather than worked with. */
const STAYING: readonly Screen[] = ['courier', 'handover', 'shelf', 'problems', 'devices', 'settings']

const SHORTCUT_COMMANDS: { readonly [key in Shortcut]?: Command } = {
  F2: 'undo',
  F3: 'reprint',
  F4: 'skip',
  F6: 'problem',
  F8: 'supplyDone',
  F9: 'print',
  Escape: 'acknowledge'
}

/** What the keys do at the counter, and not on the packing table, while it is open. */
const COUNTER_COMMANDS: readonly Command[] = ['skip', 'problem', 'acknowledge']

/** Sounds and voice at each new feedback; a scan heard on another screen leads to the packing table. The result stops it. */
export function followFeedback(page: Page): () => void {
  const { store, sounds, calls } = page
  return store.subscribe((state, before) => {
    if (state.view === null || before.view === null || state.view === before.view) return
    const { feedback, settings, notes } = state.view
    if (sameFeedback(feedback, before.view.feedback)) return
    sounds.play(soundOf(feedback), settings.volume)
    if (settings.voice) {
      const { title } = onStage(makeTexts(settings.language), feedback, null, feedback.at).phrase
      sounds.speak(title, settings.language, settings.volume)
    }
    const [note] = notes
    const isNew = note !== undefined && note.id !== before.view.notes[0]?.id
    // A scanner that the page does not hear itself has read something at the counter.
    if (isNew && performance.now() - calls.lastActAt() > OWN_NEWS_MS) {
      if (state.route.screen === 'handover') void scanAtCounter(page, note.text)
      if (state.route.screen === 'courier') void scanAtCourier(page, note.text)
      if (state.route.screen === 'problems') void scanAtProblems(page, note.text, toTable)
    }
    const isAtCounter = isNew && feedback.message.code === 'pickupWaits' && decodeScan(note.text).kind === 'pickupCode'
    // The buyer stands there already: the counter goes on with the code.
    if (isAtCounter && !STAYING.includes(state.route.screen)) {
      void scanAtCounter(page, note.text)
      location.hash = routeHash({ screen: 'handover', orderId: null })
      return
    }
    const isScan = notes[0]?.id !== before.view.notes[0]?.id && performance.now() - calls.lastActAt() > OWN_NEWS_MS
    if (isScan && state.route.isBoard !== true && !STAYING.includes(state.route.screen))
      location.hash = routeHash({ screen: 'pack', orderId: null })
  })
}

/** What stands on the problem shelf is shown there; any other scan is the packing table's. */
async function scanAtProblems(page: Page, text: string, otherwise: () => void): Promise<void> {
  if (!(await scanProblem(page, text))) otherwise()
}

function toTable(): void {
  location.hash = routeHash({ screen: 'pack', orderId: null })
}

function sameFeedback(a: Feedback, b: Feedback): boolean {
  return a === b || (a.at === b.at && a.face === b.face && JSON.stringify(a.message) === JSON.stringify(b.message))
}

/** Theme, text size and language onto the document's root, as the settings change. The result stops it. */
export function followSettings(page: Page): () => void {
  const dark = matchMedia('(prefers-color-scheme: dark)')
  const apply = (view: View | null) => {
    if (view === null) return
    const { theme, textSize, language } = view.settings
    const root = document.documentElement
    root.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme
    root.dataset['text'] = textSize
    root.lang = language
  }
  const onScheme = () => apply(page.store.getState().view)
  onScheme()
  dark.addEventListener('change', onScheme)
  const stop = page.store.subscribe(state => apply(state.view))
  return () => {
    stop()
    dark.removeEventListener('change', onScheme)
  }
}

/** The address's hash into the store. The result stops it. */
export function followAddress(page: Page): () => void {
  const onHash = () => page.store.setState({ route: parseRoute(location.hash) })
  window.addEventListener('hashchange', onHash)
  return () => window.removeEventListener('hashchange', onHash)
}

/** Leaving the devices ends the check of a scanner: scans belong to the packing table again. The result stops it. */
export function followScannerTest({ store, calls }: Page): () => void {
  return store.subscribe((state, before) => {
    const isLeft = state.route.screen !== 'devices' && state.view?.scannerTest
    if (isLeft && (before.route !== state.route || !before.view?.scannerTest)) {
      void calls.act('scannerTest.stop', undefined)
    }
  })
}

/** Scans and shortcuts from the keyboard. The result stops it. */
export function followKeys(page: Page): () => void {
  const { store, calls } = page
  return listenToKeys(window, {
    limits: () => {
      const { view } = store.getState()
      const gapMs = view?.settings.wedgeGapMs ?? 50
      // A scanner that types too slowly shows in its check alone: there nobody else types.
      return { gapMs: view?.scannerTest ? Math.max(gapMs, CHECKED_GAP_MS) : gapMs, minimumKeys: MINIMUM_KEYS }
    },
    onScan(keys) {
      const { view, route } = store.getState()
      // Before there is an account nothing takes scans, and the screen says what is to be done.
      if (view?.mode === 'setup') return
      const isTesting = view?.scannerTest !== null
      if (route.screen === 'handover' && !isTesting) void scanAtCounter(page, decodeKeys(keys))
      else if (route.screen === 'courier' && !isTesting) void scanAtCourier(page, decodeKeys(keys))
      else if (route.screen === 'problems' && !isTesting) {
        void scanAtProblems(page, decodeKeys(keys), () => {
          toTable()
          void calls.scan(keys)
        })
      } else void calls.scan(keys)
    },
    onShortcut: shortcut => runShortcut(page, shortcut)
  })
}

function runShortcut(page: Page, shortcut: Shortcut): boolean {
  const { store, calls } = page
  const { view, typing, route } = store.getState()
  // A dialog is a question of its own: only its buttons answer it.
  if (document.querySelector('dialog[open]') !== null) return false
  if (view === null || view.mode === 'setup') return false
  if (view.scannerTest !== null) {
    if (shortcut === 'Escape') void calls.act('scannerTest.stop', undefined)
    return true
  }
  if (shortcut === 'Slash') {
    const search = document.querySelector<HTMLInputElement>('input[type=search]')
    search?.focus()
    return search !== null
  }
  if (shortcut === 'F7') {
    if (route.screen !== 'pack') location.hash = routeHash({ screen: 'pack', orderId: null })
    store.setState({ typing: !typing })
    return true
  }
  if (shortcut === 'Escape' && typing) {
    store.setState({ typing: false })
    return true
  }
  const command = SHORTCUT_COMMANDS[shortcut]
  if (command === undefined) return false
  if (route.screen === 'handover' && COUNTER_COMMANDS.includes(command)) {
    commandAtCounter(page, command)
    return true
  }
  if (route.screen === 'courier' && (command === 'supplyDone' || command === 'acknowledge')) {
    commandAtCourier(page, command)
    return true
  }
  void calls.act('bench.command', { command })
  return true
}
