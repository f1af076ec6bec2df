import { z } from 'zod'
import { apiBoundsSchema, USUAL_API_BOUNDS } from './account/api-choices.ts'
import { orderViewsSchema } from './orders/order-filter.ts'
import { printersSchema, routesSchema, withOlderPrinter } from './printing/printers.ts'
import { SCHEMES } from './schemes/scheme.ts'
import { cleaningSchema, NO_CLEANING } from './scanning/scan-cleaning.ts'
import { scannersSchema, withOlderScanner } from './scanning/scanners.ts'

const fields = {
  language: z.enum(['ru', 'en']),
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  textSize: z.enum(['normal', 'large', 'huge']),
  /** 0..1. */
  volume: z.number().min(0).max(1),
  voice: z.boolean(),
  /** When the sticker prints: as soon as the last code is in, or on the command scan `print`. */
  printWhen: z.enum(['atOnce', 'onCommand']),
  /** Once there are packers, one of them has to be signed in before anything is packed: the first scan is a badge. */
  signIn: z.boolean(),
  /** After so many minutes without a person the station locks itself until a badge is scanned; 0: never. */
  lockMinutes: z.number().int().min(0).max(240),
  /** The schemes whose orders are packed at this table. */
  schemes: z.array(z.enum(SCHEMES)).min(1),
  /** The printed sticker has to be scanned back before the order counts as packed. */
  scanBack: z.boolean(),
  /** Codes that an order may have and need not: asked for, never taken, or taken when somebody scans one. */
  optionalCodes: z.enum(['ask', 'skip', 'ifScanned']),
  stickerType: z.enum(['zplv', 'zplh']),
  /** The buyer's address stands on the labels of parcels that the seller delivers. */
  parcelAddress: z.boolean(),
  /** The same label read twice within this time counts once (ms). */
  repeatMs: z.number().int().min(0).max(10_000),
  /** Longest gap between two keys of one keyboard-wedge scan (ms). */
  wedgeGapMs: z.number().int().min(5).max(990),
  /** What is taken off each scan that a keyboard-wedge scanner types. */
  wedgeCleaning: cleaningSchema,
  scanners: scannersSchema,
  printers: printersSchema,
  routes: routesSchema,
  /** A label that could not print for so long does not come out any more (minutes). */
  labelsExpireMinutes: z.number().int().min(5).max(1440),
  /** How long a parcel waits for its buyer in the store before the marketplace calls it off (days). */
  storeDays: z.number().int().min(1).max(60),
  /** Who drove to the marketplace's warehouses last, and in what. */
  drivers: z
    .array(
      z.object({
        firstName: z.string().max(100),
        lastName: z.string().max(100),
        carModel: z.string().max(100),
        carNumber: z.string().max(9)
      })
    )
    .max(20),
  /** Whether supplies need point, type and day of shipping; `auto`: as far as the marketplace lets know. */
  shippingDemanded: z.enum(['auto', 'always', 'never']),
  /** Supplies may go by a carrier with an electronic waybill. */
  waybill: z.boolean(),
  /** Edition of the marketplace's API: by today's date, or pinned. */
  edition: z.enum(['auto', 'seed', 'successor']),
  /** What its documents leave open. */
  api: apiBoundsSchema,
  /** How the token stands in the header of each request: the API's documents differ. */
  authorization: z.enum(['raw', 'bearer']),
  /** Filters of the list of orders that somebody gave names. */
  orderViews: orderViewsSchema,
  /** Seconds between two polls for new orders. */
  pollSeconds: z.number().int().min(5).max(600)
}

/** Everything a person can set. */
export type Settings = z.infer<z.ZodObject<typeof fields>>

const DEFAULTS: Settings = {
  language: 'ru',
  theme: 'system',
  textSize: 'normal',
  volume: 0.6,
  voice: false,
  printWhen: 'atOnce',
  signIn: true,
  lockMinutes: 0,
  schemes: [...SCHEMES],
  scanBack: true,
  optionalCodes: 'ifScanned',
  stickerType: 'zplh',
  parcelAddress: false,
  repeatMs: 700,
  wedgeGapMs: 50,
  wedgeCleaning: NO_CLEANING,
  scanners: [],
  printers: [],
  routes: {},
  labelsExpireMinutes: 120,
  storeDays: 7,
  drivers: [],
  shippingDemanded: 'auto',
  waybill: false,
  edition: 'auto',
  api: USUAL_API_BOUNDS,
  authorization: 'raw',
  orderViews: [],
  pollSeconds: 30
}

/** Some of the settings, to be put over the ones in force; what is absent stays as it is. */
export const settingsPatchSchema = z.object(fields).partial()
export type SettingsPatch = z.infer<typeof settingsPatchSchema>

/** All of the settings; what an older file does not name is as in a new station. */
export const settingsSchema = z
  .preprocess(stored => withOlderPrinter(withOlderScanner(stored)), settingsPatchSchema)
  .transform(patch => withPatch(DEFAULTS, patch))

/** The settings with the named ones changed. */
export function withPatch(settings: Settings, patch: SettingsPatch): Settings {
  const given = Object.entries(patch).filter(([, value]) => value !== undefined)
  return { ...settings, ...Object.fromEntries(given) }
}

/** The settings of a new station. */
export function defaultSettings(): Settings {
  return DEFAULTS
}
