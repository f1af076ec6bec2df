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
  return new Scanning({ log: quietLog, onFrame: () => {}, onState: () => {}, onLost: () => {} })
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

test('a scanner that floods takes one turn after another, and what is too much is told and not taken', async () => {
  let send: (text: string) => void = () => undefined
  const flood: ScannerPort = {
    name: 'wild',
    start({ onFrame }) {
      send = text => onFrame(text)
      return async () => undefined
    }
  }
  let turn = 0
  const taken: { readonly text: string; readonly turn: number }[] = []
  let lost = 0
  const scanning = new Scanning({
    log: quietLog,
    onFrame: (_, text) => taken.push({ text, turn }),
    onState: () => {},
    onLost: () => (lost += 1)
  })
  await scanning.use([flood])
  for (let at = 0; at < 1500; at += 1) send(String(at))
  // The first of them waits for nobody.
  expect(taken).toEqual([{ text: '0', turn: 0 }])
  turn = 1
  while (taken.length < 1001) {
    await new Promise(resolve => void setImmediate(resolve))
    turn += 1
  }
  expect(taken.map(({ text }) => text)).toEqual(Array.from({ length: 1001 }, (_, at) => String(at)))
  expect(new Set(taken.map(one => one.turn)).size).toBe(1001)
  expect(lost).toBe(499)
  await scanning.close()
})
