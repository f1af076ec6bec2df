import { ipcMain } from 'electron'
import type { IpcMainInvokeEvent, WebContents } from 'electron'
import type { CallResult, MethodName, StationApi } from '../../shared/contract/contract.ts'
import type { CallChannel, EventChannel } from './channel-names.ts'

const CALL: CallChannel = 'station'
const EVENT: EventChannel = 'station-event'
/** The station's name for the page in a window: each has its own desk and lead's turn. */
export function pageOf({ id }: Pick<WebContents, 'id'>): string {
  return `window-${id}`
}

export interface ChannelOptions {
  /** May still be starting: calls wait for it. */
  readonly station: Promise<StationApi>
  readonly isPage: (address: string) => boolean
  /** Pages that hear the events. */
  readonly audience: () => readonly WebContents[]
}

/** The only place with raw `ipcMain`: carries the contract between pages and station. The result closes it. */
export function openChannel(options: ChannelOptions): () => void {
  let stopEvents = (): void => undefined
  let closed = false

  ipcMain.handle(CALL, async (event, name: unknown, input: unknown): Promise<CallResult<MethodName>> => {
    if (!isOwn(event, options.isPage)) throw new Error('not from the page')
    if (typeof name !== 'string') return { ok: false, error: { kind: 'unknownMethod', message: 'no method was named' } }
    const station = await options.station
    return station.invoke(name, input, pageOf(event.sender))
  })
  options.station.then(
    station => {
      if (closed) return
      stopEvents = station.on((name, payload) => {
        for (const page of options.audience()) {
          if (!('page' in payload) || payload.page === pageOf(page)) page.send(EVENT, name, payload)
        }
      })
    },
    // Whoever started the station reports that; no page hears events of a station that isn't there.
    () => undefined
  )
  return () => {
    closed = true
    stopEvents()
    ipcMain.removeHandler(CALL)
  }
}

/** The sender is the top frame of a window, with our page in it. */
function isOwn(event: IpcMainInvokeEvent, isPage: (address: string) => boolean): boolean {
  const frame = event.senderFrame
  return frame !== null && frame.parent === null && isPage(frame.url)
}
