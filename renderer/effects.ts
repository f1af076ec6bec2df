import type { StationBridge } from '../shared/contract/contract.ts'
import { DESKS, type Desk } from '../shared/contract/desk-methods.ts'
import type { Command } from '../shared/domain/scanning/commands.ts'
import type { Feedback } from '../shared/domain/messages.ts'
import type { View } from '../shared/view/view.ts'
import type { Page } from './page.ts'
import { makeTexts } from './i18n/index.ts'
import { listenToKeys, type Shortcut } from './keys.ts'
import { isBoardWindow } from './screens/board/board-window.ts'
import { commandAtCourier, scanAtCourier } from './screens/courier/desk.ts'
import { commandAtCounter, scanAtCounter } from './screens/handover/handover.ts'
import { decodeScan } from '../shared/domain/scanning/scan.ts'
import { decodeKeys } from '../shared/domain/scanning/wedge.ts'
import { scanAtPin } from './screens/lead/at-pin.ts'
import { isListScreen, showScanned } from './screens/scan-list.ts'
import { scanProblem } from './screens/problems/scan-problem.ts'
import { soundOf } from './sounds.ts'
import { parseRoute, routeHash, type Route, type Screen } from './route.ts'
import { spoken } from './voice.ts'
import { leftInOrders } from './screens/orders/left-in-orders.ts'

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
    if (sameFeedback(feedback, before.view.feedback) || isBoardWindow()) return
    sounds.play(soundOf(feedback), settings.volume)
    if (settings.voice) {
      sounds.speak(spoken(makeTexts(settings.language), state.view, before.view), settings.language, settings.volume)
    }
    const [note] = notes
    const isNew = note !== undefined && note.id !== before.view.notes[0]?.id
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

/** A scan is the open desk's; false: none is open, or it is not about that one, and it is the packing table's. */
async function scanAtDesk(page: Page, text: string): Promise<boolean> {
  const { route, view } = page.store.getState()
  switch (route.screen) {
    case 'handover':
      await scanAtCounter(page, text)
      return true
    case 'courier':
      await scanAtCourier(page, text)
      return true
    case 'problems': {
      // What stands on the problem shelf is shown there; any other scan is the packing table's.
      const isThere = await scanProblem(page, text)
      if (!isThere) toTable()
      return isThere
    }
    default: {
      if (!isListScreen(route.screen)) return false
      const shown = await showScanned(page, route.screen, text)
      location.hash = routeHash(shown ?? { screen: 'pack', orderId: null })
      if (shown !== null) page.sounds.play('goOn', view?.settings.volume ?? 0)
      return shown !== null
    }
  }
}

/** Which desk this screen is; null: none. */
function deskOf({ screen }: Route): Desk | null {
  return DESKS.find(desk => desk === screen) ?? null
}

/**
 * Tells the station which desk is open here, and takes to it what the program's own scanners read meanwhile; one that comes when
 * the desk was left already is the packing table's. Whoever comes back to this window, or the station to this page, finds it so. The board in a window of its own has no desk, and says nothing: another page's stays open.
 */
export function followDesk(
  page: Page,
  station: Pick<StationBridge, 'on'>,
  window: EventTarget & { readonly name: string }
): () => void {
  if (isBoardWindow(window)) return () => undefined
  const { store, calls } = page
  const tell = () => void calls.ask('desk.open', { desk: deskOf(store.getState().route) })
  const retell = () => deskOf(store.getState().route) !== null && tell()
  retell()
  window.addEventListener('focus', tell)
  const stops = [
    store.subscribe((state, before) => deskOf(state.route) !== deskOf(before.route) && tell()),
    // All lists may have changed: the way to the station was gone, and with it what was told.
    station.on('lists', ({ topics }) => topics === null && retell()),
    station.on('deskScan', ({ id, text }) => {
      void calls.ask('desk.took', { id })
      void scanAtDesk(page, text).then(isTaken => isTaken || calls.scanText(text, id))
    }),
    () => window.removeEventListener('focus', tell)
  ]
  return () => {
    for (const stop of stops) stop()
  }
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

/** Leaving the devices ends the check of a scanner: scans belong to the packing table again. A scanned “yes” that takes a lead asks for one here. The result stops it. */
export function followScannerTest({ store, calls }: Page): () => void {
  return store.subscribe((state, before) => {
    const isLeft = state.route.screen !== 'devices' && state.view?.scannerTest
    if (isLeft && (before.route !== state.route || !before.view?.scannerTest)) {
      void calls.act('scannerTest.stop', undefined)
    }
    const isAsked = state.view?.scannerTest?.awaitsLead === true && before.view?.scannerTest?.awaitsLead === false
    if (isAsked && state.route.screen === 'devices') void calls.act('scannerTest.apply', undefined)
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
    onScan(keys, atPin) {
      if (atPin) return scanAtPin(page, keys)
      const { view, route } = store.getState()
      // Before there is an account nothing takes scans, and the screen says what is to be done.
      if (view?.mode === 'setup') return
      const isTesting = view?.scannerTest !== null
      if (isTesting || view.isLocked || deskOf(route) === null) void calls.scan(keys)
      else void scanAtDesk(page, decodeKeys(keys)).then(isTaken => isTaken || calls.scan(keys))
    },
    // The board in a window of its own shows, and is no station's page.
    onShortcut: shortcut => !isBoardWindow() && runShortcut(page, shortcut)
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
  const { leavePanel } = store.getState()
  if (shortcut === 'Escape' && leavePanel !== null) {
    leavePanel()
    return true
  }
  const left = shortcut === 'Escape' ? leftInOrders(store.getState()) : null
  if (left !== null) {
    if (left.route === undefined) store.setState(left)
    else location.hash = routeHash(left.route)
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
