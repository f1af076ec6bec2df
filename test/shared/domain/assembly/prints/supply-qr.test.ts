import { expect, test } from 'vitest'
import { newDesk, packedOrder, SUPPLY } from '../support.ts'

test("a supply's QR prints once it came, and a doubt about it is asked", () => {
  const desk = newDesk({ orders: [packedOrder(1)] })
  desk.command('supplyDone')
  desk.sendAll()
  expect(desk.bench.supplies.get(SUPPLY)).toMatchObject({ state: 'delivered', qrWanted: true })
  desk.act({ kind: 'printOwn', sources: [{ kind: 'supplyQr', supplyId: SUPPLY }] })
  expect(desk.bench.supplies.get(SUPPLY)?.qrWanted).toBe(false)
  desk.loseAll('oneWayLink')
  expect(desk.message).toEqual({
    code: 'labelInHand',
    orderId: null,
    doubt: 'oneWayLink',
    partB: null,
    supply: { label: 'supplyQr', remoteId: SUPPLY }
  })
  desk.command('no')
  expect(desk.prints.map(job => [job.source.kind, job.reason])).toEqual([
    ['supplyQr', null],
    ['supplyQr', 'notPrinted']
  ])
})

test("a doubt about a supply's QR is answered by reading that very label", () => {
  const desk = newDesk({ orders: [packedOrder(1)] })
  desk.command('supplyDone')
  desk.sendAll()
  desk.act({ kind: 'printOwn', sources: [{ kind: 'supplyQr', supplyId: SUPPLY }] })
  desk.loseAll('oneWayLink')
  desk.scan('WB-GI-999999999')
  expect(desk.said).toBe('refused answerFirst')
  desk.scan(SUPPLY)
  expect(desk.said).toBe('done settled')
  expect([...desk.bench.jobs.values()].map(job => job.state)).toMatchObject([{ kind: 'confirmed', by: 'packer' }])
})
