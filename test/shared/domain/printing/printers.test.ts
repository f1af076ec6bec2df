import { expect, test } from 'vitest'
import { printersSchema } from '../../../../shared/domain/printing/printers.ts'

test('a printer on a node of the kernel is named by the node, and by its serial number if it has one', () => {
  for (const serialNumber of ['D8N0001', null]) {
    const link = { kind: 'lp', path: '/dev/usb/lp0', serialNumber }
    expect(printersSchema.parse([{ id: '1', name: 'Zebra', link }])[0]?.link).toEqual(link)
  }
})

test.each(['/etc/passwd', '/dev/sda', '/dev/usb/lp0/../../sda', '/dev/usb/lp', '/dev/usb/lp0\n', 'lp0'])(
  'no other file is written to as if it were a printer: %j',
  path => {
    const link = { kind: 'lp', path, serialNumber: null }
    expect(printersSchema.safeParse([{ id: '1', name: 'Zebra', link }]).success).toBe(false)
  }
)
