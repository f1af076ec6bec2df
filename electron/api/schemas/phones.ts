import { z } from 'zod'
import { missing } from './common.ts'

/** A number in one sample, a text in another; an empty one and 0 are none: not assigned yet. */
const dialled = missing(z.union([z.number(), z.string()]).transform(String)).transform(value =>
  value === null || value === '' || value === '0' ? null : value
)
const dialledList = z
  .array(dialled)
  .nullish()
  .transform(values => (values ?? []).filter(value => value !== null))

/** The phones of a buyer; which of them a scheme tells is up to it. */
export const phoneFields = {
  replacementPhone: dialled,
  phone: dialled,
  phoneCode: dialled,
  additionalPhoneCodes: dialledList,
  replacementAdditionalPhones: dialledList,
  additionalPhones: dialledList
}
