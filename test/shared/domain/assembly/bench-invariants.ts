import { wording } from '../../../../shared/domain/assembly/codes/ask.ts'
import { Draft } from '../../../../shared/domain/assembly/draft.ts'
import type { Bench } from '../../../../shared/domain/bench.ts'
import { isPackable, META_KEYS } from '../../../../shared/domain/orders/orders.ts'
import type { Order } from '../../../../shared/domain/orders/orders.ts'
import { hold } from './hold.ts'
import { isUnique } from './support.ts'
import type { Desk } from './support.ts'

/** Holds a bench against everything that must be true between two events. */
export function checkBench(desk: Desk): void {
  const { bench } = desk
  checkTable(bench)
  const codes = new Map<string, number>()
  for (const order of bench.orders.all()) {
    checkOrder(bench, order)
    if (order.life === 'cancelled' || order.life === 'returned') continue
    for (const key of META_KEYS) {
      const entry = order.codes[key]
      if (entry === undefined || !isUnique(key)) continue
      for (const value of entry.values) {
        hold(!codes.has(value), 'a code is on one order only, and once', value)
        codes.set(value, order.facts.id)
      }
    }
  }
  hold(codes.size === desk.register.size, 'the register holds the codes of living orders, and no other')
  for (const [code, orderId] of codes)
    hold(desk.register.get(code)?.orderId === orderId, 'the register knows each code')
}

function checkTable(bench: Bench): void {
  const { orderId, question, undo } = bench.table
  const { face, message } = bench.feedback
  hold(
    question === null ? face !== 'ask' : face === 'ask' || face === 'refused',
    'a question shows, and nothing else does'
  )
  if (question !== null && face === 'ask')
    hold(wordsOf(bench) === JSON.stringify(message), 'it is the open one that shows')
  if (orderId === null) return hold(undo.length === 0, 'an empty table has nothing to undo')
  const order = bench.orders.get(orderId)
  hold(order !== undefined && isPackable(order), 'the order on the table is packable')
  hold(order?.supplyId === bench.supplyId, 'it is of the open supply')
  hold(stateOf(bench, bench.supplyId) === 'open', 'that supply is open')
}

/** Of a supply or round. */
function stateOf(bench: Bench, batchId: string | null): string | undefined {
  return (bench.supplies.get(batchId ?? '') ?? bench.rounds.get(batchId ?? ''))?.state
}

/** The open question as the rules would put it now. */
function wordsOf(bench: Bench): string {
  const { question } = bench.table
  const none = () => {
    throw new Error('a question needs neither ids nor codes')
  }
  const draft = new Draft(bench, {
    now: 0,
    today: { year: 2026, month: 1, day: 1 },
    newId: none,
    mayOverride: true,
    codeUse: none,
    cardGtins: none,
    shippingPoints: () => null,
    productWords: none,
    gtinOwners: none
  })
  return question === null ? '' : JSON.stringify(wording(draft, question))
}

function checkOrder(bench: Bench, order: Order): void {
  const { life, label, packedAt, supplyId } = order
  const isOnTable = bench.table.orderId === order.facts.id
  hold(!order.itemChecked || isOnTable || packedAt !== null, 'an item is checked while it is in hand', order)
  hold(life !== 'fresh' || supplyId === null, 'a fresh order is in no supply', order)
  if (isPackable(order) || life === 'packed') {
    const state = stateOf(bench, supplyId)
    // What left with a courier is packed until the marketplace knows of it.
    const isWithCourier = state === 'left' && life === 'packed'
    hold(
      state === 'open' || state === 'closing' || state === 'delivering' || isWithCourier,
      'open work is in a supply that is open',
      order
    )
    hold(
      META_KEYS.every(key => order.codes[key]?.state !== 'refused'),
      'a refused code is on the shelf',
      order
    )
  }
  hold(!isPackable(order) || packedAt === null, 'open work was not packed', order)
  const jobs = [...bench.jobs.values()].filter(
    ({ source }) => source.kind === 'sticker' && source.orderId === order.facts.id
  )
  const states = new Set(jobs.map(job => job.state.kind))
  if (life === 'cancelled') return hold(!states.has('intended'), 'no label waits for a cancelled order', order)
  hold(
    label !== 'queued' || states.has('intended') || states.has('sending'),
    'a label that is waited for is coming',
    order
  )
  hold(label !== 'doubt' || states.has('uncertain'), 'a doubt can be asked about', order)
}
