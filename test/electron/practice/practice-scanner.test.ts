import { expect, test } from 'vitest'
import { createPracticeScanner } from '../../../electron/practice/practice-scanner.ts'
import type { DeviceState } from '../../../electron/station/ports/ports.ts'

test('what is shown is read, unless the scanner is unplugged or stopped', async () => {
  const scanner = createPracticeScanner()
  const frames: string[] = []
  const states: DeviceState[] = []
  scanner.show('too early')
  const stop = scanner.start({ onFrame: text => frames.push(text), onState: state => states.push(state) })
  scanner.show('4600000000017')
  scanner.unplug()
  scanner.unplug()
  scanner.show('in the dark')
  scanner.plug()
  scanner.show('!uKEtQZVx')
  scanner.show('')
  await stop()
  scanner.show('too late')
  scanner.unplug()
  expect(frames).toEqual(['4600000000017', '!uKEtQZVx'])
  expect(states).toEqual([{ kind: 'ready' }, { kind: 'fault', fault: 'lost' }, { kind: 'ready' }])
})
