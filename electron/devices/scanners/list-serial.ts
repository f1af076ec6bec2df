import { SerialPort } from 'serialport'
import type { DevicesPort, Log } from '../../station/ports/ports.ts'

type Listed = Awaited<ReturnType<DevicesPort['listSerial']>>

/** The machine's serial ports, those with a known maker first; none if the system cannot list them. */
export async function listSerialPorts(log: Log): Promise<Listed> {
  try {
    const ports = await SerialPort.list()
    return ports
      .map(port => ({ path: port.path, maker: port.manufacturer ?? '', serialNumber: port.serialNumber ?? '' }))
      .toSorted(
        (one, other) => Number(other.maker !== '') - Number(one.maker !== '') || one.path.localeCompare(other.path)
      )
  } catch (error) {
    log.warn({ error: String(error) }, 'serial ports cannot be listed')
    return []
  }
}
