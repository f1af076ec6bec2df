/**
 * How many boxes a supply of so many orders may have in all: half as many, rounded down, and one at least (the vendor's
 * notes of 2026 on supplies to pickup points).
 */
export function boxesAllowed(orders: number): number {
  return Math.max(1, Math.floor(orders / 2))
}
