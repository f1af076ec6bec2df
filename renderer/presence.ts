import type { Page } from './page.ts'

/** How often the station hears at most that somebody is here (ms). */
const EVERY_MS = 20_000

/** Tells a station that locks itself without anybody that there is somebody: a key, a touch. The result stops it. */
export function followPresence({ store, calls }: Page, target: EventTarget): () => void {
  let toldAt = -Infinity
  function onSign(): void {
    const { view } = store.getState()
    if (view === null || view.isLocked || view.settings.lockMinutes === 0) return
    if (performance.now() - toldAt < EVERY_MS) return
    toldAt = performance.now()
    void calls.ask('lock.alive', undefined)
  }
  const signs = ['pointerdown', 'keydown', 'wheel'] as const
  for (const sign of signs) target.addEventListener(sign, onSign, { capture: true, passive: true })
  return () => {
    for (const sign of signs) target.removeEventListener(sign, onSign, { capture: true })
  }
}
