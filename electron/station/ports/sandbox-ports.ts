import type { Reply } from './reply.ts'

/** Orders to be made by barcode. */
export interface SandboxWish {
  readonly sku: string
  readonly amount: number
  /** DBS only; by the day when absent. */
  readonly deliveryType?: 'dbs' | 'edbs' | 'dbsPickupPoint'
}

/** The levers of the vendor's sandbox: what buyers and pickup points do, done by hand. */
export interface SandboxClient {
  make(scheme: 'fbs' | 'dbs' | 'pickup', wishes: readonly SandboxWish[]): Promise<Reply<true>>
  /** The buyer calls it off in the first hour, before it is in assembly. */
  decline(scheme: 'fbs' | 'dbs' | 'pickup', orderId: number): Promise<Reply<true>>
  /** FBS: it arrives at the pickup point; the buyer takes it or not, with a code; or it is spoilt. */
  deliver(orderId: number): Promise<Reply<true>>
  receive(orderId: number, code: string): Promise<Reply<true>>
  reject(orderId: number, code: string): Promise<Reply<true>>
  spoil(orderId: number): Promise<Reply<true>>
  /** FBS: the point scans the supply and finds these orders in it. */
  close(remoteId: string, orderIds: readonly number[]): Promise<Reply<true>>
}
