/** What a seller buys Verstak for; each failure of a simulated shift names the one that it breaks (`docs/reliability.md`). */
export const PROMISES = {
  P1: 'every scan that was taken is in the log',
  P2: 'every change that was asked for ends done, refused or with a person',
  P3: 'the marketplace holds each effect once',
  P4: 'no order is packed with a missing or a foreign code',
  P5: 'no sticker comes out twice without a recorded reason',
  P6: 'nothing is done under another seller’s token',
  P7: 'no limit of the marketplace is overrun',
  P8: 'every batch can be finished by a person',
  P9: 'what was shown as packed stays packed, with its codes',
  P10: 'nothing goes wrong in silence, and nothing stands still'
} as const
export type PromiseId = keyof typeof PROMISES

/** A promise that a shift broke, and how. */
export interface Breach {
  readonly promise: PromiseId
  readonly what: string
}
