import type { Input, MethodName } from '../../shared/contract.ts'

/** A valid input for every method of the contract: a new method without one does not compile. */
export const INPUTS: { readonly [N in MethodName]: Input<N> } = {
  'view.get': undefined,
  'scan.keys': { keys: [{ code: 'Digit1', key: '1', shift: false, ctrl: false, alt: false, capsLock: false }] },
  'scan.typed': { text: '4600000000000' },
  'bench.command': { command: 'next' },
  'bench.shelfReason': { reason: 'missing' },
  'bench.reprintReason': { reason: 'damaged' },
  'bench.takeOrder': { orderId: 1 },
  'orders.list': { lives: null, supplyId: null, search: '', offset: 0, limit: 10 },
  'orders.get': { orderId: 1 },
  'orders.claim': { orderIds: [1], supply: { kind: 'new', name: 'Evening' } },
  'orders.reprint': { orderId: 1, reason: 'damaged' },
  'orders.deleteCode': { orderId: 1, key: 'sgtin' },
  'orders.unshelve': { orderId: 1 },
  'supplies.list': undefined,
  'supplies.open': { supplyId: 'none' },
  'supplies.close': { supplyId: 'none' },
  'supplies.printWave': { supplyId: 'none' },
  'supplies.printQr': { supplyId: 'none' },
  'queue.list': { pending: true, offset: 0, limit: 10 },
  'queue.retry': { id: 'none' },
  'queue.dismiss': { id: 'none' },
  'jobs.list': { offset: 0, limit: 10 },
  'history.list': { offset: 0, limit: 10 },
  'label.preview': { orderId: 1 },
  'commandSheet.pages': { media: '58x40' },
  'commandSheet.print': undefined,
  'packers.list': undefined,
  'packers.save': { id: 'P1', name: 'Anna' },
  'packers.printBadge': { id: 'P1' },
  'settings.set': {},
  'devices.serialPorts': undefined,
  'devices.printQueues': undefined,
  'devices.printTest': undefined,
  'account.get': undefined,
  'account.connect': { token: 'no token at all', keep: 'thisRun' },
  'account.practise': undefined,
  'practice.things': undefined,
  'practice.show': { text: '4600000000000' },
  'practice.labels': undefined,
  'practice.state': undefined,
  'practice.setNetwork': { up: true },
  'practice.setPaper': { loaded: true },
  'practice.setLatency': { latencyMs: 0 },
  'practice.addOrders': { count: 1 },
  // Last of all: it ends practice.
  'account.leave': undefined
}

/** Every method's name in an order in which each can be called: leaving the account comes last. */
export const METHOD_NAMES: readonly MethodName[] = Object.keys(INPUTS) as MethodName[]
