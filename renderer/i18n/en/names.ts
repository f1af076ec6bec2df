import type { Names } from '../texts.ts'

/** Names of things in English. */
export const namesEn: Names = {
  faces: { waiting: 'Waiting', goOn: 'Go on', done: 'Done', refused: 'Stop', ask: 'Question' },
  steps: {
    item: 'item',
    product: 'item check',
    sgtin: 'marking code',
    imei: 'IMEI',
    uin: 'UIN',
    gtin: 'GTIN',
    expiration: 'expiry date',
    customsDeclaration: 'customs declaration',
    sticker: 'sticker',
    scanBack: 'sticker check'
  },
  meta: {
    sgtin: 'Marking code',
    imei: 'IMEI',
    uin: 'UIN',
    gtin: 'GTIN',
    expiration: 'Expiry date',
    customsDeclaration: 'Customs declaration'
  },
  commands: {
    undo: 'Undo',
    reprint: 'Reprint',
    skip: 'Skip',
    next: 'Next',
    problem: 'Problem shelf',
    supplyDone: 'Supply done',
    print: 'Print',
    yes: 'Yes',
    no: 'No',
    acknowledge: 'Understood',
    newSupply: 'New supply',
    wave: 'Print the wave'
  },
  shelfReasons: { damaged: 'Damaged', missing: 'Not found', noCode: 'No code', other: 'Other' },
  reprintReasons: { notPrinted: 'Did not come out', damaged: 'Spoilt', lost: 'Lost', other: 'Other' },
  lives: {
    fresh: 'Fresh',
    claimed: 'In assembly',
    coded: 'With codes',
    stickered: 'Stickered',
    packed: 'Packed',
    shipped: 'Shipped',
    shelved: 'On the shelf',
    cancelled: 'Cancelled'
  },
  intents: {
    createSupply: 'Create the supply',
    addToSupply: 'Add orders to the supply',
    setMeta: 'Write the code',
    deleteMeta: 'Delete the code',
    setShipping: 'Set the shipping',
    addBoxes: 'Add a box',
    deliverSupply: 'Hand the supply over'
  },
  intentStates: {
    waiting: 'waits to be sent',
    sending: 'being sent',
    unknown: 'checking whether it arrived',
    done: 'done',
    refused: 'refused',
    parked: 'needs a person',
    withdrawn: 'struck off'
  },
  printStates: {
    intended: 'waits to print',
    sending: 'printing',
    sent: 'passed to the printer',
    confirmed: 'printed',
    uncertain: 'not sure it came out',
    failed: 'not printed'
  },
  doubts: {
    noAnswer: 'the printer did not answer',
    linkLost: 'the link broke',
    restarted: 'the program was restarted',
    countDiffers: 'the count does not fit',
    oneWayLink: 'the printer cannot say'
  },
  ownLabels: {
    separator: 'Separator of a wave',
    commands: 'Command sheet',
    badge: 'Badge',
    shelf: 'Tag of the problem shelf',
    supplySheet: 'Supply sheet',
    box: 'Box label',
    markingCode: 'Marking code',
    scannerTest: 'Codes of the scanner check',
    calibration: 'Ruler',
    test: 'Test label'
  },
  events: {
    scan: 'Scan',
    command: 'Command',
    shelfReason: 'To the problem shelf',
    reprintReason: 'Why printed again',
    claim: 'Orders taken into a supply',
    openSupply: 'Supply opened',
    closeSupply: 'Supply closing',
    reprintOrder: 'Printed again',
    takeOrder: 'Taken onto the table',
    unshelve: 'Taken off the shelf',
    deleteCode: 'Code deleted',
    printOwn: 'Own label printed',
    printWave: 'Wave printed',
    chooseShipping: 'Shipping chosen',
    usualShipping: 'Usual point chosen',
    pointsSeen: 'Shipping points received',
    forgetGtin: 'GTIN forgotten',
    savePacker: 'Packer saved',
    settings: 'Settings changed',
    ordersSeen: 'Orders received',
    statusesSeen: 'Statuses received',
    stickersSeen: 'Stickers received',
    suppliesSeen: 'Supplies received',
    reshipmentSeen: 'To be sent again: the list came',
    metaSeen: 'Codes read back',
    intentDone: 'The marketplace took it',
    intentRefused: 'The marketplace refused',
    jobWaiting: 'Printing waits for the printer',
    jobSending: 'Printing began',
    jobSent: 'Passed to the printer',
    jobConfirmed: 'Printed',
    jobUncertain: 'Not sure it printed',
    jobFailed: 'Not printed',
    labelsExpired: 'Not printed: it waited too long'
  },
  lists: {
    newOrders: 'new orders',
    orders: 'all orders',
    statuses: 'order statuses',
    supplies: 'supplies',
    stickers: 'stickers',
    codes: 'codes',
    other: 'other'
  },
  wbStatuses: {
    waiting: 'in work',
    sorted: 'sorted',
    sold: 'received by the buyer',
    canceled: 'cancelled',
    canceled_by_client: 'refused on receipt',
    declined_by_client: 'cancelled within the first hour',
    defect: 'cancelled as defective',
    ready_for_pickup: 'at the pickup point'
  },
  supplierStatuses: { new: 'new', confirm: 'in assembly', complete: 'in delivery', cancel: 'cancelled by the seller' },
  cargoTypes: { 0: 'any cargo', 1: 'small', 2: 'oversize', 3: 'bulky' }
}
