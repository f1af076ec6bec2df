import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

const GADGETS = '/sys/kernel/config/usb_gadget'

/** The cable of a device that `gadgets.sh` made, and the controller it hangs on. */
export interface Cable {
  /** As if the plug were drawn, the gadget's own end left as it is. */
  disconnect(): Promise<void>
  unplug(): Promise<void>
  plug(): Promise<void>
}

export async function cableOf(gadget: string): Promise<Cable> {
  const file = join(GADGETS, gadget, 'UDC')
  const controller = (await readFile(file, 'utf8')).trim()
  return {
    disconnect: () => writeFile(`/sys/class/udc/${controller}/soft_connect`, 'disconnect'),
    unplug: () => writeFile(file, '\n'),
    plug: () => writeFile(file, controller)
  }
}
