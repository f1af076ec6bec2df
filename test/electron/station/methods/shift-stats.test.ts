import { expect, test } from 'vitest'
import type { Deed } from '../../../../electron/station/ports/ports.ts'
import { ShiftCount } from '../../../../electron/station/methods/shift-stats.ts'

const HOUR = 3_600_000
const MINUTE = 60_000

function deed(at: number, part: Partial<Deed> = {}): Deed {
  return { seq: at, at, packerId: '7', kind: 'scan', orderId: null, face: 'goOn', answer: 'scanCode', ...part }
}

function packed(at: number, orderId: number, part: Partial<Deed> = {}): Deed {
  return deed(at, { orderId, face: 'done', answer: 'packed', ...part })
}

test('a shift is counted packer by packer: orders, pace, refusals; the hours and the labels are everybody’s', () => {
  const count = new ShiftCount(at => Math.floor(at / HOUR))
  for (const [order, seconds] of [10, 20, 30, 40].entries()) {
    const from = 9 * HOUR + order * 5 * MINUTE
    count.add(deed(from, { orderId: order + 1 }))
    // A second scan of the same order is no new beginning.
    count.add(deed(from + 1, { orderId: order + 1 }))
    count.add(packed(from + seconds * 1000, order + 1))
  }
  // Left alone for an hour: an order, but no measure of pace.
  count.add(deed(10 * HOUR, { orderId: 9 }))
  count.add(packed(11 * HOUR, 9))
  count.add(deed(11 * HOUR + 1, { face: 'refused', answer: 'wrongProduct' }))
  count.add(deed(11 * HOUR + 2, { face: 'refused', answer: 'wrongProduct', packerId: null }))
  // Red, so that nobody overlooks a parcel that waits for its place: no mistake.
  count.add(deed(11 * HOUR + 2.5, { face: 'refused', answer: 'pickupWaits' }))
  count.add(deed(11 * HOUR + 3, { kind: 'jobConfirmed', face: null, answer: null }))
  count.add(deed(11 * HOUR + 4, { kind: 'jobFailed', face: null, answer: null }))
  const { packers, hours, printed, notPrinted } = count.result(id => (id === null ? null : `packer ${id}`))
  expect(packers).toEqual([
    { packer: 'packer 7', packed: 5, scans: 16, p50: 30, p90: 40, errors: [{ code: 'wrongProduct', count: 1 }] },
    { packer: null, packed: 0, scans: 1, p50: null, p90: null, errors: [{ code: 'wrongProduct', count: 1 }] }
  ])
  expect([hours[9], hours[11], hours.length]).toEqual([4, 1, 24])
  expect([printed, notPrinted]).toEqual([1, 1])
})

test.each(['jobConfirmed', 'jobSent'])(
  'an order that ends with its label (%s), as without scanning back, is packed',
  kind => {
    const count = new ShiftCount(at => Math.floor(at / HOUR))
    count.add(deed(9 * HOUR, { orderId: 1 }))
    count.add(packed(9 * HOUR + 12_000, 1, { kind }))
    // A label of its own ends nothing.
    count.add(deed(9 * HOUR + 13_000, { kind, packerId: null, face: null, answer: null }))
    const { packers, hours, printed } = count.result(id => id)
    expect(packers).toEqual([{ packer: '7', packed: 1, scans: 1, p50: 12, p90: 12, errors: [] }])
    expect([hours[9], printed]).toEqual([1, 2])
  }
)
