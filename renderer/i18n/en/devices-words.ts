import type { LabelKind } from '../../../shared/domain/printing/print-jobs.ts'
import type { Format } from '../format.ts'
import type { Phrase } from '../phrase.ts'
import { scannerWordsEn } from './scanner-words.ts'

const KINDS: { readonly [K in LabelKind]: string } = {
  sticker: 'Order sticker',
  supplyQr: 'Supply QR',
  supplySheet: 'Supply sheet',
  separator: 'Wave separator',
  box: 'Box label',
  shelf: 'Problem-shelf label',
  markingCode: 'Marking code',
  commands: 'Command sheet',
  badge: 'Packer’s badge',
  packingSlip: 'Packing slip (receipt)',
  pickupReceipt: 'Pickup receipt'
}

/** Words of the devices screen in English; their shape is what the other languages have to fill. */
export function devicesWordsEn(format: Format) {
  const mm = (tenths: number) => `${format.number(tenths / 10)} mm`
  return {
    title: 'Devices',
    printers: 'Printers',
    noPrinters: 'No printer yet: add the one that stands by the table',
    addPrinter: 'Add a printer',
    add: 'Add',
    remove: 'Remove the printer',
    removeAsk: (name: string) => `Remove the printer “${name}”?`,
    removeWhat: 'Its labels go to another printer that can print them. Its settings and its calibration are forgotten',
    removeDo: (name: string) => `Remove “${name}”`,
    name: 'Name: where it stands, or what it prints',
    usualName: (count: number) => `Printer ${count}`,
    states: { ready: 'ready', connecting: 'connecting', absent: 'not there' },
    ready: { title: 'Ready', remedy: 'Prints at once' } satisfies Phrase,
    absent: {
      title: 'No such printer here',
      remedy: 'The practice printer is there in practice only'
    } satisfies Phrase,
    waitingLabels: (count: number) => format.count(count, { one: 'label waits', other: 'labels wait' }),
    connection: 'Connection',
    linkKinds: {
      usb: 'USB',
      lp: 'USB through Linux',
      tcp: 'Network',
      serial: 'COM port',
      queue: 'Print queue',
      folder: 'Folder',
      practice: 'Practice'
    },
    linkHints: {
      usb: 'Labels and answers go straight to the printer. On Windows it needs the WinUSB driver',
      lp: 'Through the system’s own driver, /dev/usb/lp',
      tcp: 'Its address is on the printer’s screen, or on the label that its self-test prints',
      serial: '8-N-1 with XON/XOFF, as most of them come',
      queue: 'A queue of the system that passes labels on as they are',
      folder: 'Every label becomes a file for another program',
      practice: 'Prints on the practice table'
    },
    queueNamed: (queue: string) => `queue ${queue}`,
    folderNamed: (path: string) => `folder ${path}`,
    practice: 'on the practice table',
    plugged: 'Plugged in',
    nothingPlugged: 'Nothing found: plug it in and switch it on',
    choose: 'Choose',
    lookAgain: 'Look again',
    printerPort: 'COM port',
    printerBaud: 'Speed, baud',
    queue: 'Queue',
    noQueues: 'The system has no queues',
    host: 'Address',
    port: 'Port',
    folder: 'Folder',
    extension: 'Ending of the files',
    connect: 'Connect it this way',
    profile: 'What it is',
    language: 'It prints',
    languages: { zpl: 'Labels (ZPL)', escpos: 'Receipts (ESC/POS)' },
    dpi: 'Dots an inch',
    media: 'Label',
    medias: { '58x40': '58 × 40', '40x30': '40 × 30', '58x60': '58 × 60', '75x120': '75 × 120' },
    paper: 'Paper width, mm',
    handling: 'A label that is out',
    handlings: { tear: 'Torn off', peel: 'Peeled', cut: 'Cut' },
    darkness: 'Darkness',
    speed: 'Speed, inch/s',
    asSet: 'As the printer is set',
    rotation: 'Turned by',
    rotations: { 0: 'Straight', 90: '90°', 180: '180°', 270: '270°' },
    testLabel: 'Test label',
    testHint: 'The frame stands 2 mm from all four edges; the letters are sharp',
    printTest: 'Print a test label',
    printReceipt: 'Print a sample receipt',
    printCodes: 'Print the test codes',
    noPicture: 'A receipt is not drawn here: print it and look',
    calibration: 'Calibration',
    calibrated: (across: number, down: number) => {
      const moves = [
        across === 0 ? '' : `${mm(Math.abs(across))} ${across < 0 ? 'to the right' : 'to the left'}`,
        down === 0 ? '' : `${mm(Math.abs(down))} ${down < 0 ? 'down' : 'up'}`
      ].filter(move => move !== '')
      return moves.length === 0 ? 'not moved' : `moved by ${moves.join(', ')}`
    },
    calibrationSteps: [
      'Print the ruler label',
      'Look where the edge of the label cuts a ruler. Whole: not shifted',
      'Choose that edge and type the number that stands at it',
      'Save, and print a test label: its frame must be 2 mm from every edge'
    ],
    printRuler: 'Print the ruler label',
    across: 'Ruler across',
    down: 'Ruler down',
    acrossEdges: { whole: 'Whole', minus: 'Cut at the left −', plus: 'Cut at the right +' },
    downEdges: { whole: 'Whole', minus: 'Cut at the top −', plus: 'Cut at the bottom +' },
    cutAt: 'Number at the edge, mm',
    tooFar: 'From 0.1 to 10 mm; further off, set the printer itself right',
    acrossSays: (tenths: number) =>
      tenths === 0
        ? 'Nothing is moved'
        : tenths < 0
          ? `The print sits ${mm(-tenths)} too far left: moved to the right`
          : `The print sits ${mm(tenths)} too far right: moved to the left`,
    downSays: (tenths: number) =>
      tenths === 0
        ? 'Nothing is moved'
        : tenths < 0
          ? `The print sits ${mm(-tenths)} too high: moved down`
          : `The print sits ${mm(tenths)} too low: moved up`,
    save: 'Save',
    routes: 'Which label goes where',
    routesHint: 'A stand-in steps in after 10 s if the first one can’t print',
    routesAll: 'everything by itself',
    routesSome: (count: number) => format.count(count, { one: 'kind has its printer', other: 'kinds have printers' }),
    kind: 'Label',
    kinds: KINDS,
    printer: 'Printer',
    fallback: 'Stand-in',
    automatic: (name: string) => `By itself: ${name}`,
    nowhere: 'No printer for it',
    nobody: 'Nobody',
    expireBefore: 'Labels that wait longer than',
    expireAfter: 'minutes are not printed any more',
    scanner: 'Scanners',
    scannerTyping: 'Keyboard scanners',
    scannerTypingPlace: 'USB or Bluetooth, work at once',
    scannerPractice: 'Practice scanner',
    scannerPracticePlace: 'for things on the practice table',
    scannerLost: 'unplugged',
    scannerNotFound: 'not found',
    scannerLostWhat: {
      title: 'Unplugged',
      remedy: 'Plug it in again: it is read at once'
    } satisfies Phrase,
    scannerNotFoundWhat: {
      title: 'Not found',
      remedy: 'Plug it in; no other program may hold its port'
    } satisfies Phrase,
    scannerReady: { title: 'Ready', remedy: 'Scans are read, whatever window is in front' } satisfies Phrase,
    scannerConnecting: { title: 'Connecting', remedy: 'Wait a moment' } satisfies Phrase,
    checkHint: 'Four codes on the screen: what comes, and what to set',
    addScanner: 'Add a scanner',
    repeatMs: 'The same code again counts after',
    wedgeGapMs: 'Longest gap between two keys of a scan',
    milliseconds: (value: number) => `${format.number(value)} ms`,
    scanners: scannerWordsEn
  }
}

export type DevicesWords = ReturnType<typeof devicesWordsEn>
