/** How every call to the marketplace ends. */
export type * from './reply.ts'

/** The marketplace as the station uses it. */
export type * from './marketplace-port.ts'

/** FBS beside the packing: cancelling, boxes, passes, orders that cross a border. */
export type * from './fbs-ports.ts'

/** The seller's product cards. */
export type * from './cards-ports.ts'

/** The fourth scheme: a courier of the marketplace comes. */
export type * from './dbw-ports.ts'

/** The vendor's sandbox. */
export type * from './sandbox-ports.ts'

/** The two other schemes: the seller delivers, the buyer comes. */
export type * from './scheme-ports.ts'

/** Scanners and printers as the station uses them. */
export type * from './device-ports.ts'

/** What is to be on a label, and the bytes for it. */
export type * from './label-ports.ts'

/** What is kept of buyers. */
export type * from './buyer-ports.ts'

/** Secrets that are checked and never read, and whose they are. */
export type * from './secret-ports.ts'

/** Everything a station keeps on disk. */
export type * from './store-ports.ts'

/** Web requests by the host's own means. */
export type * from './http-ports.ts'

/** What the host gives: its clock, its log, where the token rests. */
export type * from './host-ports.ts'
