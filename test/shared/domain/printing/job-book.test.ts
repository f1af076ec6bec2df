import fc from 'fast-check'
import { expect, test } from 'vitest'
import { JobBook, wayOf } from '../../../../shared/domain/printing/job-book.ts'
import type { PrintJob, PrintSource, PrintState } from '../../../../shared/domain/printing/print-jobs.ts'

const source: fc.Arbitrary<PrintSource> = fc.oneof(
  fc.record({ kind: fc.constant('sticker'), orderId: fc.constantFrom(1, 2) }),
  fc.record({ kind: fc.constant('supplyQr'), supplyId: fc.constant('a') }),
  fc.constant({ kind: 'own', label: { kind: 'test' } } as const)
)
const state: fc.Arbitrary<PrintState> = fc.oneof(
  fc.record({ kind: fc.constantFrom('intended', 'sending') }),
  fc.record({ kind: fc.constant('sent'), at: fc.constant(1) }),
  fc.record({ kind: fc.constant('confirmed'), at: fc.constant(1), by: fc.constant('printer') }),
  fc.record({ kind: fc.constant('uncertain'), why: fc.constant('noAnswer') }),
  fc.record({ kind: fc.constant('failed'), why: fc.constant('paperOut'), at: fc.constant(1) })
)
/** Its place in the journal is its own, and stays. */
const job: fc.Arbitrary<PrintJob> = fc
  .record({ seq: fc.integer({ min: 1, max: 9 }), source, state, printerId: fc.constantFrom(null, 'p1') })
  .map(({ seq, ...rest }) => {
    const born = { bornAt: 1, packerId: null, reason: null, printedOn: null }
    return { id: `job-${seq}`, seq, ...born, ...rest }
  })

test('what a book of print jobs keeps is what counting anew gives, however its jobs came to be as they are', () => {
  fc.assert(
    fc.property(fc.array(fc.array(job, { maxLength: 5 }), { maxLength: 8 }), fc.nat({ max: 3 }), (steps, kept) => {
      let book = JobBook.of([])
      const truth = new Map<string, PrintJob>()
      for (const jobs of steps) {
        book = book.with(jobs)
        for (const one of jobs) truth.set(one.id, one)
      }
      const inOrder = () => [...truth.values()].toSorted((a, b) => a.seq - b.seq)
      const settled = inOrder().filter(({ state: { kind } }) => kind === 'confirmed' || kind === 'failed')
      // The newest few settled ones stay once there are twice as many.
      if (settled.length > kept * 2) for (const { id } of settled.slice(0, settled.length - kept)) truth.delete(id)
      book = book.forgetSettled(kept)
      const all = inOrder()
      expect([...book.values()]).toEqual(all)
      expect([...book.keys()]).toEqual(all.map(({ id }) => id))
      for (const kind of ['intended', 'sending', 'sent', 'confirmed', 'uncertain', 'failed'] as const) {
        expect([...book.inState(kind)]).toEqual(all.filter(one => one.state.kind === kind))
      }
      for (const orderId of [1, 2]) {
        const ofOrder = all.filter(one => one.source.kind === 'sticker' && one.source.orderId === orderId)
        expect([...book.ofOrder(orderId)]).toEqual(ofOrder)
      }
      const waiting = Map.groupBy(
        all.filter(one => one.state.kind === 'intended'),
        one => JSON.stringify(wayOf(one))
      )
      expect(new Map(book.waiting.map(({ jobs, ...way }) => [JSON.stringify(way), [...jobs]]))).toEqual(waiting)
    })
  )
})
