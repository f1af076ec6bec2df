/** One request to the API as the marketplace saw it. */
export interface RequestRecord {
  /** Counts up from 1 over the whole life of the server. */
  readonly serial: number
  /** Unix ms. */
  readonly at: number
  readonly method: string
  /** With its query. */
  readonly path: string
  /** 0 when the connection was destroyed instead of a reply. */
  readonly status: number
  readonly outcome:
    | 'answered'
    | 'away'
    | 'droppedBeforeCommit'
    | 'droppedAfterCommit'
    | 'strangerBeforeCommit'
    | 'strangerAfterCommit'
  readonly body: unknown
  /** A success as a whole, in which each order was refused. */
  readonly isRefused?: true
  /** The orders named in the path or the body. */
  readonly orderIds: readonly number[]
}

export interface RequestLog {
  add(record: Omit<RequestRecord, 'serial' | 'orderIds'>): void
  /** Oldest first, only those after the serial `after`. */
  list(after?: number): readonly RequestRecord[]
  clear(): void
}

const LIMIT = 5000

/** Keeps the last five thousand requests. */
export function createRequestLog(): RequestLog {
  let serial = 0
  let records: RequestRecord[] = []
  return {
    add(record) {
      serial += 1
      records.push({ ...record, serial, orderIds: orderIdsOf(record.path, record.body) })
      if (records.length > LIMIT * 2) records = records.slice(-LIMIT)
    },
    list: (after = 0) => records.filter(record => record.serial > after).slice(-LIMIT),
    clear() {
      records = []
    }
  }
}

function orderIdsOf(path: string, body: unknown): readonly number[] {
  const inPath = /\/orders\/(\d+)/.exec(path)?.[1]
  const named = typeof body === 'object' && body !== null ? Object.entries(body) : []
  const inBody = named.flatMap(([key, value]: [string, unknown]) =>
    /^orders?(ids)?$/i.test(key) && Array.isArray(value) ? value.map(orderIdOf) : []
  )
  return [...(inPath === undefined ? [] : [Number(inPath)]), ...inBody.filter(id => id !== null)]
}

/** Bulk bodies list plain ids, or objects with an `orderId`. */
function orderIdOf(item: unknown): number | null {
  if (typeof item === 'number') return item
  if (typeof item !== 'object' || item === null || !('orderId' in item)) return null
  return typeof item.orderId === 'number' ? item.orderId : null
}
