import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { useStore } from 'zustand'
import type { Input, MethodName, Output } from '../shared/contract/contract.ts'
import type { View } from '../shared/view/view.ts'
import type { Calls } from './calls.ts'
import type { CardBook } from './card-book.ts'
import { makeTexts } from './i18n/index.ts'
import type { Texts } from './i18n/texts.ts'
import { routeHash, type Route } from './route.ts'
import type { Sounds } from './sounds.ts'
import { askedAgainAt } from './store.ts'
import type { PageState, PageStore } from './store.ts'

/** What every screen may use; made once in `main.tsx`. */
export interface Page {
  readonly store: PageStore
  readonly calls: Calls
  readonly sounds: Sounds
  readonly cards: CardBook
}

export const PageContext = createContext<Page | null>(null)

export function usePage(): Page {
  const page = useContext(PageContext)
  if (page === null) throw new Error('no page around this component')
  return page
}

/** A part of the mirror; renders again when that part changes. */
export function usePart<T>(select: (state: PageState) => T): T {
  return useStore(usePage().store, select)
}

/** A part of the station's view; the screens under the shell are drawn only once there is one. */
export function useView<T>(select: (view: View) => T): T {
  return usePart(state => {
    if (state.view === null) throw new Error('drawn before the first view')
    return select(state.view)
  })
}

/** The words of the chosen language; Russian until the settings are known. */
export function useTexts(): Texts {
  const language = usePart(state => state.view?.settings.language ?? 'ru')
  return useMemo(() => makeTexts(language), [language])
}

/** What a query answers, asked again when the input or the lists change; null before the first answer. */
export function useAsk<N extends MethodName>(name: N, input: Input<N>, also?: unknown): Output<N> | null {
  return useAnswer(name, input, also)?.value ?? null
}

/** As `useAsk`, for queries whose own answer may be null. */
export function useAnswer<N extends MethodName>(
  name: N,
  input: Input<N>,
  also?: unknown
): { readonly value: Output<N> | null } | null {
  const { calls } = usePage()
  const revision = usePart(state => askedAgainAt(state, name))
  const key = JSON.stringify(input) ?? ''
  const [answer, setAnswer] = useState<{ readonly key: string; readonly value: Output<N> | null } | null>(null)
  useEffect(() => {
    let current = true
    void calls.ask(name, input).then(value => {
      if (current) setAnswer({ key, value })
    })
    return () => {
      current = false
    }
    // `key` stands for `input`, which is a new object at every drawing.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [calls, name, key, revision, also])
  return answer?.key === key ? answer : null
}

/** The time as the station has it (Unix ms), renewed every `everyMs`: the PC's clock may be wrong. */
export function useNow(everyMs: number): number {
  const offMs = usePart(state => state.view?.clockOffMs ?? 0)
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMs)
    return () => clearInterval(timer)
  }, [everyMs])
  return now - offMs
}

/** While this is drawn and `leave` is there, Esc does that and nothing else. */
export function useLeave(leave: (() => void) | null): void {
  const { store } = usePage()
  const latest = useRef(leave)
  const isOpen = leave !== null
  useEffect(() => {
    latest.current = leave
  })
  useEffect(() => {
    if (!isOpen) return
    const leavePanel = (): void => latest.current?.()
    store.setState({ leavePanel })
    return () => {
      if (store.getState().leavePanel === leavePanel) store.setState({ leavePanel: null })
    }
  }, [isOpen, store])
}

/** Goes to another screen, as the rail does. */
export function goTo(route: Route): void {
  location.hash = routeHash(route)
}
