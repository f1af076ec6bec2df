import type { ScannerPort } from '../station/ports/ports.ts'

export interface PracticeScanner extends ScannerPort {
  /** Reads a barcode as if it had been held before the scanner; nothing happens while it is unplugged or not started. */
  show(text: string): void
  unplug(): void
  plug(): void
}

/** A scanner without hardware, for practice and for tests. */
export function createPracticeScanner(): PracticeScanner {
  type Listener = Parameters<ScannerPort['start']>[0]
  const listeners = new Set<Listener>()
  let plugged = true

  function setPlugged(next: boolean): void {
    if (plugged === next) return
    plugged = next
    for (const listener of listeners) {
      listener.onState(plugged ? { kind: 'ready' } : { kind: 'fault', fault: 'lost' })
    }
  }

  return {
    name: 'practice',
    start(listener) {
      listeners.add(listener)
      listener.onState(plugged ? { kind: 'ready' } : { kind: 'fault', fault: 'unreachable' })
      return () => {
        listeners.delete(listener)
        return Promise.resolve()
      }
    },
    show(text) {
      if (!plugged || text === '') return
      for (const listener of listeners) listener.onFrame(text)
    },
    unplug: () => setPlugged(false),
    plug: () => setPlugged(true)
  }
}
