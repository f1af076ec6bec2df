import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const GADGETS = '/sys/kernel/config/usb_gadget'

/** The cable of a device that `gadgets.sh` made, and the controller it hangs on. */
export interface Cable {
  unplug(): Promise<void>
  plug(): Promise<void>
}

export async function cableOf(gadget: string): Promise<Cable> {
  const file = join(GADGETS, gadget, 'UDC')
  const controller = (await readFile(file, 'utf8')).trim()
  return {
    unplug: () => writeFile(file, '\n'),
    plug: () => writeFile(file, controller)
  }
}
