import type { MethodName } from './contract.ts'

/** What a locked station answers yet: what opens it, and reads that show no buyer; scans are judged where they come in. */
const ANSWERED: readonly MethodName[] = [
  ...(['view.get', 'scan.keys', 'scan.typed', 'lock.open', 'lock.alive', 'lead.enter', 'lead.leave'] as const),
  ...([
    'account.get',
    'desk.open',
    'desk.took',
    'scannerTest.stop',
    'packers.list',
    'buyers.kept',
    'sets.all',
    'gtins.vouched'
  ] as const),
  ...(['orders.list', 'orders.get', 'orders.border', 'label.preview', 'commandSheet.pages'] as const),
  ...(['supplies.list', 'supplies.content', 'supplies.boxes', 'supplies.reshipment', 'rounds.list'] as const),
  ...(['queue.list', 'queue.limits', 'jobs.list', 'history.list', 'damage.list'] as const),
  ...(['shipping.points', 'shipping.routes', 'spot.book', 'passes.desk', 'passes.wanted'] as const),
  ...(['pickup.parcels', 'pickup.shelf', 'courier.desk', 'handovers.refused', 'picking.list'] as const),
  ...(['completed.state', 'completed.rows', 'shift.stats', 'shift.whoPacked', 'shift.board'] as const),
  ...(['devices.hidScanners', 'devices.serialPorts', 'devices.usbPrinters', 'devices.lpPrinters'] as const),
  ...(['devices.printQueues', 'devices.previewTest', 'cards.of', 'cards.picture', 'cards.ownCount'] as const),
  // The made-up world around a practice goes on without the packer.
  ...(['practice.things', 'practice.show', 'practice.labels', 'practice.state', 'practice.setNetwork'] as const),
  ...(['practice.setPaper', 'practice.setLatency', 'practice.addOrders', 'practice.cancelOrder'] as const),
  'practice.moveDelivery'
]

/** Whether a station that is locked because nobody was there answers this call. */
export function isAnsweredWhileLocked(name: MethodName): boolean {
  return ANSWERED.includes(name)
}
