import type { ErrorForm } from './error-forms.ts'
import type { Buyer } from '../rules/schemes.ts'

/** Where the documents' samples and the vendor's own schemas differ, or real answers from both: how this marketplace speaks. */
export interface Forms {
  /** Refusals of business rules. */
  readonly errors: ErrorForm
  /** A buyer's phone: some one, some the other, unless told otherwise. */
  readonly phones: 'mixed' | 'number' | 'text'
  /** Pickup's `orders[].orders[]` and `meta.meta`: as each edition's documents show it, unless told otherwise. */
  readonly nesting: 'documented' | 'flat' | 'nested'
  /** Where `MetaValidationFail` lists the orders: in `data`, or beside the code. */
  readonly culprits: 'inData' | 'atTop'
}

export const DOCUMENTED_FORMS: Forms = { errors: 'full', phones: 'mixed', nesting: 'documented', culprits: 'inData' }

/** Whether a list is wrapped twice that only the first edition's sample shows so. */
export function isNested({ nesting }: Forms, isDocumented: boolean): boolean {
  return nesting === 'documented' ? isDocumented : nesting === 'nested'
}

/** A buyer's phone as the forms want it; `mixed` leaves it as this buyer has it. */
export function phoneOf({ phone }: Buyer, { phones }: Forms, own: 'number' | 'text'): string | number {
  return (phones === 'mixed' ? own : phones) === 'number' ? Number(phone.slice(1)) : phone
}
