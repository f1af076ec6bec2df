import type { CallResult, Events, EventName, MethodName, StationApi } from '../../shared/contract/contract.ts'

export interface FakeStation extends StationApi {
  /** What was called, in order. */
  readonly calls: readonly { readonly name: string; readonly input: unknown }[]
  emit<E extends EventName>(name: E, payload: Events[E]): void
  /** Pages that listen now. */
  listeners(): number
}

/** A station that remembers its calls and answers each with `answer`; by default an empty success. */
export function createFakeStation(answer: (name: string, input: unknown) => unknown = () => undefined): FakeStation {
  const calls: { name: string; input: unknown }[] = []
  const listeners = new Set<Parameters<StationApi['on']>[0]>()
  return {
    calls,
    async invoke(name, input) {
      calls.push({ name, input })
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
