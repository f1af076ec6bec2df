import { devicesAsync, setDriverType, type Device } from 'node-hid'
import type { HidScannerSetting } from '../../../shared/domain/scanning/scanners.ts'
import type { DevicesPort, Log } from '../../station/ports/ports.ts'

const POINT_OF_SALE = 0x8c
const BAR_CODE_SCANNER = 0x02

// The other flavour needs a library that isn't on every machine; only Linux has both.
setDriverType('hidraw')

/** The HID POS scanners plugged in. */
async function scannersSeen(): Promise<readonly Device[]> {
  const devices = await devicesAsync()
  return devices.filter(({ usagePage, usage }) => usagePage === POINT_OF_SALE && usage === BAR_CODE_SCANNER)
}

/** The machine's HID POS scanners; none if the system cannot list them. */
export async function listHidScanners(log: Log): Promise<Awaited<ReturnType<DevicesPort['listHid']>>> {
  try {
    const seen = await scannersSeen()
    return seen.map(({ vendorId, productId, manufacturer, product, serialNumber }) => ({
      vendorId,
      productId,
      maker: manufacturer ?? '',
      model: product ?? '',
      serialNumber: serialNumber ?? ''
    }))
  } catch (error) {
    log.warn({ error: String(error) }, 'HID scanners cannot be listed')
    return []
  }
}

/** Where the scanner is now, for opening it; null: not plugged in. */
export async function findHidScanner(scanner: HidScannerSetting): Promise<string | null> {
  const seen = await scannersSeen()
  const device = seen.find(
    ({ vendorId, productId, serialNumber }) =>
      vendorId === scanner.vendorId &&
      productId === scanner.productId &&
      (scanner.serialNumber === null || serialNumber === scanner.serialNumber)
  )
  return device?.path ?? null
}
