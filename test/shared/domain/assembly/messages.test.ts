import { expect, test } from 'vitest'
import type { DiskMessage } from '../../../../shared/domain/disk.ts'
import type { Message } from '../../../../shared/domain/messages.ts'
import { entry, markingCode, MUG, newDesk, newOrder, order, OTHER_SUPPLY, packedOrder, SCARF } from './support.ts'
import { ANNA, GOOD_DATE, stickerOf, STRANGER, SUPPLY, supply } from './support.ts'
import { CLOSING_EXAMPLES } from './closing-examples.ts'
import { HANDOVER_EXAMPLES } from './handover-examples.ts'
import type { Example } from './closing-examples.ts'
import type { Desk } from './support.ts'

const needsCode = { requiredMeta: ['sgtin'] } as const
const one = { orders: [order(1)] } as const
const oneWithCode = { orders: [order(1, needsCode)] } as const
/** A digit short of a right barcode. */
const MISREAD = `${MUG.slice(0, -1)}${(Number(MUG.at(-1)) + 1) % 10}`
const noSupplies = { supplies: [], supplyId: null } as const
const shelf = { why: { kind: 'packer', reason: 'damaged' }, at: 0, packerId: null } as const
const vanish = { supplierStatus: 'cancel', wbStatus: 'canceled' } as const

function scans(...texts: readonly string[]): (desk: Desk) => void {
  return desk => void desk.scan(...texts)
}

function printWave(desk: Desk): void {
  desk.command('wave')
  desk.command('yes')
}

/**
 * How each thing that can be said comes to be said. Every code of the union is here, so a new one wants its example;
 * all of them are said by the rules of the table, but for what the disk did not take.
 */
const EXAMPLES = {
  openSupply: { face: 'waiting', bench: noSupplies, play: desk => desk.command('next') },
  resumeSupply: { face: 'waiting', bench: { orders: [order(1)], supplyId: null }, play: desk => desk.command('next') },
  scanBadge: {
    face: 'waiting',
    bench: { ...one, settings: { signIn: true } },
    play: desk => desk.command('acknowledge')
  },
  scanItem: { face: 'waiting', bench: one, play: desk => desk.command('next') },
  allPacked: { face: 'waiting', bench: { orders: [packedOrder(1)] }, play: desk => desk.command('next') },
  scanProduct: { face: 'goOn', bench: one, play: scans(stickerOf(1).barcode) },
  scanCode: { face: 'goOn', bench: oneWithCode, play: scans(MUG) },
  scanOptionalCode: {
    face: 'goOn',
    bench: { orders: [order(1, { optionalMeta: ['sgtin'] })], settings: { optionalCodes: 'ask' } },
    play: scans(MUG)
  },
  scanPrintCommand: { face: 'goOn', bench: { ...one, settings: { printWhen: 'onCommand' } }, play: scans(MUG) },
  printing: { face: 'goOn', bench: one, play: scans(MUG) },
  wavePrinting: { face: 'goOn', bench: one, play: printWave },
  printingStopped: {
    face: 'waiting',
    bench: one,
    play: desk => {
      printWave(desk)
      desk.command('undo')
    }
  },
  waveEmpty: { face: 'refused', bench: { orders: [packedOrder(1)] }, play: desk => desk.command('wave') },
  wholeWave: { face: 'ask', bench: one, play: desk => desk.command('wave') },
  waitSticker: { face: 'goOn', bench: { orders: [order(1, {}, { sticker: null })] }, play: scans(MUG) },
  waitPrinter: {
    face: 'refused',
    bench: one,
    play: desk => {
      desk.scan(MUG)
      desk.act({ kind: 'jobWaiting', jobId: desk.job(1).id, fault: 'paperOut' })
    }
  },
  scanStickerBack: {
    face: 'goOn',
    bench: one,
    play: desk => {
      desk.scan(MUG)
      desk.printAll()
    }
  },
  undone: {
    face: 'goOn',
    bench: oneWithCode,
    play: desk => {
      desk.scan(MUG, markingCode(1))
      desk.command('undo')
    }
  },
  reopened: {
    face: 'goOn',
    bench: one,
    play: desk => {
      desk.scan(stickerOf(1).barcode, MUG)
      desk.command('undo')
    }
  },
  skipped: {
    face: 'waiting',
    bench: one,
    play: desk => {
      desk.scan(MUG)
      desk.command('skip')
    }
  },
  signedIn: { face: 'goOn', play: desk => desk.badge(ANNA.id) },
  supplyOpened: { face: 'waiting', play: scans(OTHER_SUPPLY) },
  supplyClosing: { face: 'goOn', bench: { orders: [packedOrder(1)] }, play: desk => desk.command('supplyDone') },
  packed: { face: 'done', bench: one, play: scans(stickerOf(1).barcode, MUG) },
  shelved: {
    face: 'done',
    bench: one,
    play: desk => {
      desk.scan(MUG)
      desk.act({ kind: 'shelfReason', reason: 'damaged' })
    }
  },
  supplyDelivered: {
    face: 'done',
    bench: { orders: [packedOrder(1)] },
    play: desk => {
      desk.command('supplyDone')
      desk.sendAll()
    }
  },
  settled: {
    face: 'done',
    bench: { orders: [packedOrder(1)] },
    play: desk => {
      desk.act({ kind: 'reprintOrder', orderId: 1, reason: 'lost' })
      desk.loseAll()
      desk.command('yes')
    }
  },
  notFound: { face: 'refused', play: scans(MUG) },
  noSupply: { face: 'refused', bench: noSupplies, play: scans(MUG) },
  itemFirst: { face: 'refused', bench: one, play: scans(GOOD_DATE) },
  printFailed: {
    face: 'refused',
    bench: one,
    play: desk => {
      desk.scan(MUG)
      desk.act({ kind: 'jobFailed', jobId: desk.job(1).id, why: 'badLabel' })
    }
  },
  alreadyPacked: { face: 'refused', bench: { orders: [packedOrder(1)] }, play: scans(MUG) },
  orderCancelled: {
    face: 'refused',
    bench: one,
    play: desk => {
      desk.scan(MUG)
      desk.act({ kind: 'statusesSeen', statuses: [{ orderId: 1, ...vanish }] })
    }
  },
  wrongSupply: { face: 'refused', bench: { orders: [order(1, {}, { supplyId: OTHER_SUPPLY })] }, play: scans(MUG) },
  notInSupply: { face: 'refused', bench: { orders: [newOrder(1)] }, play: scans(MUG) },
  onShelf: { face: 'refused', bench: { orders: [order(1, {}, { life: 'shelved', shelf })] }, play: scans(MUG) },
  finishCurrent: { face: 'refused', bench: one, play: scans(MUG, MUG) },
  wrongProduct: { face: 'refused', bench: one, play: scans(stickerOf(1).barcode, SCARF) },
  checkDigitWrong: { face: 'refused', bench: one, play: scans(MISREAD) },
  squareCodeNeeded: { face: 'refused', bench: oneWithCode, play: scans(MUG, MUG) },
  stickerFirst: {
    face: 'refused',
    bench: one,
    play: desk => {
      desk.scan(MUG)
      desk.printAll()
      desk.scan(SCARF)
    }
  },
  wrongSticker: { face: 'refused', bench: { orders: [order(1), order(2)] }, play: scans(MUG, stickerOf(2).barcode) },
  codeNotNeeded: { face: 'refused', bench: one, play: scans(MUG, GOOD_DATE) },
  codeAlreadyHere: { face: 'refused', bench: oneWithCode, play: scans(MUG, markingCode(1), markingCode(1)) },
  codeUsed: {
    face: 'refused',
    bench: { orders: [order(1, needsCode), packedOrder(2, {}, { codes: { sgtin: entry(markingCode(1)) } })] },
    play: scans(MUG, markingCode(1))
  },
  badCode: { face: 'refused', bench: oneWithCode, play: scans(MUG, markingCode(1).slice(0, -1)) },
  nothingToUndo: { face: 'refused', play: desk => desk.command('undo') },
  nothingToReprint: { face: 'refused', play: desk => desk.command('reprint') },
  noOrderHere: { face: 'refused', play: desk => desk.command('skip') },
  notNow: { face: 'refused', play: desk => desk.command('yes') },
  codesMissing: {
    face: 'refused',
    bench: oneWithCode,
    play: desk => {
      desk.scan(MUG)
      desk.command('print')
    }
  },
  deskScanLost: { face: 'refused', bench: one, play: desk => desk.act({ kind: 'deskScanLost' }) },
  locked: { face: 'refused', bench: one, play: desk => desk.act({ kind: 'lockedScan' }) },
  badgeFirst: { face: 'refused', bench: { ...one, settings: { signIn: true } }, play: scans(MUG) },
  numberTaken: {
    face: 'refused',
    play: desk => desk.act({ kind: 'savePacker', packer: { id: ANNA.id, name: 'Олег' } })
  },
  unknownBadge: { face: 'refused', play: desk => desk.badge('404') },
  unreadable: { face: 'refused', play: scans('NOREAD') },
  wrongKind: { face: 'refused', play: scans('WB-TRBX-1') },
  nothingFresh: { face: 'refused', play: desk => desk.command('newSupply') },
  supplyEmpty: { face: 'refused', bench: one, play: desk => desk.command('supplyDone') },
  supplyKindDiffers: {
    face: 'refused',
    bench: { orders: [newOrder(1), newOrder(2, { cargoType: 3 })] },
    play: desk => desk.act({ kind: 'claim', orderIds: [1, 2], supply: { kind: 'new', name: '' } })
  },
  expirationStays: {
    face: 'refused',
    bench: { orders: [order(1, { requiredMeta: ['expiration'] })] },
    play: desk => {
      desk.scan(MUG, GOOD_DATE)
      desk.command('undo')
    }
  },
  answerFirst: {
    face: 'refused',
    bench: oneWithCode,
    play: desk => {
      desk.scan(MUG)
      desk.command('problem')
      desk.scan(markingCode(1))
    }
  },
  supplyRefused: {
    face: 'refused',
    bench: { orders: [packedOrder(1)] },
    play: desk => {
      desk.command('supplyDone')
      desk.refuse('deliverSupply', 'MetaValidationFail', [1])
    }
  },
  codeRefusedAtMarketplace: {
    face: 'refused',
    bench: oneWithCode,
    play: desk => {
      desk.scan(MUG, markingCode(1))
      desk.refuse('setMeta', 'FailedToUpdateMeta')
    }
  },
  unknownMeta: {
    face: 'refused',
    bench: { orders: [newOrder(1, { unknownMeta: ['veterinary'] })], supplies: [supply(SUPPLY)] },
    play: desk => {
      desk.command('newSupply')
      desk.act({ kind: 'unshelve', orderId: 1 })
    }
  },
  labelInHand: {
    face: 'ask',
    bench: one,
    play: desk => {
      desk.scan(MUG)
      desk.loseAll()
    }
  },
  codeOfOther: {
    face: 'refused',
    bench: { orders: [order(1, { requiredMeta: ['sgtin'] }), order(2, { chrtId: 2, skus: [SCARF] })] },
    play: scans(MUG, markingCode(1, SCARF))
  },
  replaceCode: {
    face: 'ask',
    bench: { orders: [order(1, { requiredMeta: ['sgtin', 'uin'] })] },
    play: scans(MUG, markingCode(1), markingCode(2))
  },
  gtinDiffers: { face: 'ask', bench: oneWithCode, play: scans(MUG, markingCode(1, STRANGER)) },
  whyReprint: {
    face: 'ask',
    bench: { orders: [packedOrder(1)], lastOrderId: 1 },
    play: desk => desk.command('reprint')
  },
  whyShelf: {
    face: 'ask',
    bench: one,
    play: desk => {
      desk.scan(MUG)
      desk.command('problem')
    }
  },
  ...CLOSING_EXAMPLES,
  ...HANDOVER_EXAMPLES
} as const satisfies Readonly<Record<Exclude<Message, DiskMessage>['code'], Example>>

test.each(Object.entries<Example>(EXAMPLES))('the rules can say %s', (code, { face, bench, play }) => {
  const desk = newDesk(bench)
  play(desk)
  expect(desk.said).toBe(`${face} ${code}`)
})
