import { z } from 'zod'
import { cleanToken, type TokenType } from '../domain/account/token.ts'
import type { DiskWhy } from '../domain/disk.ts'
import { method } from './method.ts'

export interface AccountView {
  readonly kind: 'none' | 'practice' | 'live'
  readonly sellerId: string | null
  /** Unix ms. */
  readonly expiresAt: number | null
  readonly sandbox: boolean
  /** Null: there is no token, or one that does not matter. */
  readonly tokenType: TokenType | null
  /** How safely a token can rest on this PC: encrypted, unprotected (no keyring), or for this run only. */
  readonly vault: 'safe' | 'plain' | 'none'
  /** A seller's supplies and queue lie on this PC and go on as soon as there is a token. */
  readonly keepsWork: boolean
  /** What keeps the last token's files from being used; null: nothing. */
  readonly trouble: DataTrouble | null
}

/** Why the files of a seller can't be used, and what can be done. */
export interface DataTrouble {
  /** `missing`: there was work, and there is no file; `behind`: the end of its log is lost. */
  readonly why: DiskWhy | 'newer' | 'missing' | 'behind'
  readonly folder: string
  /** Lines of the log that are lost as it is; null: nobody knows. */
  readonly lines: number | null
  /** The newest good copy; null: there is none, or it would be no help. */
  readonly backup: {
    /** Unix ms. */
    readonly at: number
    /** What came after it: lines of the log, and packed orders; null: nobody knows. */
    readonly lines: number | null
    readonly packed: number | null
  } | null
}

/** `restore`: the newest good copy; `keep`: as it is; `empty`: begin anew. What was there stays beside it. */
export const MENDS = ['again', 'restore', 'keep', 'empty'] as const
export type Mend = (typeof MENDS)[number]

export type ConnectResult =
  | { readonly kind: 'ok'; readonly account: AccountView }
  | { readonly kind: 'trouble'; readonly trouble: DataTrouble }
  | ({ readonly kind: 'refused' } & TokenRefusal)

export type TokenRefusal =
  /** Unix ms. */
  | { readonly why: 'expired'; readonly expiredAt: number }
  | {
      readonly why:
        | 'notToken'
        | 'notWhole'
        | 'noMarketplace'
        | 'readOnly'
        | 'tokenRefused'
        | 'payment'
        | 'forbidden'
        | 'unreachable'
        /** Somebody between here and the marketplace answers in its place. */
        | 'stranger'
    }

const nothing = z.undefined()

/** The contract's methods about whose orders are packed; the composition answers them. */
export const accountMethods = {
  'account.get': method<AccountView>()(nothing),
  'account.connect': method<ConnectResult>()(
    z.object({ token: z.string().min(1).max(4096).transform(cleanToken), keep: z.enum(['always', 'thisRun']) })
  ),
  /** Tries the token of the trouble again, after this. */
  'account.mend': method<ConnectResult>()(z.object({ how: z.enum(MENDS) })),
  'account.practise': method<void>()(nothing),
  /** Forgets the token (or ends practice) and shows the first-run screen. */
  'account.leave': method<void>()(nothing)
} as const
