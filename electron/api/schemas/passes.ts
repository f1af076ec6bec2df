import { z } from 'zod'
import { list } from './common.ts'

const officeId = z.number().int().min(1)
const passPath = z.object({ passId: z.number().int().positive() })
const text = z
  .string()
  .nullish()
  .transform(value => value ?? '')

export const passOfficesReply = list(z.object({ id: z.number().int(), name: text, address: text }))
export const passesReply = list(
  z.object({
    id: z.number().int(),
    firstName: text,
    lastName: text,
    carModel: text,
    carNumber: text,
    officeName: text,
    officeAddress: text,
    officeId: z.number().int(),
    /** `2022-07-31 17:53:13+00:00`, as it is printed. */
    dateEnd: text
  })
)

const driver = {
  firstName: z.string().min(1),
  lastName: z.string().min(1),
  carModel: z.string().min(1).max(100),
  carNumber: z.string().regex(/^[\p{L}\d]{6,9}$/u),
  officeId
}
/** First and last name together take 6 to 100 characters. */
function nameFits({ firstName, lastName }: { readonly firstName: string; readonly lastName: string }): boolean {
  const length = firstName.length + lastName.length
  return length >= 6 && length <= 100
}
const nameMessage = 'first and last name: 6 to 100 characters together'

export const createPassRequest = z.object({ body: z.object(driver).refine(nameFits, nameMessage) })
export const createPassReply = z.object({ id: z.number().int() })
/** The documents ask for six characters of last name here, and here only. */
export const updatePassRequest = z.object({
  path: passPath,
  body: z.object({ ...driver, lastName: z.string().min(6) }).refine(nameFits, nameMessage)
})
export const deletePassRequest = z.object({ path: passPath })
