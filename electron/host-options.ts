import { parseArgs } from 'node:util'
import { defaultDataDirectory } from './data-directory.ts'
import type { PracticeHeap } from './host.ts'

/** What a practice begins with unless told otherwise: the third number is of orders that wait in the store. */
export const USUAL_HEAP: PracticeHeap = { fbs: 30, dbs: 5, pickup: 5 }
/** More of one scheme than anybody packs in practice. */
const HEAP_MOST = 500

export interface HostOptions {
  /** Training mode at once, against the practice marketplace. */
  readonly practice: boolean
  readonly heap: PracticeHeap
  readonly dataDirectory: string
  /** Another marketplace than the token's own, on this PC (`VERSTAK_MARKETPLACE_URL`); null: the token's own. */
  readonly marketplaceUrl: string | null
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
  --heap F,D,P   practice: begin with F orders of FBS, D of own delivery and P of pickup, each 0 to ${HEAP_MOST} (30,5,5)
  --data DIR     keep data in DIR instead of the system's place
  --no-open      browser host: print the address, open no browser
  --port N       browser host: listen on port N of 127.0.0.1 instead of any free one
  --help         show this`

/** Reads the options that both hosts take, of the arguments and the environment; switches that are not ours (Chromium's own) are left alone when `lenient`. */
export function parseHostOptions(
  args: readonly string[],
  lenient = false,
  environment: Readonly<Record<string, string | undefined>> = process.env
): ParsedOptions {
  try {
    const marketplaceUrl = environment['VERSTAK_MARKETPLACE_URL'] ?? null
    if (marketplaceUrl !== null && !isOnThisPc(marketplaceUrl)) {
      return {
        kind: 'wrong',
        message: `VERSTAK_MARKETPLACE_URL may name a marketplace on this PC alone, like http://127.0.0.1:8787: the token would go to “${marketplaceUrl}”`
      }
    }
    const { values } = parseArgs({
      args: [...args],
      strict: !lenient,
      allowPositionals: lenient,
      options: {
        practice: { type: 'boolean', default: false },
        heap: { type: 'string' },
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
    const heap = typeof values.heap === 'string' ? parseHeap(values.heap) : USUAL_HEAP
    if (heap === null) {
      const message = `--heap takes three numbers from 0 to ${HEAP_MOST}, FBS, own delivery and pickup, like 30,5,5, not “${String(values.heap)}”`
      return { kind: 'wrong', message }
    }
    return {
      kind: 'ok',
      options: {
        practice: values.practice === true,
        heap,
        marketplaceUrl,
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

/** Three whole numbers within bounds; null: something else. */
function parseHeap(text: string): PracticeHeap | null {
  if (!/^\d{1,9}(,\d{1,9}){2}$/.test(text)) return null
  const [fbs = 0, dbs = 0, pickup = 0] = text.split(',').map(Number)
  return Math.max(fbs, dbs, pickup) > HEAP_MOST ? null : { fbs, dbs, pickup }
}

/** The token goes where this leads: whoever can set a variable must not be able to send it away. */
function isOnThisPc(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && /^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname)
}
