/** Of how many orders something is kept, or was erased, of their buyers. */
export interface BuyerCounts {
  /** Name, phones or address. */
  readonly contacts: number
  /** What the buyer said at the door. */
  readonly codes: number
  /** What the buyer wrote to the seller. */
  readonly comments: number
}

/** Buyers of orders whose life is over, or all. */
export type WhoseBuyers = 'over' | 'all'
