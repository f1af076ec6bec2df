import type { CallResult, Events, EventName, MethodName, StationApi } from '../../shared/contract/contract.ts'

export interface FakeStation extends StationApi {
  /** What was called, in order. */
  readonly calls: readonly { readonly name: string; readonly input: unknown; readonly page: string }[]
  /** Pages that are gone. */
  readonly gone: readonly string[]
  emit<E extends EventName>(name: E, payload: Events[E]): void
  /** Pages that listen now. */
  listeners(): number
}

/** A station that remembers its calls and answers each with `answer`; by default an empty success. */
export function createFakeStation(answer: (name: string, input: unknown) => unknown = () => undefined): FakeStation {
  const calls: { name: string; input: unknown; page: string }[] = []
  const gone: string[] = []
  const listeners = new Set<Parameters<StationApi['on']>[0]>()
  return {
    calls,
    gone,
    left: page => void gone.push(page),
    async invoke(name, input, page = '') {
      calls.push({ name, input, page })
      return { ok: true, value: (await answer(name, input)) as never } satisfies CallResult<MethodName>
    },
    on(listener) {
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
      }
    },
    emit(name, payload) {
      for (const listener of listeners) listener(name, payload)
    },
    listeners: () => listeners.size
  }
}
