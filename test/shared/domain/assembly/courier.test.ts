import { expect, test } from 'vitest'
import { DBS, inRound, newDesk, round } from './support.ts'

const desk = (...ids: readonly number[]) =>
  newDesk({
    rounds: [round('dbs')],
    supplyId: 'round-dbs',
    orders: ids.map(id => ({ ...inRound(id, DBS, 'packed'), label: 'printed' as const }))
  })
const later = { date: '09.08.2026', from: '18:00', to: '20:00' }

test('the courier takes the parcels that are named; the others stay in their open round', () => {
  const table = desk(1, 2, 3)
  table.act({ kind: 'handToCourier', orderIds: [1, 3, 99] })
  expect(table.message).toEqual({ code: 'withCourier', orders: 2 })
  expect(table.queued).toMatchObject([{ kind: 'deliver', orderIds: [1, 3] }])
  table.sendAll()
  expect([1, 2, 3].map(id => table.order(id).life)).toEqual(['shipped', 'packed', 'shipped'])
  expect(table.bench.rounds.get('round-dbs')?.state).toBe('open')
  // Nothing leaves twice.
  table.act({ kind: 'handToCourier', orderIds: [1, 3] })
  expect(table.said).toBe('refused notNow')
})

test('a label with a former time is asked about before its round leaves: “yes” prints it anew, “no” lets it go', () => {
  const table = desk(1, 2)
  table.act({ kind: 'deliveryMoved', orderId: 1, before: DBS.slot, slot: later })
  expect(table.order(1).hasOldLabel).toBe(true)
  table.command('supplyDone')
  expect(table.message).toMatchObject({ code: 'oldLabels', partBs: [table.order(1).sticker?.partB] })
  table.command('yes')
  expect(table.said).toBe('goOn labelsRenewed')
  expect(table.order(1)).toMatchObject({ label: 'queued', hasOldLabel: true })
  expect(table.queued).toEqual([])

  // The printer has no paper: the parcel still bears the former time, and one label of it is enough.
  table.command('supplyDone')
  expect(table.message).toMatchObject({ code: 'oldLabels' })
  table.command('yes')
  expect(table.prints).toHaveLength(1)
  table.printAll()
  expect(table.order(1)).toMatchObject({ label: 'printed' })
  expect(table.order(1).hasOldLabel).toBeUndefined()

  table.act({ kind: 'deliveryMoved', orderId: 2, before: DBS.slot, slot: later })
  table.command('supplyDone')
  table.command('no')
  expect(table.said).toBe('done roundLeft')
  expect(table.queued).toMatchObject([{ kind: 'deliver', orderIds: [1, 2] }])
})

test('a label that was on its way to the printer as the delivery moved shows the former time', () => {
  const table = newDesk({ rounds: [round('dbs')], supplyId: 'round-dbs', orders: [inRound(1, DBS)] })
  table.scan(table.order(1).facts.skus[0] ?? '')
  const [job] = table.prints
  table.act({ kind: 'jobSending', jobId: job?.id ?? '', printer: 'Zebra' })
  table.act({ kind: 'deliveryMoved', orderId: 1, before: DBS.slot, slot: later })
  table.act({ kind: 'jobConfirmed', jobId: job?.id ?? '', by: 'printer' })
  expect(table.order(1)).toMatchObject({ label: 'printed', hasOldLabel: true })
})

test('a move before the label came out asks for no other label', () => {
  const table = newDesk({ rounds: [round('dbs')], supplyId: 'round-dbs', orders: [inRound(1, DBS)] })
  table.act({ kind: 'deliveryMoved', orderId: 1, before: DBS.slot, slot: later })
  expect(table.order(1).hasOldLabel).toBeUndefined()
})
