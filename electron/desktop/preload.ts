import { contextBridge, ipcRenderer } from 'electron'
import type { EventName, Events, StationBridge } from '../../shared/contract/contract.ts'
import type { CallChannel, EventChannel } from './channel-names.ts'

// A sandboxed preload can't load files: apart from `electron`, only types are imported here. The only place with raw `ipcRenderer`.
const CALL: CallChannel = 'station'
const EVENT: EventChannel = 'station-event'

type Listener = (payload: Events[EventName]) => void

const listeners: Readonly<Record<EventName, Set<Listener>>> = {
  view: new Set(),
  lists: new Set(),
  deskScan: new Set()
}

ipcRenderer.on(EVENT, (_, name: EventName, payload: Events[EventName]) => {
  for (const listener of listeners[name]) listener(payload)
})

const bridge: StationBridge = {
  invoke: (name, input) => ipcRenderer.invoke(CALL, name, input),
  on(name, listener) {
    // Each registration is its own, even of one function twice.
    const own: Listener = payload => listener(payload as never)
    listeners[name].add(own)
    return () => {
      listeners[name].delete(own)
    }
  }
}

contextBridge.exposeInMainWorld('station', bridge)
