import { z } from 'zod'
import { passProblems } from '../domain/orders/passes.ts'
import type { PassDriver } from '../domain/orders/passes.ts'
import { method } from './method.ts'

const passId = z.number().int().positive()
const text = (most: number) => z.string().trim().max(most)

export interface PassView extends PassDriver {
  readonly passId: number
  readonly officeId: number
  readonly officeName: string
  readonly officeAddress: string
  /** Unix ms; null: not told. */
  readonly endsAt: number | null
}

export interface PassOfficeView {
  readonly officeId: number
  readonly name: string
  readonly address: string
}

export interface PassDesk {
  readonly passes: readonly PassView[]
  /** Warehouses that ask for a pass. */
  readonly offices: readonly PassOfficeView[]
  /** When the next pass may be made (Unix ms); 0: now. */
  readonly nextAt: number
}

/** `early`: the marketplace makes one every ten minutes, and was not asked. */
export type PassResult =
  | { readonly kind: 'ok' }
  | { readonly kind: 'early'; readonly nextAt: number }
  /** In the marketplace's own words. */
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'noAnswer' }

/** The contract's methods about passes to the marketplace's warehouses. */
export const passMethods = {
  /** Null: the marketplace could not be asked. */
  'passes.desk': method<PassDesk | null>()(z.undefined()),
  /** `passId` null: a new one. Its driver is remembered. */
  'passes.save': method<PassResult>()(
    z
      .object({
        passId: passId.nullable(),
        officeId: z.number().int().min(1),
        firstName: text(100),
        lastName: text(100),
        carModel: text(100),
        carNumber: text(9)
      })
      .refine(pass => passProblems(pass, pass.passId !== null).length === 0)
  ),
  'passes.delete': method<PassResult>()(z.object({ passId })),
  /** Warehouses that a supply's orders go to, that ask for a pass, and that there is none for. */
  'passes.wanted': method<readonly PassOfficeView[]>()(z.object({ supplyId: z.string() }))
} as const
