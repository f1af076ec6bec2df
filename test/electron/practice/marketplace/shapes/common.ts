import { z } from 'zod'

/** Shapes as the vendor's documents state them, written apart from the practice marketplace: nothing may be missing, nothing may be more. */
export type EditionName = 'seed' | 'successor'

/** A list of names written in one line. */
export function words(names: string): readonly string[] {
  return names.split(' ')
}

export const id = z.int().positive()
export const price = z.int().nonnegative()
export const currency = z.int().min(1).max(999)
export const moment = z.iso.datetime()
/** `dd.mm.yyyy` */
export const day = z.string().regex(/^\d\d\.\d\d\.\d{4}$/)
export const hour = z.string().regex(/^\d\d:\d\d$/)
export const base64 = z.base64().min(1)
export const nothing = z.null()

export const META_KEYS = ['imei', 'uin', 'gtin', 'sgtin', 'expiration', 'customsDeclaration'] as const
export const metaKey = z.enum(META_KEYS)
export const address = z.strictObject({ fullAddress: z.string().min(1), longitude: z.number(), latitude: z.number() })

/** The verdicts of every key, and those that are a key's own. */
const VERDICTS = {
  any: ['filled', 'optional', 'required'],
  imei: ['deadlineExceeded', 'imeiMaySell', 'imeiSoldB2B', 'pending', 'imeiInvalidFormat', 'imeiAlreadySold'],
  uin: words(
    'deadlineExceeded uinMaySell pending uinInvalidFormat uinNotFound uinBadStatus uinBadProcess uinBadStatusAndBadProcess'
  ),
  sgtin: words(
    'deadlineExceeded sgtinIntroduced sgtinSoldB2B pending sgtinInvalidFormat sgtinNoGS sgtinHasInvalidSymbols sgtinHasNonLatinSymbols sgtinInvalidPattern sgtinNotFound sgtinEmitted sgtinApplied sgtinAppliedNotPaid sgtinRetired sgtinWithdrawn sgtinWrittenOff sgtinDisaggregated sgtinDisaggregation'
  )
} as const

const ofAny = z.enum(VERDICTS.any)
const one = z.string().min(1).nullable()

/** What reading back says of a key. */
export const metaDetail = z.discriminatedUnion('key', [
  z.strictObject({
    key: z.literal('sgtin'),
    value: z.array(z.string().min(16).max(135)).min(1).nullable(),
    decision: z.union([ofAny, z.enum(VERDICTS.sgtin)])
  }),
  z.strictObject({ key: z.literal('imei'), value: one, decision: z.union([ofAny, z.enum(VERDICTS.imei)]) }),
  z.strictObject({ key: z.literal('uin'), value: one, decision: z.union([ofAny, z.enum(VERDICTS.uin)]) }),
  z.strictObject({ key: z.enum(['gtin', 'expiration', 'customsDeclaration']), value: one, decision: ofAny }),
  z.strictObject({ key: z.literal('originCountryCode'), value: z.string().regex(/^\d{1,3}$/), decision: ofAny })
])

/** One sticker as FBS and the pickup points of DBS get it; parts are text, leading zeros and all. */
export const sticker = z.strictObject({
  orderId: id,
  partA: z.string().regex(/^\d+$/),
  partB: z.string().regex(/^\d+$/),
  barcode: z.string().regex(/^[!*]/),
  file: base64
})
