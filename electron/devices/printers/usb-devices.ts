import { getDeviceList, type Device } from 'usb'
import type { DevicesPort, Log } from '../../station/ports.ts'

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

/** Runs `work` with the device open, and leaves it as it was: another link may be using it. */
export async function whileOpen<T>(device: Device, work: () => Promise<T>): Promise<T> {
  const wasOpen = device.interfaces !== undefined
  if (!wasOpen) device.open()
  try {
    return await work()
  } finally {
    if (!wasOpen) device.close()
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
        nameIn(await deviceId(device))
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

function nameIn(id: string): string {
  const facts = new Map(
    id.split(';').map(pair => {
      const [key = '', ...value] = pair.split(':')
      return [key.trim().toUpperCase(), value.join(':').trim()]
    })
  )
  const maker = facts.get('MANUFACTURER') ?? facts.get('MFG') ?? ''
  const model = facts.get('MODEL') ?? facts.get('MDL') ?? ''
  return [maker, model].filter(part => part !== '').join(' ')
}
