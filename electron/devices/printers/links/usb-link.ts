import { getDeviceList, InEndpoint, OutEndpoint, usb, type Device, type Interface } from 'usb'
import type { Clock, Log } from '../../../station/ports/ports.ts'
import { closedSoon } from '../../within.ts'
import type { ByteLink } from './byte-link.ts'
import { connectedPrinters, holdOpen, printerInterface, serialNumberOf, whileOpen } from './usb-devices.ts'

/** A transfer that a printer without room does not take is given up after so long (ms), and the rest tried again. */
const TRANSFER_MS = 500
const READ_BYTES = 512
const WATCHDOG_MS = 400

/** Devices with a link that has not let go of them yet: a second one would lose its interface when the first does. */
const taken = new WeakSet<Device>()

/** Opens a link to a USB printer; an empty serial number fits any of that make. Null if it is not there or somebody else's. */
export async function openUsbLink(options: {
  readonly vendorId: number
  readonly productId: number
  readonly serialNumber: string
  readonly clock: Clock
  readonly log: Log
}): Promise<ByteLink | null> {
  const { clock, log } = options
  const device = await findPrinter(options)
  if (device === null || taken.has(device)) return null
  let giveUp = (): void => undefined
  try {
    giveUp = holdOpen(device)
    return linkOver({ ...claim(device), device, giveUp, clock })
  } catch (error) {
    log.warn({ error: String(error) }, 'USB printer could not be opened')
    giveUp()
    return null
  }
}

/** After a replug it is another object: looked for anew at every opening. */
async function findPrinter(options: Parameters<typeof openUsbLink>[0]): Promise<Device | null> {
  const { vendorId, productId, serialNumber, log } = options
  for (const device of connectedPrinters(log)) {
    const { idVendor, idProduct } = device.deviceDescriptor
    if (idVendor !== vendorId || idProduct !== productId) continue
    // Two alike without a number: each link takes one that the other has not.
    if (serialNumber === '' && taken.has(device)) continue
    if (serialNumber === '') return device
    const stated = await whileOpen(device, () => serialNumberOf(device)).catch(() => null)
    if (stated === serialNumber) return device
  }
  return null
}

interface Claimed {
  readonly face: Interface
  readonly output: OutEndpoint
  /** Null if the printer only listens. */
  readonly input: InEndpoint | null
}

function claim(device: Device): Claimed {
  const place = printerInterface(device)
  if (place === null) throw new Error('it has gone')
  const face = device.interface(place.number)
  // The kernel's own driver (usblp) holds it until told to let go; on other systems there is none to detach.
  if (attempt(() => face.isKernelDriverActive())) face.detachKernelDriver()
  face.claim()
  const output = face.endpoint(place.output)
  const input = place.input === null ? null : face.endpoint(place.input)
  if (!(output instanceof OutEndpoint)) throw new Error('the printer has no way in')
  return { face, output, input: input instanceof InEndpoint ? input : null }
}

function linkOver(
  options: Claimed & { readonly device: Device; readonly giveUp: () => void; readonly clock: Clock }
): ByteLink {
  const { device, giveUp, clock, face, output, input } = options
  let ended: Promise<void> | null = null
  const listeners = new Set<() => void>()
  /** Transfers take turns: what one did not get rid of must go before anything else. */
  let turn: Promise<unknown> = Promise.resolve()
  // Elsewhere listing the devices takes long, and the system's own word must do.
  let cancelWatch = process.platform === 'linux' ? watch() : (): void => undefined

  function end(): Promise<void> {
    if (ended) return ended
    cancelWatch()
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
    giveUp()
    taken.delete(device)
  }

  /** A printer that only listens has no read that would tell of its unplugging. */
  function watch(): () => void {
    return clock.after(WATCHDOG_MS, () => {
      if (attempt(() => getDeviceList().includes(device)) === true) cancelWatch = watch()
      else void end()
    })
  }

  async function writeAll(bytes: Uint8Array): Promise<boolean> {
    let left = Buffer.from(bytes)
    while (left.length > 0) {
      if (ended) return false
      const { error, taken: count } = await transfer(output, left)
      left = left.subarray(count)
      if (error !== null && error !== usb.LIBUSB_TRANSFER_TIMED_OUT) {
        void Promise.resolve().then(end)
        return false
      }
    }
    return true
  }

  function write(bytes: Uint8Array): Promise<boolean> {
    return new Promise(resolve => {
      const gone = (): void => resolve(false)
      listeners.add(gone)
      turn = turn
        .then(() => writeAll(bytes))
        .then(all => {
          listeners.delete(gone)
          resolve(all)
        })
    })
  }

  taken.add(device)
  input?.on('error', () => void end())
  input?.startPoll(1, READ_BYTES)
  return {
    get closed() {
      return ended !== null
    },
    write,
    onData: listener => void input?.on('data', (chunk: Buffer) => listener(chunk)),
    onClosed: listener => void listeners.add(listener),
    close: () => closedSoon(clock, end())
  }
}

/**
 * One transfer; what was taken counts even if the time was up. `error`: libusb's number, null for none. A device that has
 * gone refuses it by an exception if that is known already, or else by the transfer's own end.
 */
function transfer(
  output: OutEndpoint,
  bytes: Buffer
): Promise<{ readonly error: number | null; readonly taken: number }> {
  return new Promise(resolve => {
    const one = output.makeTransfer(TRANSFER_MS, (error, _, count) =>
      resolve({ error: error ? error.errno : null, taken: count })
    )
    if (attempt(() => one.submit(bytes)) === undefined) resolve({ error: usb.LIBUSB_TRANSFER_NO_DEVICE, taken: 0 })
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
