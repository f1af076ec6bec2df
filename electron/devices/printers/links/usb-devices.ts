import { getDeviceList, type Device } from 'usb'
import type { DevicesPort, Log } from '../../../station/ports/ports.ts'
import { nameInDeviceId } from '../printer-name.ts'

const PRINTER_CLASS = 7
const BIDIRECTIONAL = 2
const BULK = 2
/** Class request GET_DEVICE_ID of the USB printer class, device to host. */
const FROM_INTERFACE = 0xa1
const GET_DEVICE_ID = 0
const LONGEST_ID = 1023

/** Where a printer's interface is, and its two endpoints; `input` is null if it only listens. */
export interface PrinterInterface {
  readonly number: number
  readonly alternate: number
  readonly output: number
  readonly input: number | null
}

/** A device's printer interface (USB class 7), the one that answers if there is a choice; null if it is no printer. */
export function printerInterface(device: Device): PrinterInterface | null {
  const found = (device.configDescriptor?.interfaces ?? [])
    .flat()
    .filter(({ bInterfaceClass, bInterfaceProtocol }) => bInterfaceClass === PRINTER_CLASS && bInterfaceProtocol <= 3)
    .toSorted((a, b) => Number(b.bInterfaceProtocol === BIDIRECTIONAL) - Number(a.bInterfaceProtocol === BIDIRECTIONAL))
    .map(({ bInterfaceNumber, bAlternateSetting, endpoints }) => {
      const bulk = endpoints.filter(({ bmAttributes }) => (bmAttributes & 3) === BULK)
      const isInput = (address: number): boolean => (address & 0x80) !== 0
      const output = bulk.find(({ bEndpointAddress }) => !isInput(bEndpointAddress))?.bEndpointAddress
      const input = bulk.find(({ bEndpointAddress }) => isInput(bEndpointAddress))?.bEndpointAddress ?? null
      return output === undefined ? null : { number: bInterfaceNumber, alternate: bAlternateSetting, output, input }
    })
  return found.find(one => one !== null) ?? null
}

/** How many have a device open: closing it under another one's transfers would leave those without an end. */
const holders = new WeakMap<Device, number>()

/** Opens a device unless somebody has; the result gives it up, and the last one to do so closes it. Throws if it cannot be opened. */
export function holdOpen(device: Device): () => void {
  const others = holders.get(device) ?? 0
  if (others === 0) device.open()
  holders.set(device, others + 1)
  let isHeld = true
  return () => {
    if (!isHeld) return
    isHeld = false
    const left = (holders.get(device) ?? 1) - 1
    holders.set(device, left)
    if (left > 0) return
    try {
      device.close()
    } catch {
      // A transfer that never came to its end keeps it open: it goes with the device.
    }
  }
}

/** Runs `work` with the device open. */
export async function whileOpen<T>(device: Device, work: () => Promise<T>): Promise<T> {
  const giveUp = holdOpen(device)
  try {
    return await work()
  } finally {
    giveUp()
  }
}

/** The serial number that an open device states; empty if it has none. */
export function serialNumberOf(device: Device): Promise<string> {
  return new Promise(resolve => {
    device.getStringDescriptor(device.deviceDescriptor.iSerialNumber, (error, text) =>
      resolve(error ? '' : (text ?? ''))
    )
  })
}

type Listed = Awaited<ReturnType<DevicesPort['listUsbPrinters']>>

/** The USB printers that are plugged in, with maker and model by their IEEE 1284 id; those that refuse to be asked have none. */
export async function listUsbPrinters(log: Log): Promise<Listed> {
  const listed: Listed[number][] = []
  for (const device of connectedPrinters(log)) {
    const { idVendor: vendorId, idProduct: productId } = device.deviceDescriptor
    try {
      const [serialNumber, name] = await whileOpen(device, async () => [
        await serialNumberOf(device),
        nameInDeviceId(await deviceId(device))
      ])
      listed.push({ vendorId, productId, serialNumber, name })
    } catch (error) {
      log.warn({ vendorId, productId, error: String(error) }, 'USB printer cannot be asked for its name')
      listed.push({ vendorId, productId, serialNumber: '', name: '' })
    }
  }
  return listed
}

/** Every device that has a printer's interface; none where USB cannot be listed. */
export function connectedPrinters(log: Log): readonly Device[] {
  try {
    return getDeviceList().filter(device => printerInterface(device) !== null)
  } catch (error) {
    log.warn({ error: String(error) }, 'USB devices cannot be listed')
    return []
  }
}

/** The IEEE 1284 id as the printer states it: `KEY:value;` pairs after two bytes of length. */
function deviceId(device: Device): Promise<string> {
  const place = printerInterface(device)
  if (place === null) return Promise.resolve('')
  const index = (place.number << 8) | place.alternate
  return new Promise(resolve => {
    device.controlTransfer(FROM_INTERFACE, GET_DEVICE_ID, 0, index, LONGEST_ID, (error, data) =>
      resolve(error || !(data instanceof Buffer) ? '' : data.subarray(2).toString('latin1'))
    )
  })
}
