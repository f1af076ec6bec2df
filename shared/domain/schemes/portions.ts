/** A list in pieces of at most `most`, in its order. */
export function inPortions<T>(list: readonly T[], most: number): readonly (readonly T[])[] {
  const count = Math.ceil(list.length / most)
  return Array.from({ length: count }, (_, place) => list.slice(place * most, (place + 1) * most))
}

/** The most orders of a change that is carried out order by order: so many share a lane's fate after a crash. */
export const PORTION_MAX = 100
