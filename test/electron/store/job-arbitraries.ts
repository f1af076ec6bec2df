import fc from 'fast-check'
import type { PrintJob } from '../../../shared/domain/printing/print-jobs.ts'
import { id, kind, maybe, name, number, text } from './arbitraries.ts'

const picked = fc.array(fc.record({ place: text, article: text, name: text, count: number }), { maxLength: 2 })

export const job: fc.Arbitrary<PrintJob> = fc.record({
  id: name,
  seq: id,
  source: fc.oneof(
    fc.record({ kind: kind('sticker'), orderId: id }),
    fc.record({ kind: fc.constantFrom('supplyQr', 'spotSticker'), supplyId: name }),
    fc.record({
      kind: kind('own'),
      label: fc.oneof(
        fc.record({
          kind: kind('separator'),
          article: text,
          colorCode: text,
          count: number,
          name: text,
          place: text
        }),
        fc.record({ kind: kind('pickSheet'), title: text, page: number, pages: number, lines: picked }),
        fc.record({ kind: kind('commands'), page: number }),
        fc.record({ kind: kind('badge'), packerId: name, name: text }),
        fc.record({ kind: kind('shelf'), orderId: id, article: text, reason: text }),
        fc.record({
          kind: kind('supplySheet'),
          name: text,
          remoteId: maybe(text),
          orders: number,
          at: number,
          articles: fc.array(fc.record({ article: text, colorCode: text, count: number }), { maxLength: 2 })
        }),
        fc.record({ kind: kind('box'), boxId: maybe(text), supplyName: text, number, boxes: number }),
        fc.record({ kind: kind('markingCode'), code: text, article: text, colorCode: text }),
        fc.record({ kind: kind('scannerTest'), page: number }),
        fc.record({ kind: fc.constantFrom('test', 'calibration') })
      )
    }),
    fc.record({ kind: kind('packingSlip'), orderId: id }),
    fc.record({
      kind: kind('pickList'),
      receipt: fc.record({ kind: kind('pickList'), title: text, lines: picked, at: number })
    }),
    fc.record({
      kind: kind('pickupReceipt'),
      receipt: fc.record({
        kind: kind('pickupReceipt'),
        orderId: id,
        lines: fc.array(fc.record({ title: text, quantity: number, price: number }), { maxLength: 2 }),
        currencyCode: number,
        at: number
      })
    })
  ),
  bornAt: number,
  packerId: maybe(name),
  reason: maybe(fc.constantFrom('notPrinted', 'damaged', 'lost', 'other')),
  printerId: maybe(name),
  printedOn: maybe(text),
  state: fc.oneof(
    fc.record({ kind: fc.constantFrom('intended', 'sending') }),
    fc.record({ kind: kind('sent'), at: number }),
    fc.record({ kind: kind('confirmed'), at: number, by: fc.constantFrom('printer', 'packer') }),
    fc.record({
      kind: kind('uncertain'),
      why: fc.constantFrom('noAnswer', 'linkLost', 'restarted', 'countDiffers', 'oneWayLink')
    }),
    fc.record({ kind: kind('failed'), why: text, at: number })
  )
})
