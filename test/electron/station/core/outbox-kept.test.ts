import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Outbox } from '../../../../electron/station/core/outbox.ts'
import { isOpen, isPending, lanesOf } from '../../../../shared/domain/intents.ts'
import type { Intent, IntentBody, IntentState } from '../../../../shared/domain/intents.ts'

const ORDERS = [1, 2, 3]
const LANES = [...ORDERS.map(id => `order:${id}`), 'supply:a', 'supply:b']

const orderId = fc.constantFrom(...ORDERS)
const supplyId = fc.constantFrom('a', 'b')
const body: fc.Arbitrary<IntentBody> = fc.oneof(
  fc.record({ kind: fc.constant('createSupply'), supplyId, name: fc.constant('') }),
  fc.record({
    kind: fc.constantFrom('addToSupply', 'deliverSupply'),
    supplyId,
    orderIds: fc.subarray(ORDERS, { minLength: 1 })
  }),
  fc.record({ kind: fc.constant('deleteMeta'), orderId, key: fc.constant('sgtin') }),
  fc.record({
    kind: fc.constant('confirm'),
    scheme: fc.constant('dbs'),
    orderIds: fc.subarray(ORDERS, { minLength: 1 })
  })
)
const state: fc.Arbitrary<IntentState> = fc.oneof(
  fc.constant({ kind: 'waiting', attempts: 0, why: null } as const),
  fc.record({ kind: fc.constantFrom('sending', 'unknown'), attempts: fc.constant(1) }),
  fc.record({ kind: fc.constantFrom('done', 'withdrawn'), at: fc.constant(1) }),
  fc.constant({ kind: 'refused', code: '', message: '', at: 1 } as const),
  fc.constant({ kind: 'parked', why: '', attempts: 1 } as const)
)
/** Its place in the queue is its own, and stays. */
const row: fc.Arbitrary<Intent> = fc
  .record({ seq: fc.integer({ min: 1, max: 8 }), body, state })
  .map(({ seq, ...rest }) => ({ id: `intent-${seq}`, seq, bornAt: seq * 10, packerId: null, ...rest }))

test('what an outbox keeps is what counting anew gives, whatever rows it took over', () => {
  fc.assert(
    fc.property(fc.array(fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 4 }), { maxLength: 8 }), steps => {
      const outbox = new Outbox([], 0)
      const truth = new Map<string, Intent>()
      for (const rows of steps) {
        outbox.adopt(rows)
        for (const intent of rows) truth.set(intent.id, intent)
        const inOrder = [...truth.values()].toSorted((a, b) => a.seq - b.seq)
        const pending = inOrder.filter(isPending)
        const refused = inOrder.filter(intent => isOpen(intent) && !isPending(intent))
        const underWay = pending.filter(intent => intent.state.kind !== 'parked')
        const isFirst = (intent: Intent, lane: string) =>
          pending.find(other => lanesOf(other.body).includes(lane)) === intent
        const heads = pending.filter(intent => lanesOf(intent.body).every(lane => isFirst(intent, lane)))
        expect(outbox.all()).toEqual(pending)
        expect(outbox.ready(0, 99, new Set()).intents).toEqual(
          heads.filter(intent => intent.state.kind === 'waiting' || intent.state.kind === 'unknown')
        )
        expect(outbox.counts()).toEqual({
          waiting: underWay.length,
          oldestAt: underWay[0]?.bornAt ?? null,
          attention: refused.length + pending.length - underWay.length
        })
        for (const lane of LANES) {
          expect(outbox.busyNow(lane)).toBe(pending.some(intent => lanesOf(intent.body).includes(lane)))
        }
        for (const intent of [...pending, ...refused]) expect(outbox.get(intent.id)).toBe(intent)
      }
    })
  )
})
