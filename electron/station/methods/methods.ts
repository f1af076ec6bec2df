import type { MethodName, Output, Parsed } from '../../../shared/contract/contract.ts'
import type { BenchEvent } from '../../../shared/domain/bench.ts'
import { badgeBarcode } from '../../../shared/domain/scanning/commands.ts'
import type { PrintSource } from '../../../shared/domain/printing/print-jobs.ts'
import type { LabelCount } from '../../../shared/contract/method.ts'
import { roundView, supplyView } from '../../../shared/view/batch-view.ts'
import { commandSheet } from '../printing/command-sheet.ts'
import { drawnAs, labelsAsked, profileFor, stickerPicture, testPicture, testSource } from './label-methods.ts'
import { boxContents, reshipmentFor, supplyContent } from './supply-methods.ts'
import { officesOfSupply, savePass } from './pass-methods.ts'
import { eraseBuyers } from './buyer-methods.ts'
import { courierDesk, handOut, noteShown, routeOf } from './courier-methods.ts'
import { chooseShipping, findPoints, setUsual } from './shipping-methods.ts'
import { buyerLeaves, identityOf, parcelsOf, shelfOf } from './pickup-methods.ts'
import { handOver, identify, showBuyer, refusedHandovers } from './scheme-methods.ts'
import { borderHistory, mayCancel } from './order-questions.ts'
import { ShiftBook } from './shift-book.ts'
import { board, shiftStats, whoPacked } from './shift-methods.ts'
import { actOnMany } from './many-orders.ts'
import { findOrders } from './find-orders.ts'
import { cardsOf, historyRow, orderPage, queueRow, setsOfCodes, vouchedGtins } from './list-rows.ts'
import { pickList, pickSources } from './pick-list.ts'
import { compareBatches } from './compare-batches.ts'
import { PassKeeper } from '../marketplace/pass-keeper.ts'
import type { Station } from '../station.ts'

/** Methods that belong to an account, to practice or to a page; the composition answers them. */
export type OuterMethod = Extract<
  MethodName,
  `account.${string}` | `practice.${string}` | `desk.${string}` | `lead.${string}` | `lock.${string}`
>
export type StationMethod = Exclude<MethodName, OuterMethod>

export type Handlers<N extends MethodName> = {
  readonly [K in N]: (input: Parsed<K>) => Output<K> | Promise<Output<K>>
}

/** The contract's methods over a station: commands enter the single file of decisions, queries read the bench or disk. */
export function createHandlers(station: Station): Handlers<StationMethod> {
  const { core, store, labels, devices, intake } = station
  const passes = new PassKeeper({ marketplace: station.marketplace, clock: station.clock })
  const act = (event: BenchEvent) => station.act(event)
  const print = (sources: readonly PrintSource[], printerId?: string): LabelCount => {
    if (sources.length > 0) act({ kind: 'printOwn', sources, ...(printerId !== undefined && { printerId }) })
    return { labels: sources.length }
  }
  const shift = new ShiftBook(store)
  return {
    'view.get': () => station.view(),
    'scan.keys': ({ id, keys }) => intake.keys(keys, id),
    'scan.typed': ({ id, text }) => station.scan(text, id),
    'bench.command': ({ command }) => act({ kind: 'command', command }),
    'bench.shelfReason': ({ reason }) => act({ kind: 'shelfReason', reason }),
    'bench.reprintReason': ({ reason }) => act({ kind: 'reprintReason', reason }),
    'bench.takeOrder': ({ orderId }) => act({ kind: 'takeOrder', orderId }),
    'bench.reopenOrder': ({ orderId }) => act({ kind: 'reopenOrder', orderId }),
    'orders.list': filter => findOrders(core.bench, filter, station.now()),
    'orders.get': ({ orderId }) => orderPage(station, orderId),
    'orders.claim': ({ orderIds, supply }) => act({ kind: 'claim', orderIds, supply }),
    'orders.reprint': ({ orderId, reason }) => act({ kind: 'reprintOrder', orderId, reason }),
    'orders.deleteCode': ({ orderId, key }) => act({ kind: 'deleteCode', orderId, key }),
    'orders.unshelve': ({ orderId }) => act({ kind: 'unshelve', orderId }),
    'orders.mayCancel': ({ orderId }) => mayCancel(station, orderId),
    'orders.border': ({ orderId }) => borderHistory(station, orderId),
    'orders.shelve': ({ orderId, reason }) => act({ kind: 'shelveOrder', orderId, reason }),
    'orders.actMany': asked => actOnMany(station, asked),
    'orders.buyer': ({ orderId }) => showBuyer(station, orderId),
    'orders.identify': asked => identify(station, asked),
    'pickup.identity': asked => identityOf(station, asked),
    'pickup.leave': asked => buyerLeaves(station, asked),
    'pickup.parcels': asked => parcelsOf(core.bench, asked),
    'pickup.shelf': asked => shelfOf(core.bench, asked, station.now()),
    'supplies.content': ({ supplyId }) => supplyContent(core.bench, supplyId),
    'supplies.compare': () => compareBatches(station),
    'supplies.boxes': ({ supplyId }) => boxContents(core.bench, supplyId),
    'supplies.reshipment': ({ supplyId }) => reshipmentFor(core.bench, supplyId),
    'supplies.moveOrders': moved => act({ kind: 'moveOrders', ...moved }),
    'supplies.addBoxes': added => act({ kind: 'addBoxes', ...added }),
    'supplies.deleteBox': deleted => act({ kind: 'deleteBox', ...deleted }),
    'supplies.drop': ({ supplyId }) => act({ kind: 'dropSupply', supplyId }),
    'passes.desk': () => passes.desk(),
    'passes.save': asked => savePass(station, passes, asked),
    'passes.delete': ({ passId }) => passes.delete(passId),
    'passes.wanted': ({ supplyId }) => passes.wanted(officesOfSupply(station, supplyId)),
    'buyers.kept': () => ({ over: store.keptBuyers('over'), all: store.keptBuyers('all') }),
    'buyers.erase': ({ of }) => eraseBuyers(station, of),
    'courier.desk': () => courierDesk(core.bench),
    'courier.route': ({ orderIds }) => routeOf(station, orderIds),
    'courier.handOut': ({ orderIds }) => handOut(station, orderIds),
    'handovers.refused': () => refusedHandovers(core.bench),
    'orders.handOver': handed => handOver(station, handed),
    'orders.cancel': ({ orderId }) => act({ kind: 'cancelOrder', orderId }),
    'orders.pin': ({ orderId, isPinned }) => act({ kind: 'pinOrder', orderId, isPinned }),
    'orders.place': ({ orderId, place }) => act({ kind: 'placeOrder', orderId, place }),
    'supplies.list': () =>
      [...core.bench.supplies.values()]
        .filter(supply => supply.state !== 'abandoned')
        .map(supply => supplyView(core.bench, supply))
        .toSorted((a, b) => b.createdAt - a.createdAt),
    'rounds.list': () =>
      [...core.bench.rounds.values()]
        .map(round => roundView(core.bench, round))
        .toSorted((a, b) => b.createdAt - a.createdAt),
    'supplies.open': ({ supplyId }) => act({ kind: 'openSupply', supplyId }),
    'supplies.close': input => act({ kind: 'closeSupply', ...input }),
    'supplies.printWave': ({ supplyId }) => act({ kind: 'printWave', supplyId }),
    'picking.list': ({ scope }) => pickList(station, scope),
    'picking.print': async ({ scope }) => print(await pickSources(station, scope, station.now())),
    'prints.stop': () => act({ kind: 'stopPrints' }),
    'supplies.printQr': ({ supplyId }) => print([{ kind: 'supplyQr', supplyId }]),
    'queue.list': query => store.intents(query).map(intent => queueRow(station, intent)),
    'queue.limits': () => station.marketplace.limits(),
    'queue.retry': ({ id }) => station.retryNow(id),
    'damage.list': () => store.damagedRows(),
    'damage.seen': () => station.seeDamage(),
    'queue.settle': asked => station.settle(asked),
    'jobs.list': query => store.jobs(query),
    'history.list': query => store.history({ ...query, orderId: null }).map(entry => historyRow(core.bench, entry)),
    'label.preview': ({ orderId }) => stickerPicture(station, orderId),
    'labels.print': asked => {
      // The sheet shows each buyer to whoever takes it: that is a look at each.
      if (asked.kind === 'routeSheet') noteShown(core, asked.orderIds)
      return print(labelsAsked(core.bench, asked, station.now()))
    },
    'commandSheet.pages': () => commandSheet(labels, drawnAs(profileFor(core.bench, 'commands'))),
    'commandSheet.print': () => {
      const pages = labels.commandPages(profileFor(core.bench, 'commands').media)
      return print(Array.from({ length: pages }, (_, page) => ({ kind: 'own', label: { kind: 'commands', page } })))
    },
    'packers.list': () =>
      [...core.bench.packers.values()].map(({ id, name }) => ({
        id,
        name,
        badge: badgeBarcode(id),
        isLead: station.lead.isLead(id)
      })),
    'packers.save': ({ renames, ...packer }) => act({ kind: 'savePacker', packer, renames }),
    'packers.printBadge': ({ id }) => {
      const packer = core.bench.packers.get(id)
      if (packer === undefined) return print([])
      return print([{ kind: 'own', label: { kind: 'badge', packerId: packer.id, name: packer.name } }])
    },
    'sets.all': () => setsOfCodes(core.bench),
    'sets.forget': ({ chrtId }) => act({ kind: 'forgetSet', chrtId }),
    'gtins.vouched': () => vouchedGtins(core.bench),
    'gtins.forget': ({ chrtId, gtin }) => act({ kind: 'forgetGtin', chrtId, gtin }),
    'settings.set': part => station.changeSettings(part),
    'shipping.points': asked => findPoints(station, asked),
    'shipping.choose': chosen => chooseShipping(station, chosen),
    'shipping.routes': () => core.bench.shipping.routes,
    'shipping.setUsual': usual => setUsual(station, usual),
    'spot.book': () => core.bench.spot,
    'spot.nameCarrier': named => act({ kind: 'nameCarrier', ...named }),
    'spot.reprint': asked => act({ kind: 'reprintSpot', ...asked }),
    'cards.of': ({ orderIds }) => cardsOf(station, orderIds),
    'cards.picture': ({ name }) => station.products.picture(name),
    'cards.ownCount': () => station.products.ownCount,
    'cards.beginOwn': () => station.products.own.begin(),
    'cards.keepPicture': ({ batch, data }) => station.products.own.keepPicture(batch, Buffer.from(data, 'base64')),
    'cards.keepOwn': ({ batch, cards }) => station.products.own.keep(batch, cards),
    'cards.ownIsWhole': ({ batch }) => station.products.own.end(batch),
    'cards.leaveOwn': ({ batch }) => station.products.own.leave(batch),
    'completed.state': () => station.completed.state,
    'completed.read': asked => station.completed.read(asked),
    'completed.stop': () => station.completed.stop(),
    'completed.rows': ({ offset, limit }) => station.completed.page(offset, limit),
    'shift.stats': period => shiftStats(station, shift, period),
    'shift.whoPacked': ({ search }) => whoPacked(station, search),
    'shift.board': () => board(station, shift),
    'scannerTest.start': () => intake.test.start(),
    'scannerTest.stop': () => intake.test.stop(),
    'scannerTest.show': ({ code }) => intake.test.show(code),
    'scannerTest.next': () => intake.test.next(),
    'scannerTest.apply': () => intake.test.apply(),
    'devices.serialPorts': () => devices.listSerial(),
    'devices.hidScanners': () => devices.listHid(),
    'devices.usbPrinters': () => devices.listUsbPrinters(),
    'devices.lpPrinters': () => devices.listLpPrinters(),
    'devices.printQueues': () => devices.listQueues(),
    'devices.printTest': ({ printerId, label }) => print([testSource(label, station.now())], printerId),
    'devices.previewTest': ({ printerId, label }) => testPicture(station, printerId, label)
  } satisfies Handlers<StationMethod>
}
