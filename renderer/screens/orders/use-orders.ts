import { useEffect, useState } from 'react'
import type { Input, OrderRow } from '../../../shared/contract/contract.ts'
import { usePage, usePart } from '../../page.ts'

type Filter = Pick<Input<'orders.list'>, 'lives' | 'problems' | 'scheme' | 'search'>

const PAGE = 200
/** Rows beyond this are found by searching. */
const MOST = 5000

/** All orders of a filter, read page by page; the rows shown stay until newer ones are here. Null before the first answer. */
export function useOrders(filter: Filter): readonly OrderRow[] | null {
  const { calls } = usePage()
  const revision = usePart(state => state.listsRevision)
  const [rows, setRows] = useState<readonly OrderRow[] | null>(null)
  const key = JSON.stringify(filter)
  useEffect(() => {
    let current = true
    async function read(): Promise<void> {
      const all: OrderRow[] = []
      for (;;) {
        const page = await calls.ask('orders.list', { ...filter, supplyId: null, offset: all.length, limit: PAGE })
        if (!current || page === null) return
        all.push(...page.rows)
        if (page.rows.length === 0 || all.length >= Math.min(page.total, MOST)) break
        if (all.length === PAGE) setRows([...all])
      }
      setRows(all)
    }
    void read()
    return () => {
      current = false
    }
    // `key` stands for `filter`, which is a new object at every drawing.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [calls, key, revision])
  return rows
}
