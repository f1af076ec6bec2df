import { z } from 'zod'
import type { MarketplaceControl, RequestRecord } from '../../electron/practice/marketplace/marketplace.ts'

/** A change asked of the marketplace, as short as `PUT 4100000017/meta/sgtin`. */
export interface Write {
  readonly name: string
  readonly orderIds: readonly number[]
  /** Whether the marketplace carried it out, with its answer lost or not. */
  readonly isCommitted: boolean
  readonly status: number
  readonly body: unknown
}

/** Reads of the API that go by POST. */
const POSTED_READS =
  /\/(status|info|details|identity|delivery-date|final-price|stickers|meta|history|client|cross-border|list)(\?|$)/

/** Every write the marketplace was asked for, oldest first. */
export function writesOf(control: MarketplaceControl): readonly Write[] {
  return control.requests().filter(isWrite).map(toWrite)
}

export function isWrite({ method, path }: RequestRecord): boolean {
  if (method === 'GET') return false
  return method !== 'POST' || !POSTED_READS.test(path)
}

export function toWrite(record: RequestRecord): Write {
  const { method, path, status, outcome, body, orderIds, isRefused = false } = record
  const short = path.replace(/^\/api\/(marketplace\/)?v3\//, '').replace(/^orders\//, '')
  const isCommitted =
    outcome === 'droppedAfterCommit' ||
    outcome === 'strangerAfterCommit' ||
    (outcome === 'answered' && status >= 200 && status < 300 && !isRefused)
  return { name: `${method} ${short}`, orderIds, isCommitted, status, body }
}

/** Writes that were carried out more than once, which none may be; a code that was taken off in between may come again. */
export function repeatedWrites(writes: readonly Write[]): readonly string[] {
  const seen = new Set<string>()
  const repeated: string[] = []
  for (const { name, body } of writes.filter(({ isCommitted }) => isCommitted)) {
    const write = `${name} ${JSON.stringify(body)}`
    if (seen.has(write)) repeated.push(write)
    seen.add(write)
    const set = setBefore(name, body)
    if (set === null) continue
    for (const other of seen) if (other === write || other.startsWith(set)) seen.delete(other)
  }
  return repeated
}

/** How the change begins that a deletion takes back, which may come again after it; null: this is no deletion. */
function setBefore(name: string, body: unknown): string | null {
  const [, path = '', key = ''] = /^DELETE (.*\/meta)\?key=(\w+)$/.exec(name) ?? []
  if (key !== '') return `PUT ${path}/${key} `
  const [, bulk = ''] = /^POST (.*\/meta)\/delete$/.exec(name) ?? []
  return bulk === '' ? null : `POST ${bulk}/${deletedKey.parse(body).key} `
}

const deletedKey = z.object({ key: z.string() })

/** Answers of the marketplace that say that a limit was overrun. */
export function overruns(control: MarketplaceControl): readonly RequestRecord[] {
  return control.requests().filter(({ status }) => status === 429)
}
