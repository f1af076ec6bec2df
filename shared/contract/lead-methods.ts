import { z } from 'zod'
import { BADGE_ID } from '../domain/scanning/commands.ts'
import { PIN } from '../domain/scanning/pin.ts'
import { method } from './method.ts'

const packerId = z.string().regex(BADGE_ID)
const pin = z.string().regex(PIN)

/** `wait`: too many wrong ones, none is looked at for so long. `forMs`: how long this page may now what a lead may. */
export type LeadAnswer =
  | { readonly kind: 'in'; readonly name: string; readonly forMs: number }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly ms: number }

/** `taken`: another lead has it, and who acts has to be known by it. */
export type PinAnswer = 'ok' | 'taken' | 'noPacker'

/** The contract's methods about shift leads: packers with a PIN. While there is none, everybody may everything. */
export const leadMethods = {
  /** For some minutes this page may what only a lead may. */
  'lead.enter': method<LeadAnswer>()(z.object({ pin })),
  /** Opens a station that locked itself: a lead's PIN or, where there is no lead, a packer's number. */
  'lock.open': method<Exclude<LeadAnswer, { readonly kind: 'in' }> | { readonly kind: 'open' }>()(
    z.object({ pin: packerId })
  ),
  /** The packer goes away; nothing where nobody could open it again. */
  'lock.now': method<void>()(z.undefined()),
  /** Somebody is at the page. */
  'lock.alive': method<void>()(z.undefined()),
  'lead.leave': method<void>()(z.undefined()),
  /** Makes a packer a lead, or changes the PIN; null: the packer is none any more. */
  'lead.setPin': method<PinAnswer>()(z.object({ packerId, pin: pin.nullable() }))
} as const
