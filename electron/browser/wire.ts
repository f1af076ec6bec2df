import type { CallResult, EventName, MethodName } from '../../shared/contract/contract.ts'

/** From the page: one call. */
export interface CallMessage {
  readonly id: number
  readonly name: string
  readonly input?: unknown
}

/** What this host alone has to tell: `keyTwice`: somebody who was not let in came with the key that let a browser in. */
export type HostNotice = 'keyTwice'

/** To the page: the answer to a call, an announcement, or a word of the host's own. */
export type StationMessage =
  | { readonly id: number; readonly result: CallResult<MethodName> }
  | { readonly event: EventName; readonly payload: unknown }
  | { readonly notice: HostNotice }
