import { expect, test } from 'vitest'
import type { ScannerPort } from '../../../../electron/station/ports/ports.ts'
import { Scanning } from '../../../../electron/station/scanning/scanners.ts'
import { quietLog } from '../../../support/quiet-log.ts'

/** Scanners on one port: each takes a while to let go of it, and says so when it was still taken. */
function onePort() {
  const events: string[] = []
  let holder: string | null = null
  const scanner = (name: string): ScannerPort => ({
    name,
    start() {
      events.push(holder === null ? `${name} opens` : `${name} finds ${holder}`)
      holder = name
      return async () => {
        await Promise.resolve()
        await Promise.resolve()
        holder = null
        events.push(`${name} closes`)
      }
    }
  })
  return { events, scanner }
}

function newScanning(): Scanning {
  return new Scanning({ log: quietLog, onFrame: () => {}, onState: () => {} })
}

test('of changes that overtake each other the last one counts, and a port never has two readers', async () => {
  const { events, scanner } = onePort()
  const scanning = newScanning()
  await scanning.use([scanner('first')])
  await Promise.all([scanning.use([scanner('second')]), scanning.use([scanner('third')])])
  expect(events).toEqual(['first opens', 'first closes', 'third opens'])
  expect(scanning.devices.map(({ name }) => name)).toEqual(['third'])
})

test('a change that the end overtakes opens nothing', async () => {
  const { events, scanner } = onePort()
  const scanning = newScanning()
  await scanning.use([scanner('first')])
  await Promise.all([scanning.use([scanner('second')]), scanning.close()])
  expect(events).toEqual(['first opens', 'first closes'])
})
