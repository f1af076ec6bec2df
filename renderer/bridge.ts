import type { CallResult, Events, EventName, Input, MethodName, StationBridge } from '../shared/contract/contract.ts'

declare global {
  interface Window {
    readonly station?: StationBridge
  }
}

/** The station that a host put on the page; null if the page was opened without one. */
export function findStation(): StationBridge | null {
  return window.station ?? null
}

/** The bridge with broken transports told as failed calls: no caller has to catch. */
export function createStation(bridge: StationBridge): StationBridge {
  return {
    async invoke<N extends MethodName>(name: N, input: Input<N>): Promise<CallResult<N>> {
      try {
        return await bridge.invoke(name, input)
      } catch (error) {
        const message = error instanceof Error ? error.message : String(error)
        return { ok: false, error: { kind: 'failed', message } }
      }
    },
    on<E extends EventName>(name: E, listener: (payload: Events[E]) => void) {
      return bridge.on(name, listener)
    }
  }
}
