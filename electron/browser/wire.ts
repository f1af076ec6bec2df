import type { CallResult, EventName, MethodName } from '../../shared/contract/contract.ts'

/** From the page: one call. */
export interface CallMessage {
  readonly id: number
  readonly name: string
  readonly input?: unknown
}

/** To the page: the answer to a call, or an announcement. */
export type StationMessage =
  | { readonly id: number; readonly result: CallResult<MethodName> }
  | { readonly event: EventName; readonly payload: unknown }
