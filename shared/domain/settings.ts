import { z } from 'zod'

/** Everything a person can set; each field has a default, so an older file still reads. */
export const settingsSchema = z.object({
  language: z.enum(['ru', 'en']).default('ru'),
  theme: z.enum(['system', 'light', 'dark', 'contrast']).default('system'),
  textSize: z.enum(['normal', 'large', 'huge']).default('normal'),
  /** 0..1. */
  volume: z.number().min(0).max(1).default(0.6),
  voice: z.boolean().default(false),
  /** When the sticker prints: as soon as the last code is in, or on the command scan `print`. */
  printWhen: z.enum(['atOnce', 'onCommand']).default('atOnce'),
  /** The printed sticker has to be scanned back before the order counts as packed. */
  scanBack: z.boolean().default(true),
  media: z.enum(['58x40', '40x30']).default('58x40'),
  stickerType: z.enum(['zplv', 'zplh']).default('zplh'),
  /** The same label read twice within this time counts once (ms). */
  repeatMs: z.number().int().min(0).max(10_000).default(700),
  /** Longest gap between two keys of one keyboard-wedge scan (ms). */
  wedgeGapMs: z.number().int().min(5).max(990).default(50),
  serialScanner: z
    .object({ path: z.string().min(1), baudRate: z.number().int().min(300).max(921_600).default(9600) })
    .nullable()
    .default(null),
  printer: z
    .discriminatedUnion('kind', [
      z.object({ kind: z.literal('none') }),
      z.object({ kind: z.literal('practice') }),
      z.object({
        kind: z.literal('tcp'),
        host: z.string().min(1).max(253),
        port: z.number().int().min(1).max(65_535).default(9100)
      })
    ])
    .default({ kind: 'none' }),
  /** Edition of the marketplace's API: by today's date, or pinned. */
  edition: z.enum(['auto', 'seed', 'successor']).default('auto'),
  /** Seconds between two polls for new orders. */
  pollSeconds: z.number().int().min(5).max(600).default(30)
})

export type Settings = z.infer<typeof settingsSchema>

/** The settings of a new station. */
export function defaultSettings(): Settings {
  return settingsSchema.parse({})
}
