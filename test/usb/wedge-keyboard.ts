import { closeSync, constants, openSync, readdirSync, readFileSync, readSync, writeSync } from 'node:fs'
import { until } from '../support/until.ts'
import { EVDEV_CODES, HID_MODIFIERS, type Press } from './key-tables.ts'

/** Each has a name of its own: the one before it may not be gone yet. */
let plugged = 0
/** Requests to the kernel's /dev/uhid, and the layout of the one that makes a device (linux/uhid.h). */
const UHID_DESTROY = 1
const UHID_CREATE2 = 11
const UHID_INPUT2 = 12
const AT = { name: 4, uniq: 196, descriptorSize: 260, bus: 262, vendor: 264, product: 268, descriptor: 280 } as const
const BUS_USB = 3
/** A boot keyboard (HID 1.11, appendix B.1): a byte of modifiers, one reserved, six keys. */
const KEYBOARD = Buffer.from(
  '05010906a101050719e029e71500250175019508810295017508810195067508150025650507190029658100c0',
  'hex'
)
/** One event of /dev/input/event* on a 64-bit machine: two words of time, type, code, value (linux/input.h). */
const EVENT_BYTES = 24
const EV_KEY = 1

/** A key that went down, as the page would hear of it, but for what the layout makes of it. */
export interface KeyDown {
  readonly code: string
  readonly shift: boolean
  readonly ctrl: boolean
  readonly alt: boolean
  readonly capsLock: boolean
}

/** A scanner that types, plugged in: the kernel takes it for a USB keyboard. */
export interface WedgeKeyboard {
  /** Presses and lets go, one key after another; the keydowns that the kernel made of it. */
  type(presses: readonly Press[]): readonly KeyDown[]
  unplug(): void
}

export async function plugWedgeKeyboard(): Promise<WedgeKeyboard> {
  const name = `Wedge scanner ${++plugged}`
  const device = openSync('/dev/uhid', constants.O_RDWR | constants.O_NONBLOCK)
  writeSync(device, creation(name))
  const events = await until('the keyboard', () => openEvents(name))
  const held = new Set<string>()
  let capsLock = false

  function send(modifiers: number, usage: number): readonly KeyDown[] {
    const request = Buffer.alloc(6 + 8)
    request.writeUInt32LE(UHID_INPUT2, 0)
    request.writeUInt16LE(8, 4)
    request.set([modifiers, 0, usage], 6)
    writeSync(device, request)
    // The kernel has worked it off when the write is over, and keeps no more than 64 events.
    return readKeys()
  }

  function readKeys(): readonly KeyDown[] {
    const buffer = Buffer.alloc(EVENT_BYTES * 64)
    const bytes = bytesThere(events, buffer)
    const down: KeyDown[] = []
    for (let at = 0; at < bytes; at += EVENT_BYTES) {
      if (buffer.readUInt16LE(at + 16) !== EV_KEY) continue
      const number = buffer.readUInt16LE(at + 18)
      const code = EVDEV_CODES.get(number) ?? `number ${number}`
      const isDown = buffer.readInt32LE(at + 20) === 1
      if (isDown) held.add(code)
      else held.delete(code)
      if (isDown && code === 'CapsLock') capsLock = !capsLock
      if (isDown) down.push({ code, capsLock, ...modifiersHeld() })
    }
    return down
  }

  function modifiersHeld(): Pick<KeyDown, 'shift' | 'ctrl' | 'alt'> {
    return { shift: held.has('ShiftLeft'), ctrl: held.has('ControlLeft'), alt: held.has('AltLeft') }
  }

  function press({ usages, modifier }: Press): readonly KeyDown[] {
    const held = modifier === undefined ? 0 : HID_MODIFIERS[modifier]
    const down = held === 0 ? [] : [...send(held, 0)]
    for (const usage of usages) down.push(...send(held, usage), ...send(held, 0))
    if (held !== 0) down.push(...send(0, 0))
    return down
  }

  // The node is there before the kernel has done with the device, and until then it drops what is typed.
  await until('a key that is heard', () => press({ usages: [], modifier: 'shift' }).length > 0)
  return {
    type: presses => presses.flatMap(press),
    unplug() {
      const request = Buffer.alloc(4)
      request.writeUInt32LE(UHID_DESTROY, 0)
      writeSync(device, request)
      closeSync(events)
      closeSync(device)
    }
  }
}

/** None where the kernel made no event of a key: what is missing shows in what was read. */
function bytesThere(events: number, buffer: Buffer): number {
  try {
    return readSync(events, buffer)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return 0
    throw error
  }
}

function creation(name: string): Buffer {
  const request = Buffer.alloc(AT.descriptor + KEYBOARD.length)
  request.writeUInt32LE(UHID_CREATE2, 0)
  request.write(name, AT.name)
  request.write('S4', AT.uniq)
  request.writeUInt16LE(KEYBOARD.length, AT.descriptorSize)
  request.writeUInt16LE(BUS_USB, AT.bus)
  request.writeUInt32LE(0x05e0, AT.vendor)
  request.writeUInt32LE(0x1200, AT.product)
  KEYBOARD.copy(request, AT.descriptor)
  return request
}

function openEvents(name: string): number | null {
  try {
    const nodes = readdirSync('/sys/class/input').filter(node => node.startsWith('event'))
    const ours = nodes.find(node => readFileSync(`/sys/class/input/${node}/device/name`, 'utf8').trim() === name)
    return ours === undefined ? null : openSync(`/dev/input/${ours}`, constants.O_RDONLY | constants.O_NONBLOCK)
  } catch {
    // The kernel lists a device a moment before its node is there, and one that goes a moment after.
    return null
  }
}
