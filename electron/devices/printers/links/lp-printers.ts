import { readdir, readFile } from 'node:fs/promises'
import { nameInDeviceId } from '../printer-name.ts'

/** Where Linux tells of the nodes of its own USB printer driver (usblp). */
const NODES = '/sys/class/usbmisc'
const LP_NODE = /^lp\d+$/

/** A USB printer that the system's own driver holds. */
export interface LpPrinter {
  /** `/dev/usb/lp0` and so on: by the order of plugging in, so that it may be another one after a replug. */
  readonly path: string
  /** Maker and model by the IEEE 1284 id, or else as the device calls itself; empty if it says neither. */
  readonly name: string
  /** Null if it states none. */
  readonly serialNumber: string | null
}

/** The USB printers that the system's own driver holds, by number; none on systems other than Linux. */
export async function listLpPrinters(): Promise<readonly LpPrinter[]> {
  const nodes = await readdir(NODES).catch(() => [])
  const numbers = nodes.filter(node => LP_NODE.test(node)).map(node => Number(node.slice(2)))
  const listed = await Promise.all(numbers.toSorted((a, b) => a - b).map(printerAt))
  return listed.filter(one => one !== null)
}

/** Where a printer is now: by its serial number if that is known, wherever it was before; null if it is not there. */
export async function findLpPrinter(wanted: {
  readonly path: string
  readonly serialNumber: string | null
}): Promise<string | null> {
  if (wanted.serialNumber === null) return wanted.path
  const same = (await listLpPrinters()).filter(({ serialNumber }) => serialNumber === wanted.serialNumber)
  // Cheap makes give one number to all of their printers.
  return (same.find(({ path }) => path === wanted.path) ?? same[0])?.path ?? null
}

/** Null if it went while it was being looked at. */
async function printerAt(number: number): Promise<LpPrinter | null> {
  const face = `${NODES}/lp${number}/device`
  const id = await fact(`${face}/ieee1284_id`)
  // The interface's folder lies in that of the device, behind a symbolic link: the system alone can follow it up.
  const serial = await fact(`${face}/../serial`)
  const maker = await fact(`${face}/../manufacturer`)
  const product = await fact(`${face}/../product`)
  if (id === null && product === null && serial === null) return null
  const own = [maker, product].filter(part => part !== null && part !== '').join(' ')
  return {
    path: `/dev/usb/lp${number}`,
    name: nameInDeviceId(id ?? '') || own,
    serialNumber: serial === null || serial === '' ? null : serial
  }
}

async function fact(path: string): Promise<string | null> {
  try {
    return (await readFile(path, 'latin1')).trim()
  } catch {
    return null
  }
}
