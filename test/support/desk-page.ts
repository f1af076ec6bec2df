import { createCalls } from '../../renderer/calls.ts'
import { createCardBook } from '../../renderer/card-book.ts'
import type { Page } from '../../renderer/page.ts'
import { acceptView, createPageStore } from '../../renderer/store.ts'
import type { StationRig } from './station-rig.ts'

/** A page at a station without anything drawn, and the sounds it made. */
export function deskPage(rig: StationRig, hash: string): Page & { readonly heard: readonly string[] } {
  const store = createPageStore(hash)
  const heard: string[] = []
  acceptView(store, rig.view())
  rig.bridge.on('view', view => acceptView(store, view))
  const calls = createCalls(rig.bridge, store)
  return {
    store,
    calls,
    cards: createCardBook(calls),
    sounds: { play: sound => void heard.push(sound), speak: () => undefined },
    heard
  }
}
