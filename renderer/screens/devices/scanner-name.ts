import type {
  HidScannerSetting,
  ScannerSetting,
  SerialScannerSetting
} from '../../../shared/domain/scanning/scanners.ts'

type Place =
  | Pick<SerialScannerSetting, 'kind' | 'path'>
  | Pick<HidScannerSetting, 'kind' | 'vendorId' | 'productId' | 'serialNumber'>

/** Tells a scanner from the other ones, by what doesn't change while it is plugged in. */
export function keyOf(place: Place): string {
  return place.kind === 'serial' ? place.path : `${place.vendorId}:${place.productId}:${place.serialNumber ?? ''}`
}

/** What is known of a device, in one line. */
export function titleOf(...parts: readonly string[]): string {
  return parts.filter(part => part !== '').join(' · ')
}

/** Where a scanner is, and its serial number. */
export function placeOf(scanner: ScannerSetting): string {
  const where = scanner.kind === 'serial' ? scanner.path : `HID POS ${hex(scanner.vendorId)}:${hex(scanner.productId)}`
  return titleOf(where, scanner.serialNumber ?? '')
}

/** As the system's own tools write it. */
function hex(id: number): string {
  return id.toString(16).padStart(4, '0')
}
