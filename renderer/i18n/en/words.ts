import type { CodeEntry } from '../../../shared/domain/orders/orders.ts'
import type { SupplyState } from '../../../shared/domain/orders/supplies.ts'
import type { RoundScheme } from '../../../shared/domain/schemes/scheme.ts'
import type { Format } from '../format.ts'
import { practiceWordsEn } from './practice-words.ts'

/** Words of the screens in English; their shape is what the other languages have to fill. */
export function wordsEn(format: Format) {
  const orders = (count: number) => format.count(count, { one: 'order', other: 'orders' })
  return {
    rail: {
      pack: 'Pack',
      orders: 'Orders',
      supplies: 'Supplies',
      handover: 'Hand-over',
      courier: 'Delivery',
      picking: 'Pick list',
      passes: 'Passes',
      shelf: 'Shelf',
      queue: 'Queue',
      problems: 'Problems',
      history: 'History',
      devices: 'Devices',
      settings: 'Settings',
      desk: 'Parts of this desk',
      label: 'Screens'
    },
    top: {
      noSupply: 'No supply open',
      packed: (done: number, total: number) => `${format.number(done)} of ${format.number(total)}`,
      noPacker: 'scan your badge',
      practice: 'PRACTICE',
      sandbox: 'SANDBOX'
    },
    status: {
      label: 'Network and devices',
      online: 'online',
      offline: 'no network',
      asking: 'asking for orders',
      unread: (lists: string) => `not read: ${lists}`,
      oddOrders: (count: number) => `${format.count(count, { one: 'order', other: 'orders' })} can’t be read`,
      oddOthers: (count: number) => `${format.count(count, { one: 'entry', other: 'entries' })} can’t be read`,
      oddRemedy:
        'The marketplace sends it in another form than it promises; all else is here. Pack it by the portal, and show this to whoever looks after the program.',
      oddField: (list: string, field: string, id: string | null) => `${list}: ${id ?? 'no id'}, field ${field}`,
      stranger: (status: number) => ({
        title: `something between you and the marketplace answers: ${status}`,
        remedy: 'A proxy, a firewall or a provider’s sign-in page. Once it lets us through, work goes on by itself'
      }),
      waiting: (count: number) => `${format.number(count)} waiting`,
      waitingSince: (count: number, age: string) => `${format.number(count)} waiting for ${age}`,
      attention: (count: number) =>
        `${format.number(count)} ${format.plural(count, { one: 'needs', other: 'need' })} you`,
      ready: 'ready',
      allPrinters: (count: number) => `${format.number(count)} printers ready`,
      allScanners: (count: number) => `${format.number(count)} scanners ready`,
      readyOf: (count: number, of: number) => `${format.number(count)} of ${format.number(of)} ready`,
      connecting: 'connecting',
      noPrinter: 'no printer',
      scanner: 'Scanner',
      noScanner: 'wedge scanner',
      tokenEnds: (left: string) => `the token ends in ${left}`,
      clockOff: (by: string, isAhead: boolean) => `this PC’s clock is ${by} ${isAhead ? 'fast' : 'slow'}: set it`,
      tokenEnded: 'the token has ended: paste a new one',
      labelsWait: (count: number) => `${format.number(count)} to print`,
      packedToday: (count: number) => `packed today: ${format.number(count)}`
    },
    order: {
      order: (id: string) => `order ${id}`,
      left: (duration: string) => `${duration} left`,
      over: (duration: string) => `overdue by ${duration}`,
      b2b: 'company order',
      again: 'travels again',
      pinned: 'this one first',
      moved: (before: string) => `delivery moved from ${before}`,
      basket: (count: number) => `${format.number(count)} more of this basket`,
      others: (count: number) => `${format.number(count)} more of the same`,
      stepOf: (done: number, total: number) => `step ${Math.min(done + 1, total)} of ${total}`,
      empty: 'The order will be here',
      batches: { supply: 'supply', round: 'round' }
    },
    label: {
      title: 'Label',
      none: 'The label as it will print',
      wait: 'Drawing the label…',
      notYet: 'No sticker yet: the marketplace is making it',
      alt: 'Label of the order'
    },
    notes: { title: 'Last scans', none: 'No scans yet' },
    stage: {
      commentSaid: 'Comment:',
      handOver: 'Hand over',
      dead: 'Cancelled, and still in the pile',
      deadRemedy: (labels: string) => `${labels}. Find them and scan their labels`,
      answers: 'Scan an answer, or press it',
      stop: 'Stop',
      reopen: 'Back to the table',
      neverMind: 'Never mind',
      more: 'More',
      back: 'Back',
      later: 'Later',
      open: (name: string) => `Open ${name}`,
      details: 'details'
    },
    printing: {
      none: 'Nothing to print',
      count: (labels: number) => `Printing ${format.count(labels, { one: 'label', other: 'labels' })}`,
      ask: (labels: number) => `Print ${format.count(labels, { one: 'label', other: 'labels' })}`
    },
    typing: {
      title: 'Type the code',
      hint: 'What the scanner cannot read: a date, a code, a barcode',
      field: 'Code or date',
      send: 'Enter it',
      close: 'Close'
    },
    common: {
      cancel: 'Back',
      close: 'Close',
      search: 'Search',
      searchHint: 'order, article, barcode, sticker ( / )',
      all: 'All',
      nothing: 'Nothing here',
      loading: 'Reading…',
      rows: (count: number) => format.count(count, { one: 'row', other: 'rows' }),
      failed: 'The station did not take that',
      failedRemedy: 'Do it again. If it stays, restart Verstak',
      unreachable: 'The station does not answer',
      unreachableRemedy: 'Close this page and start Verstak again',
      atTable: 'On the packing table:',
      toPack: 'To packing'
    },
    orders: {
      title: 'Orders',
      columns: { order: 'Order', scheme: 'Scheme', article: 'Item', state: 'State', left: 'Time left' },
      overdue: 'overdue',
      amongOthers: (count: number) => `${format.number(count)} more among the others`,
      selected: (count: number) => `Chosen: ${orders(count)}`,
      allOf: (cargo: string) => `All fresh, ${cargo}`,
      clear: 'Choose none',
      claimNew: 'Into a new supply',
      claimRound: 'Into a new round',
      claimInto: (name: string) => `Into “${name}”`,
      supplyName: 'Its name',
      take: 'Onto the table',
      reopen: 'Open again',
      pin: 'Pack it first',
      unpin: 'Back in its turn',
      reprint: 'Print again',
      unshelve: 'Take off the shelf',
      codes: 'Codes',
      deleteCode: 'Delete',
      deleteAsk: (what: string, id: string) => `Delete “${what}” of order ${id} at the marketplace?`,
      deleteDo: (what: string) => `Delete “${what}”`,
      history: 'History',
      status: 'At the marketplace',
      price: 'Price',
      barcode: 'Barcode',
      batches: { supply: 'Supply', round: 'Round' },
      orderCode: 'Order code',
      allSchemes: 'All schemes',
      sticker: 'Sticker',
      created: 'Came',
      packedAt: 'Packed',
      noSupply: 'none',
      codeStates: {
        kept: 'on this PC',
        queued: 'waits to be sent',
        accepted: 'accepted',
        refused: 'refused'
      } satisfies { readonly [state in CodeEntry['state']]: string },
      needs: 'Needs',
      offices: 'Taken in at',
      reason: 'Why print again?',
      packingSlip: 'Packing slip',
      shelfLabel: 'Shelf label',
      printCode: 'Print'
    },
    supplies: {
      title: 'Supplies',
      states: {
        open: 'open',
        closing: 'codes are read back',
        delivering: 'being handed over',
        delivered: 'in delivery',
        abandoned: 'could not be created'
      } satisfies { readonly [state in SupplyState]: string },
      packedOf: 'Packed',
      made: 'Made',
      roundStates: { open: 'open', left: 'done' },
      leaveAsk: {
        dbs: (name: string) => `Hand round “${name}” to the courier?`,
        pickup: (name: string) => `End round “${name}”?`
      },
      leaveWhat: (scheme: RoundScheme, left: number) => {
        const rest = left > 0 ? `${orders(left)} not packed will move to a new round. ` : ''
        const end = scheme === 'dbs' ? 'the courier has the orders' : 'the orders wait for their buyers'
        return `${rest}The marketplace is told that ${end}. It cannot be taken back`
      },
      current: 'on the table',
      open: 'Pack this one',
      close: 'Hand over to delivery',
      closeAsk: (name: string) => `Hand supply “${name}” over to delivery?`,
      closeWhat: (left: number) =>
        left > 0
          ? `${orders(left)} not packed will move to a new supply. It cannot be taken back`
          : 'It cannot be taken back',
      closeDo: (name: string) => `Hand over “${name}”`,
      wave: 'Print the wave',
      sheet: 'Supply sheet',
      boxes: 'Box labels',
      boxCount: 'How many boxes?',
      qr: 'Print the QR',
      packed: (done: number, total: number) => `${format.number(done)} of ${format.number(total)}`,
      shelved: (count: number) => `${format.number(count)} on the shelf`,
      none: 'No supplies yet. Scan “New supply” on the packing screen'
    },
    queue: {
      title: 'Queue',
      waiting: 'Waiting and needing you',
      all: 'All',
      labels: 'Labels',
      retry: 'Try again',
      parked: 'Check on the portal and try again',
      attempts: (count: number) => format.count(count, { one: 'attempt', other: 'attempts' }),
      none: 'Everything is sent',
      noLabels: 'Nothing was printed yet',
      routeSheet: 'Route sheet',
      packingSlipOf: (id: string) => `Packing slip ${id}`,
      pickupReceiptOf: (id: string) => `Pickup receipt ${id}`,
      supplyQr: 'QR of the supply',
      stickerOf: (id: string) => `Sticker of ${id}`,
      orders,
      again: (reason: string) => `again: ${reason}`
    },
    shelf: {
      title: 'Problem shelf',
      none: 'The shelf is empty',
      cancelled: 'Cancelled with its sticker out: do not send it',
      mend: 'When it is mended, take it off the shelf',
      refused: 'The marketplace refused',
      refusedRemedy: 'Shift lead: look at the order on the portal, then try again',
      unknownMeta: 'Needs codes this version does not know',
      update: 'Pack it on the portal, or update Verstak',
      cancelling: 'Being cancelled by the seller',
      dontSend: 'Do not send it: the marketplace has yet to answer'
    },
    history: { title: 'History', none: 'Nothing has happened yet' },
    setup: {
      title: 'Verstak',
      lead: 'A packing table for Wildberries orders: scan, code, sticker',
      connect: 'Connect your account',
      token: 'Token of the “Marketplace” category',
      tokenHint: 'Portal → Settings → API access → a token with the right to write. It stays on this PC',
      expiredSince: (date: string) => `It ran out on ${date}`,
      keepAlways: 'Keep on this PC',
      keepOnce: 'For this run only',
      safe: 'Your supplies, queue and journal are safe: they are on this PC. Paste a token of the same account, and work goes on where it stopped',
      meanings: {
        safe: 'The token goes into this PC’s keyring. You need not paste it again until it ends',
        plain: 'This PC has no keyring: a kept token would lie here unprotected. Safer to keep it for this run only',
        once: 'The token is forgotten when the program closes. Paste it again next time; supply and queue stay on this PC',
        none: 'A browser has nowhere to keep a token. It is forgotten when the program closes: paste it again next time; supply and queue stay on this PC'
      },
      go: 'Connect',
      going: 'Checking…',
      practise: 'Practise',
      practiseHint: 'A made-up marketplace on this PC: orders, scanner and printer. Nothing is sent anywhere',
      practiseGo: 'Start practising'
    },
    practice: practiceWordsEn(format)
  }
}

export type Words = ReturnType<typeof wordsEn>
