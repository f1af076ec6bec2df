import './no-eval.ts'
import '@fontsource-variable/golos-text'
import '@fontsource-variable/jetbrains-mono'
import './ui/tokens.css'
import './ui/base.css'
import './ui/controls.css'
import { createRoot } from 'react-dom/client'
import { createStation, findStation } from './bridge.ts'
import { createCalls } from './calls.ts'
import { createCardBook } from './card-book.ts'
import { followAddress, followDesk, followFeedback, followKeys, followScannerTest, followSettings } from './effects.ts'
import { makeTexts } from './i18n/index.ts'
import { followLeadFirst } from './screens/lead/at-pin.ts'
import { followPresence } from './presence.ts'
import { PageContext, type Page } from './page.ts'
import { Shell } from './shell.tsx'
import { createSounds } from './sounds.ts'
import { acceptLists, acceptView, createPageStore } from './store.ts'

/** The practice table stands open beside the screen from this width on (px). */
const PRACTICE_FROM = 1000

/** The page's one composition root. */
function start(): void {
  const element = document.getElementById('root')
  if (element === null) throw new Error('the page has no root')
  const root = createRoot(element)
  const bridge = findStation()
  if (bridge === null) {
    const { words } = makeTexts(navigator.language.startsWith('ru') ? 'ru' : 'en')
    root.render(
      <main className="shell-broken" role="alert">
        <h1>{words.common.unreachable}</h1>
        <p>{words.common.unreachableRemedy}</p>
      </main>
    )
    return
  }
  const station = createStation(bridge)
  const store = createPageStore(location.hash, window.innerWidth >= PRACTICE_FROM)
  const calls = createCalls(station, store)
  const page: Page = { store, calls, sounds: createSounds(), cards: createCardBook(calls) }
  station.on('view', view => acceptView(store, view))
  station.on('lists', lists => acceptLists(store, lists))
  followAddress(page)
  followSettings(page)
  followFeedback(page)
  followLeadFirst(page, window)
  followKeys(page)
  followDesk(page, station, window)
  followScannerTest(page)
  followPresence(page, window)
  void page.calls.ask('view.get', undefined).then(view => view !== null && acceptView(store, view))
  root.render(
    <PageContext value={page}>
      <Shell />
    </PageContext>
  )
}

start()
