import { z } from 'zod'
import { cleanToken, type TokenType } from '../domain/account/token.ts'
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
}

export type ConnectResult =
  | { readonly kind: 'ok'; readonly account: AccountView }
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
  'account.practise': method<void>()(nothing),
  /** Forgets the token (or ends practice) and shows the first-run screen. */
  'account.leave': method<void>()(nothing)
} as const
