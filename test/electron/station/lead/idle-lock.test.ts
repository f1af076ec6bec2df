import { expect, test } from 'vitest'
import { IdleLock } from '../../../../electron/station/lead/idle-lock.ts'
import { createGate } from '../../../../electron/station/lead/create-gate.ts'
import type { Core } from '../../../../electron/station/core/core.ts'
import type { Log } from '../../../../electron/station/ports/ports.ts'
import { createStore } from '../../../../electron/store/store.ts'
import { quietLog } from '../../../support/quiet-log.ts'
import { createVirtualClock } from '../../../support/virtual-clock.ts'
import { newBench } from '../../../shared/domain/assembly/support.ts'

const MINUTE = 60_000

function newLock(minutes: number) {
  const clock = createVirtualClock()
  const told: boolean[] = []
  const lock = new IdleLock({
    clock,
    minutes: () => minutes,
    mayLock: () => true,
    onChange: isLocked => void told.push(isLocked)
  })
  lock.watch()
  return { clock, told, lock }
}

test('it locks after so many minutes without a sign, not before; signs put it off, and nothing but `open` opens it', async () => {
  const { clock, told, lock } = newLock(5)
  await clock.advance(4 * MINUTE)
  lock.alive()
  await clock.advance(4 * MINUTE)
  expect(told).toEqual([])
  await clock.advance(MINUTE)
  expect(told).toEqual([true])
  lock.alive()
  expect(lock.isLocked).toBe(true)
  lock.open()
  expect(told).toEqual([true, false])
  await clock.advance(5 * MINUTE)
  expect(lock.isLocked).toBe(true)
  lock.close()
  expect(clock.pending()).toBe(0)
})

test('with no minutes set it never locks by itself, and a start asks nobody', async () => {
  const { clock, told, lock } = newLock(0)
  lock.begin()
  await clock.advance(600 * MINUTE)
  expect(told).toEqual([])
})

test('a disk that takes no line of the log keeps no station open, and nothing fails by it', async () => {
  const clock = createVirtualClock()
  const errors: string[] = []
  const log: Log = { ...quietLog, error: (_, message) => void errors.push(message) }
  const bench = newBench({ settings: { lockMinutes: 1 } })
  const core = {
    bench,
    note() {
      throw new Error('full')
    }
  } as unknown as Core
  const secrets = { hash: async (text: string) => text, isOf: async () => false }
  const store = createStore({ path: ':memory:', log })
  const { lock } = createGate({ store, clock, secrets, log }, { core: () => core, onLock() {}, onChange() {} })
  lock.watch()
  await clock.advance(MINUTE)
  expect(lock.isLocked).toBe(true)
  expect(errors).toHaveLength(1)
  store.close()
})
