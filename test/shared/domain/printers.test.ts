import { expect, test } from 'vitest'
import { printerSchema } from '../../../shared/domain/printers.ts'

test('a printer on a node of the kernel is named by the node, and by its serial number if it has one', () => {
  for (const serialNumber of ['D8N0001', null]) {
    const printer = { kind: 'lp', path: '/dev/usb/lp0', serialNumber }
    expect(printerSchema.parse(printer)).toEqual(printer)
  }
})

test.each(['/etc/passwd', '/dev/sda', '/dev/usb/lp0/../../sda', '/dev/usb/lp', '/dev/usb/lp0\n', 'lp0'])(
  'no other file is written to as if it were a printer: %j',
  path => {
    expect(printerSchema.safeParse({ kind: 'lp', path, serialNumber: null }).success).toBe(false)
  }
)
