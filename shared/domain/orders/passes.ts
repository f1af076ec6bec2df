/** Who drives, and what: as the gate of a warehouse asks for it. */
export interface PassDriver {
  readonly firstName: string
  readonly lastName: string
  readonly carModel: string
  readonly carNumber: string
}

/** Why a pass can't be asked for; each concerns one field. */
export type PassProblem = 'firstName' | 'lastName' | 'nameLength' | 'lastNameShort' | 'carModel' | 'carNumber'

const NAME_LEAST = 6
const NAME_MOST = 100
const MODEL_MOST = 100
const CAR_NUMBER = /^[\p{L}\d]{6,9}$/u
/** A pass holds for so long (ms), and one may be made every ten minutes (API documents, "Пропуска"). */
const HOLDS_MS = 48 * 60 * 60 * 1000
const BETWEEN_MS = 10 * 60 * 1000

/** What of a pass breaks the marketplace's rules (API documents, "Пропуска"); a change asks for six letters of last name. */
export function passProblems(driver: PassDriver, isChange: boolean): readonly PassProblem[] {
  const { firstName, lastName, carModel, carNumber } = driver
  const length = firstName.length + lastName.length
  const found: PassProblem[] = []
  if (firstName === '') found.push('firstName')
  if (lastName === '') found.push('lastName')
  if (firstName !== '' && lastName !== '' && (length < NAME_LEAST || length > NAME_MOST)) found.push('nameLength')
  else if (isChange && lastName !== '' && lastName.length < NAME_LEAST) found.push('lastNameShort')
  if (carModel === '' || carModel.length > MODEL_MOST) found.push('carModel')
  if (!CAR_NUMBER.test(carNumber)) found.push('carNumber')
  return found
}

/** When the next pass may be made (Unix ms), by the ends of those that are there and by when one was made here last; 0: now. */
export function nextPassAt(ends: readonly (number | null)[], madeAt: number, now: number): number {
  const born = ends.map(end => (end === null ? 0 : end - HOLDS_MS))
  const at = Math.max(madeAt, ...born) + BETWEEN_MS
  return at > now ? at : 0
}

/** Drivers remembered, the newest first. */
const REMEMBERED = 20

/** The drivers that are remembered with this one first, each car and name once. */
export function withDriver(known: readonly PassDriver[], driver: PassDriver): readonly PassDriver[] {
  const key = (one: PassDriver) => `${one.lastName} ${one.firstName} ${one.carNumber}`.toLowerCase()
  return [driver, ...known.filter(one => key(one) !== key(driver))].slice(0, REMEMBERED)
}
