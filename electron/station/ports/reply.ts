import type { MetaSeen } from '../../../shared/domain/bench.ts'

/** Why a call gave no result. */
export type Failure =
  /** Nothing happened there; may be sent again after `inMs` of monotonic time. */
  | {
      readonly kind: 'retry'
      /** `processing`: the marketplace is still at work on the same thing. */
      readonly why: 'offline' | 'timeout' | 'server' | 'limited' | 'processing'
      readonly inMs: number
    }
  /** Somebody between here and the marketplace answered in its place, with this HTTP status. */
  | { readonly kind: 'retry'; readonly why: 'stranger'; readonly status: number; readonly inMs: number }
  /** A business error: sending the same again gives the same. `culprits`: orders named by the marketplace; `metas`: their codes. */
  | {
      readonly kind: 'refused'
      readonly status: number
      readonly code: string
      readonly message: string
      readonly culprits: readonly number[]
      readonly metas?: readonly MetaSeen[]
    }
  /** A write left the PC and no answer came: read back before sending again. */
  | { readonly kind: 'unknown'; readonly why: 'timeout' | 'connectionLost' | 'server' }
  | { readonly kind: 'unknown'; readonly why: 'stranger'; readonly status: number }
  /** The whole account is stopped until a person acts; `baseToken` and `pathGone` stop one method alone. */
  | { readonly kind: 'blocked'; readonly why: BlockReason; readonly detail: string }
  /** The answer is not what the API documents say; `field` names the place. */
  | { readonly kind: 'broken'; readonly field: string }

export type BlockReason =
  | 'tokenRefused'
  | 'tokenExpired'
  | 'readOnly'
  | 'payment'
  | 'forbidden'
  | 'noToken'
  | 'baseToken'
  | 'pathGone'

export type Reply<T> = { readonly kind: 'ok'; readonly value: T } | Failure

/** Whether somebody waits for the answer. */
export type Urgency = 'urgent' | 'background'
