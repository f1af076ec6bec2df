import { SerialPort } from 'serialport'
import type { SerialScannerSetting } from '../../../shared/domain/scanners.ts'

interface PortSeen {
  readonly path: string
  readonly serialNumber?: string | undefined
}

/** The port where the scanner is now; null: it is on none. Costs a listing when it has a serial number, some 50 ms. */
export async function findSerialPort(scanner: SerialScannerSetting): Promise<string | null> {
  if (scanner.serialNumber === null) return scanner.path
  const ports: readonly PortSeen[] = await SerialPort.list().catch(() => [])
  return choosePort(scanner, ports)
}

/**
 * By serial number, at its last port first, for cheap scanners share one. A last port that the system cannot list
 * is trusted; one that lists without that number belongs to another device.
 */
export function choosePort(
  { path, serialNumber }: Pick<SerialScannerSetting, 'path' | 'serialNumber'>,
  ports: readonly PortSeen[]
): string | null {
  if (serialNumber === null) return path
  const last = ports.find(port => port.path === path)
  if (last?.serialNumber === serialNumber) return path
  const elsewhere = ports.find(port => port.serialNumber === serialNumber)
  return elsewhere?.path ?? (last === undefined ? path : null)
}
