import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { PrinterLink } from '../../shared/domain/printing/printers.ts'
import { until } from '../support/until.ts'
import { layPackingTable, type PackingTable } from './packing-table.ts'
import { startPrinterEnd } from './printer-end.ts'

const PRINTERS: readonly PrinterLink[] = [
  { kind: 'usb', vendorId: 0x0a5f, productId: 0x0164, serialNumber: 'D8N0001', name: 'ZD421' },
  { kind: 'lp', path: '/dev/usb/lp0', serialNumber: 'D8N0001' }
]
/** Longer than a test takes (ms). */
const FOR_EVER_MS = 600_000

const end = await startPrinterEnd()
after(() => end.close())

/** What happens to the cable while one order is packed; each gives back a printer that is plugged in. */
const ACCIDENTS = {
  async none() {},

  async tornAndAnsweredLate(table: PackingTable, barcode: string) {
    await tear(table, barcode, 40)
    await end.plug()
    await table.when('the printer', ({ printers: [printer] }) => printer?.state === 'ready')
  },

  async tornAndAnsweredAtOnce(table: PackingTable, barcode: string) {
    await tear(table, barcode, 200)
    // The label that is wanted instead waits for the printer.
    await table.scan('VRSTK-NO')
    assert.notEqual(table.view().feedback.face, 'ask')
    await end.plug()
  },

  async unpluggedWhenItIsOut(table: PackingTable, barcode: string) {
    const before = table.printed().length
    await table.scan(barcode)
    await until('the label', () => table.printed().length > before)
    await end.unplug()
    await end.plug()
  },

  async paused(table: PackingTable, barcode: string) {
    const paused = end.taken(40).then(() => end.simulator.setFault('paused'))
    await table.scan(barcode)
    await paused
    await table.when('the fault', ({ printers: [printer] }) => printer?.fault === 'paused')
    end.simulator.setFault(null)
  },

  async unpluggedBefore(table: PackingTable, barcode: string) {
    await end.unplug()
    await table.when('the loss', ({ printers: [printer] }) => printer?.state === 'fault')
    await table.scan(barcode)
    await end.plug()
  }
}

/** Pulls the plug when the printer has so many bytes of the label; the packer is asked at once. */
async function tear(table: PackingTable, barcode: string, bytes: number): Promise<void> {
  const reached = end.pauseAfter(bytes, FOR_EVER_MS)
  await table.scan(barcode)
  await reached
  await end.unplug()
  const { feedback } = await table.when('the question', ({ feedback }) => feedback.face === 'ask')
  assert.deepEqual(
    { code: feedback.message.code, doubt: 'doubt' in feedback.message ? feedback.message.doubt : null },
    { code: 'labelInHand', doubt: 'linkLost' }
  )
}

for (const link of PRINTERS) {
  void test(`a supply is packed while the plug of the printer (${link.kind}) is pulled: journal and labels agree`, async () => {
    const accidents = [...Object.values(ACCIDENTS), ACCIDENTS.tornAndAnsweredLate, ACCIDENTS.none]
    const table = await layPackingTable({ orders: accidents.length, link, end })
    const isOut = (orderId: number): boolean => table.printed().includes(table.stickerOf(orderId))
    const packed = new Set<number>()
    for (const [index, accident] of accidents.entries()) {
      const thing = table.things[index]
      assert(thing)
      await accident(table, thing.barcode)
      // As a packer would: by what is in the hand.
      packed.add(await table.pack(thing, { answer: view => (isOut(view.order?.id ?? 0) ? 'VRSTK-YES' : 'VRSTK-NO') }))
    }
    const orders = table.things.map(({ orderId }) => orderId)
    // None lost, none twice.
    assert.deepEqual(table.printed().toSorted(), orders.map(table.stickerOf).toSorted())
    const journal = await table.journal()
    const proven = journal.filter(({ state }) => state.kind === 'confirmed')
    assert.equal(proven.length, orders.length)
    // Each label that the cable cut off was asked about and is on record as not printed.
    const torn = journal.filter(({ state }) => state.kind === 'failed')
    assert.equal(torn.length, 3)
    assert.equal(journal.length, proven.length + torn.length)
    assert.equal(packed.size, orders.length)
    await table.close()
  })
}
