import { parseArgs } from 'node:util'
import { defaultDataDirectory } from './data-directory.ts'

export interface HostOptions {
  /** Training mode at once, against the practice marketplace. */
  readonly practice: boolean
  readonly dataDirectory: string
  /** Whether to open a browser on the page (browser host). */
  readonly open: boolean
  /** TCP port of the browser host; 0: any free one. */
  readonly port: number
  readonly help: boolean
}

export type ParsedOptions =
  | { readonly kind: 'ok'; readonly options: HostOptions }
  | { readonly kind: 'wrong'; readonly message: string }

export const OPTIONS_HELP = `  --practice     start in training mode, with a practice marketplace, scanner and printer
  --data DIR     keep data in DIR instead of the system's place
  --no-open      browser host: print the address, open no browser
  --port N       browser host: listen on port N of 127.0.0.1 instead of any free one
  --help         show this`

/** Reads the options that both hosts take; switches that are not ours (Chromium's own) are left alone when `lenient`. */
export function parseHostOptions(args: readonly string[], lenient = false): ParsedOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      strict: !lenient,
      allowPositionals: lenient,
      options: {
        practice: { type: 'boolean', default: false },
        data: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        port: { type: 'string', default: '0' },
        help: { type: 'boolean', default: false }
      }
    })
    const port = Number(values.port)
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      return { kind: 'wrong', message: `--port takes a number from 0 to 65535, not “${String(values.port)}”` }
    }
    return {
      kind: 'ok',
      options: {
        practice: values.practice === true,
        dataDirectory: typeof values.data === 'string' ? values.data : defaultDataDirectory(),
        open: values['no-open'] !== true,
        port,
        help: values.help === true
      }
    }
  } catch (error) {
    return { kind: 'wrong', message: error instanceof Error ? error.message : String(error) }
  }
}

/** The marketplace's origin from the environment (`VERSTAK_MARKETPLACE_URL`), null when the token's own is meant. */
export function marketplaceOverride(): string | null {
  return process.env['VERSTAK_MARKETPLACE_URL'] ?? null
}
