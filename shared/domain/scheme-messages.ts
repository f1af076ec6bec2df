import type { HandoverOutcome, MovedDelivery } from './schemes/scheme.ts'

/** What is said of the buyer's end of DBS and pickup orders: on the shelf, with the courier, at the counter. */
export type SchemeMessage =
  | { readonly code: 'buyerIdentified'; readonly orderId: number }
  | { readonly code: 'handingOver'; readonly orderId: number; readonly outcome: HandoverOutcome }
  /** Where a pickup parcel lies in the store from now on. */
  | { readonly code: 'placed'; readonly orderId: number; readonly place: string }
  /** Labels with the new delivery time are on their way to the printer. */
  | { readonly code: 'labelsRenewed'; readonly partBs: readonly string[] }
  /** These parcels left with the courier. */
  | { readonly code: 'withCourier'; readonly orders: number }
  | { readonly code: 'handedOver'; readonly orderId: number; readonly outcome: HandoverOutcome }
  /** A place's code with no parcel that it could be for. */
  | { readonly code: 'parcelFirst'; readonly place: string }
  /** A pickup parcel that waits in the store. */
  | {
      readonly code: 'pickupWaits'
      readonly orderId: number
      readonly place: string | null
      readonly isToBePaid: boolean
    }
  /** Its buyer has it, or turned it down. */
  | { readonly code: 'parcelOver'; readonly orderId: number; readonly outcome: HandoverOutcome }
  /** A parcel that left with the courier. */
  | { readonly code: 'parcelLeft'; readonly orderId: number }
  /** Called off, or not taken, while the courier had it. */
  | { readonly code: 'parcelReturns'; readonly orderId: number }
  /** `isPrinted`: its label is out, with the former time on it. */
  | ({ readonly code: 'deliveryMoved'; readonly isPrinted: boolean } & MovedDelivery)
  | { readonly code: 'buyerCodeFirst'; readonly orderId: number }
  | { readonly code: 'identityFirst'; readonly orderId: number }
  | {
      readonly code: 'handoverRefused'
      readonly orderId: number
      readonly outcome: HandoverOutcome
      readonly vendorCode: string
      readonly vendorMessage: string
    }
  /** `partBs`: what stands large on their labels. */
  | { readonly code: 'oldLabels'; readonly name: string; readonly partBs: readonly string[] }
