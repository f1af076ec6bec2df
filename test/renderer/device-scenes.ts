import { usualPrinter } from '../../shared/domain/printing/printers.ts'
import { usualSerialScanner } from '../../shared/domain/scanning/scanners.ts'
import type { View } from '../../shared/view/view.ts'

const ZEBRA = usualPrinter({
  id: '1',
  name: 'Стикеры у окна',
  link: {
    kind: 'usb',
    vendorId: 0x0a5f,
    productId: 0x0164,
    serialNumber: 'D8N0001',
    name: 'Zebra ZTC ZD421-203dpi ZPL'
  }
})
const BOXES = {
  ...usualPrinter({ id: '2', name: 'Короба', link: { kind: 'tcp', host: '192.168.1.40', port: 9100 } }),
  media: '75x120',
  offsetX: -20,
  offsetY: 15
} as const
const RECEIPTS = {
  ...usualPrinter({ id: '3', name: 'Чеки', link: { kind: 'serial', path: 'COM3', baudRate: 9600 } }),
  language: 'escpos'
} as const
const SCANNERS = [
  usualSerialScanner({ name: 'Левая рука', path: '/dev/ttyACM0', serialNumber: '21A4' }),
  usualSerialScanner({ name: 'Сергей', path: 'COM4', serialNumber: null })
]

function withDevices(view: View): View {
  return {
    ...view,
    settings: {
      ...view.settings,
      printers: [BOXES, ZEBRA, RECEIPTS],
      scanners: SCANNERS,
      routes: { box: { printerId: '2', fallbackId: '1' }, sticker: { printerId: '1', fallbackId: '2' } }
    },
    printers: [
      { id: '2', name: 'Короба', state: 'fault', fault: 'paperOut', waiting: 4 },
      { id: '1', name: 'Стикеры у окна', state: 'ready', fault: null, waiting: 0 },
      { id: '3', name: 'Чеки', state: 'ready', fault: null, warnings: ['paperLow', 'oneWay'], waiting: 1 }
    ],
    scanners: [
      { name: 'Левая рука', state: 'ready', fault: null },
      { name: 'Сергей', state: 'fault', fault: 'lost', warnings: [] }
    ]
  }
}

/** A table with several printers and scanners, and one with none. */
export const DEVICE_SCENES = {
  'devices-many': withDevices,
  'devices-none': (view: View): View => ({
    ...view,
    settings: { ...view.settings, printers: [], scanners: [] },
    printers: [],
    scanners: []
  })
}
