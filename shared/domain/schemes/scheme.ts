/** A scheme of selling and what only its orders have; every time and place is as the marketplace told it, '' = not told. */
export type OrderScheme =
  /** The marketplace delivers. */
  | { readonly kind: 'fbs' }
  /** The seller delivers. */
  | {
      readonly kind: 'dbs'
      readonly slot: DeliverySlot
      /** What it was before the last change; absent: it never changed. */
      readonly movedFrom?: DeliverySlot
      /** `dbs`, `edbs` (express: within hours), `dbsPickupPoint`; others as they come. */
      readonly deliveryType: string
      /** Orders that travel together; null: alone. */
      readonly groupId: string | null
    }
  /** The buyer comes to the store. */
  | {
      readonly kind: 'pickup'
      /** The day that the buyer was promised. */
      readonly date: string
      /** What the buyer names at the counter. */
      readonly orderCode: string
      /** `prepaid`, `postpaid`, `unknown`; others as they come. */
      readonly payMode: string
      /** Tyre fitting is ordered with it. */
      readonly tireService: boolean
      /** Where the parcel lies in the store, in the store's own words; null: nobody said. */
      readonly place: string | null
    }

/** When the buyer expects a delivery: `dd.mm.yyyy`, `hh:mm`. */
export interface DeliverySlot {
  readonly date: string
  readonly from: string
  readonly to: string
}

/** A DBS buyer is promised another time than the one known before. */
export interface MovedDelivery {
  readonly orderId: number
  readonly before: DeliverySlot
  readonly slot: DeliverySlot
}

export type Scheme = OrderScheme['kind']
/** Schemes whose orders are packed in rounds and have a label of our own. */
export type RoundScheme = Exclude<Scheme, 'fbs'>

export const ROUND_SCHEMES = ['dbs', 'pickup'] as const satisfies readonly RoundScheme[]
export const SCHEMES = ['fbs', ...ROUND_SCHEMES] as const satisfies readonly Scheme[]

export const FBS: OrderScheme = { kind: 'fbs' }

/** How a parcel's way to its buyer ended: taken, or turned down. */
export type HandoverOutcome = 'receive' | 'reject'

/** The end of an order's way as somebody here told it to the marketplace. */
export interface Handover {
  readonly outcome: HandoverOutcome
  /** Unix ms. */
  readonly at: number
  readonly packerId: string | null
  /** `queued`: on its way to the marketplace; `refused`: it did not take it. */
  readonly state:
    | { readonly kind: 'queued' }
    | { readonly kind: 'refused'; readonly code: string; readonly message: string }
}

/** The scheme as a change of codes names it: FBS goes without saying. */
export function namedScheme({ kind }: OrderScheme): { readonly scheme?: RoundScheme } {
  return kind === 'fbs' ? {} : { scheme: kind }
}
