import { readdir, readFile, realpath } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { SerialPort } from 'serialport'
import type { SerialScannerSetting } from '../../../shared/domain/scanning/scanners.ts'

interface PortSeen {
  readonly path: string
  readonly serialNumber?: string | undefined
}

/** The port where the scanner is now; null: it is on none. */
export async function findSerialPort(scanner: SerialScannerSetting): Promise<string | null> {
  if (scanner.serialNumber === null) return scanner.path
  const ports = process.platform === 'linux' ? usbPorts() : SerialPort.list()
  return choosePort(scanner, await ports.catch(() => []))
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

const SYSTEM = '/sys/class/tty'

/** USB serial ports as the kernel knows them, about a millisecond; udev's listing takes fifty, and comes later. */
async function usbPorts(): Promise<readonly PortSeen[]> {
  const names = await readdir(SYSTEM)
  return Promise.all(
    names
      .filter(name => /^tty(?:ACM|USB)\d+$/.test(name))
      .map(async name => ({ path: `/dev/${name}`, serialNumber: await usbSerialNumber(join(SYSTEM, name, 'device')) }))
  )
}

/** The device's own folder lies two or three above its port's. */
async function usbSerialNumber(port: string): Promise<string | undefined> {
  let folder = await realpath(port).catch(() => '/')
  for (let up = 0; up < 3; up += 1) {
    folder = dirname(folder)
    const text = await readFile(join(folder, 'serial'), 'utf8').catch(() => null)
    if (text !== null) return asListed(text)
  }
  return undefined
}

/** As udev writes it, and so the list of ports in the settings. */
function asListed(text: string): string {
  return text
    .trim()
    .replaceAll(/\s+/g, '_')
    .replaceAll(/[^\p{L}\p{N}#+\-.:=@_]/gu, '_')
}
