import { useEffect, useRef, useState } from 'react'
import type { Input, OrderRow } from '../../../shared/contract/contract.ts'
import type { Calls } from '../../calls.ts'
import { usePage, usePart } from '../../page.ts'
import { askedAgainAt } from '../../store.ts'

type Filter = Omit<Input<'orders.list'>, 'offset' | 'limit'>

/** Rows of one answer. */
const PAGE = 200
/** Rows of a list that are read whole at most; those beyond are found by searching. */
export const MOST = 5000
/** What is asked for begins and ends at such rows, so that not every turn of the wheel asks anew. */
const STEP = 50

/** The rows of a long list that are in sight. */
export interface OrdersInSight {
  readonly total: number
  /** The number of the first of `rows`; 0 is the list's first. */
  readonly from: number
  readonly rows: readonly OrderRow[]
}

/**
 * The orders of a filter from row `first` to before row `last`, and some around them; what is shown stays until newer ones
 * are here. One question at a time: of those that come up meanwhile only the newest is asked. Null before the first answer.
 */
export function useOrdersInSight(filter: Filter, first: number, last: number): OrdersInSight | null {
  const { calls } = usePage()
  const revision = usePart(state => askedAgainAt(state, 'orders.list'))
  const [shown, setShown] = useState<OrdersInSight | null>(null)
  const underWay = useRef<Promise<void>>(Promise.resolve())
  const wanted = useRef('')
  const key = JSON.stringify(filter)
  const offset = Math.floor(first / STEP) * STEP
  const limit = Math.min(PAGE, Math.max(STEP, Math.ceil((last - offset) / STEP) * STEP))
  useEffect(() => {
    const question = `${key} ${offset} ${limit}`
    wanted.current = question
    let current = true
    underWay.current = underWay.current.then(async () => {
      if (!current) return
      const page = await calls.ask('orders.list', { ...filter, offset, limit })
      // An answer that became old is shown all the same: where orders change all the time, none would be newest.
      if (page !== null && wanted.current === question) setShown({ ...page, from: offset })
    })
    return () => {
      current = false
    }
    // `key` stands for `filter`, which is a new object at every drawing.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [calls, key, offset, limit, revision])
  return shown
}

/** All orders of a filter; null before the first answer. For what is looked at whole, and short as a rule. */
export function useAllOrders(filter: Filter): readonly OrderRow[] | null {
  const { calls } = usePage()
  const revision = usePart(state => askedAgainAt(state, 'orders.list'))
  const [rows, setRows] = useState<readonly OrderRow[] | null>(null)
  const key = JSON.stringify(filter)
  useEffect(() => {
    let current = true
    void allOrders(calls, filter).then(all => current && all !== null && setRows(all))
    return () => {
      current = false
    }
    // `key` stands for `filter`, which is a new object at every drawing.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [calls, key, revision])
  return rows
}

/** The first 5000 orders of a filter, page by page; null: the station gave none. */
export async function allOrders(calls: Calls, filter: Filter): Promise<readonly OrderRow[] | null> {
  const all: OrderRow[] = []
  for (;;) {
    const page = await calls.ask('orders.list', { ...filter, offset: all.length, limit: PAGE })
    if (page === null) return null
    all.push(...page.rows)
    if (page.rows.length === 0 || all.length >= Math.min(page.total, MOST)) return all
  }
}
