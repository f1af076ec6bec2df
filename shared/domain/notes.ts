import type { KindPart } from './orders/supplies.ts'
import type { RoundScheme } from './schemes/scheme.ts'

/** Of a message about a batch: it is a round of this scheme; absent: it is a supply. */
export interface OfRound {
  readonly scheme?: RoundScheme
}

/** What a scan brought or what is wrong with its way, said beside the message: it asks for nothing, and may offer a way on. */
export type Note =
  /** The item's own symbol told the date (dd.mm.yyyy). */
  | { readonly code: 'expirationRead'; readonly date: string }
  /** The sticker of an order that left the table is out. `isOver`: it will never be needed. */
  | { readonly code: 'stickerOut'; readonly partB: string; readonly isOver: boolean }
  /** Nothing can keep it from coming out. */
  | { readonly code: 'stickerComing'; readonly partB: string; readonly isOver: boolean }
  /** A scanner typed letters while CapsLock was on: whether it makes up for that cannot be told, so their case may be wrong. */
  | { readonly code: 'capsLock' }
  /** A cancelled parcel was taken out of the pile while something else was asked. */
  | { readonly code: 'parcelOut'; readonly partB: string }
  /** Another packer's badge was scanned while an order lay on the table: whoever it is packs it now. */
  | { readonly code: 'takenOver'; readonly name: string; readonly before: string }
  | OtherSupply
  | LeftSupply

/** A thing that the open supply does not hold: "yes" lays its order on the table, in the supply that it is for. */
export interface OtherSupply extends OfRound {
  readonly code: 'otherSupply'
  readonly orderId: number
  readonly article: string
  /** `item`: the thing itself was scanned. */
  readonly entry: 'item' | 'sticker' | 'chosen'
  /** `join`: it goes into the open supply; `new`: into one of its own kind; `open`: it is in another one, which is open too. */
  readonly way: 'join' | 'new' | 'open'
  /** In what it differs from the open supply's orders; null: it may share it. The scheme is that of where it goes. */
  readonly by: KindPart | null
  /** The open supply for `join`, else the other one; empty: not made yet. */
  readonly supplyName: string
}

/** No supply is open, and of those that are begun this one is the most urgent: "yes" opens it. */
export interface LeftSupply extends OfRound {
  readonly code: 'leftSupply'
  readonly supplyId: string
  readonly name: string
  /** Left to pack; 0: all are packed, or the marketplace has cancelled them all. */
  readonly orders: number
  /** All are packed, so many, and the batch waits to be handed over. */
  readonly packed?: number
  /** On the problem shelf. */
  readonly shelved: number
  /** What else is begun, by name; absent: nothing. */
  readonly others?: readonly string[]
}
