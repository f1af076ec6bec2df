import { InEndpoint, OutEndpoint, usb, type Device, type Interface } from 'usb'
import type { Log } from '../../station/ports.ts'
import type { ByteLink } from './byte-link.ts'
import { connectedPrinters, printerInterface, serialNumberOf, whileOpen } from './usb-devices.ts'

/** A transfer that a printer without room does not take is given up after so long (ms), and the rest tried again. */
const TRANSFER_MS = 500
const READ_BYTES = 512

/** Opens a link to a USB printer; an empty serial number fits any of that make. Null if it is not there or somebody else's. */
export async function openUsbLink(options: {
  readonly vendorId: number
  readonly productId: number
  readonly serialNumber: string
  readonly log: Log
}): Promise<ByteLink | null> {
  const { log } = options
  const device = await findPrinter(options)
  if (device === null) return null
  try {
    return claim(device)
  } catch (error) {
    log.warn({ error: String(error) }, 'USB printer could not be opened')
    attempt(() => device.close())
    return null
  }
}

/** After a replug it is another object: looked for anew at every opening. */
async function findPrinter(options: Parameters<typeof openUsbLink>[0]): Promise<Device | null> {
  const { vendorId, productId, serialNumber, log } = options
  for (const device of connectedPrinters(log)) {
    const { idVendor, idProduct } = device.deviceDescriptor
    if (idVendor !== vendorId || idProduct !== productId) continue
    if (serialNumber === '') return device
    const stated = await whileOpen(device, () => serialNumberOf(device)).catch(() => null)
    if (stated === serialNumber) return device
  }
  return null
}

function claim(device: Device): ByteLink | null {
  const place = printerInterface(device)
  if (place === null) return null
  device.open()
  const face = device.interface(place.number)
  // The kernel's own driver (usblp) holds it until told to let go; on other systems there is none to detach.
  if (attempt(() => face.isKernelDriverActive())) face.detachKernelDriver()
  face.claim()
  const output = face.endpoint(place.output)
  const input = place.input === null ? null : face.endpoint(place.input)
  if (!(output instanceof OutEndpoint)) throw new Error('the printer has no way in')
  return linkOver({ device, face, output, input: input instanceof InEndpoint ? input : null })
}

function linkOver(options: {
  readonly device: Device
  readonly face: Interface
  readonly output: OutEndpoint
  readonly input: InEndpoint | null
}): ByteLink {
  const { device, face, output, input } = options
  let ended: Promise<void> | null = null
  const listeners: (() => void)[] = []
  /** Transfers take turns: what one did not get rid of must go before anything else. */
  let turn: Promise<unknown> = Promise.resolve()

  function end(): Promise<void> {
    if (ended) return ended
    ended = letGo()
    for (const listener of listeners) listener()
    return ended
  }

  async function letGo(): Promise<void> {
    await turn
    if (input?.pollActive) await new Promise<void>(resolve => input.stopPoll(resolve))
    await face.releaseAsync().catch(() => undefined)
    // Back to the kernel's own driver, so that /dev/usb/lp0 and print queues find it again.
    attempt(() => face.attachKernelDriver())
    attempt(() => device.close())
  }

  async function writeAll(bytes: Uint8Array): Promise<boolean> {
    let left = Buffer.from(bytes)
    while (left.length > 0) {
      if (ended) return false
      const { error, taken } = await transfer(output, left)
      left = left.subarray(taken)
      if (error !== null && error !== usb.LIBUSB_TRANSFER_TIMED_OUT) {
        void Promise.resolve().then(end)
        return false
      }
    }
    return true
  }

  input?.on('error', () => void end())
  input?.startPoll(1, READ_BYTES)
  return {
    get closed() {
      return ended !== null
    },
    write(bytes) {
      const result = turn.then(() => writeAll(bytes))
      turn = result
      return result
    },
    onData: listener => void input?.on('data', (chunk: Buffer) => listener(chunk)),
    onClosed: listener => void listeners.push(listener),
    close: end
  }
}

/** One transfer; what was taken counts even if the time was up. `error`: libusb's number, null for none. */
function transfer(
  output: OutEndpoint,
  bytes: Buffer
): Promise<{ readonly error: number | null; readonly taken: number }> {
  return new Promise(resolve => {
    output
      .makeTransfer(TRANSFER_MS, (error, _, taken) => resolve({ error: error ? error.errno : null, taken }))
      .submit(bytes)
  })
}

/** The result, or undefined where the system refuses: a device that has gone refuses everything. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
