import { expect, onTestFinished, test } from 'vitest'
import { Core } from '../../../../electron/station/core/core.ts'
import { createGate } from '../../../../electron/station/lead/create-gate.ts'
import { openLock } from '../../../../electron/station/lead/gate.ts'
import { Intake } from '../../../../electron/station/scanning/intake.ts'
import { createStore } from '../../../../electron/store/store.ts'
import { badgeBarcode } from '../../../../shared/domain/scanning/commands.ts'
import { quietLog } from '../../../support/quiet-log.ts'
import { createVirtualClock } from '../../../support/virtual-clock.ts'

/** A locked station with one packer and no lead, over a disk that can be full. */
function lockedStation() {
  const clock = createVirtualClock()
  const store = createStore({ path: ':memory:', log: quietLog })
  onTestFinished(() => store.close())
  let isFull = false
  const watched: typeof store = {
    ...store,
    commit(change, when) {
      if (isFull) throw new Error('full')
      store.commit(change, when)
    }
  }
  const secrets = { hash: async (text: string) => text, isOf: async () => false }
  const parts = { store: watched, clock, secrets, log: quietLog }
  const gate = createGate(parts, { core: () => core, onLock() {}, onChange() {} })
  let ids = 0
  const core = new Core({
    ...parts,
    newId: () => `id-${++ids}`,
    dayOf: () => ({ year: 2026, month: 11, day: 22 }),
    loaded: store.load(clock.now()),
    lastSeq: 0
  })
  core.dispatch({ kind: 'savePacker', packer: { id: '7', name: 'Anna' }, renames: false })
  gate.lock.lock()
  onTestFinished(() => gate.lock.close())
  const intake = new Intake({
    ...parts,
    core,
    changeSettings() {},
    mayApply: () => true,
    onChange() {},
    toDesk: () => false,
    onLost() {},
    lock: gate.lock
  })
  return {
    lock: gate.lock,
    intake,
    openByNumber: () => openLock({ ...gate, core, act: event => core.dispatch(event) }, '7'),
    setFull: (full: boolean) => void (isFull = full)
  }
}

test('a badge opens nothing until it is on disk whose it is; read again it does', () => {
  const { lock, intake, setFull } = lockedStation()
  setFull(true)
  expect(() => intake.typed(badgeBarcode('7'))).toThrow('full')
  expect(lock.isLocked).toBe(true)
  setFull(false)
  intake.typed(badgeBarcode('7'))
  expect(lock.isLocked).toBe(false)
})

test('nor does a packer’s number that was typed', async () => {
  const { lock, openByNumber, setFull } = lockedStation()
  setFull(true)
  await expect(openByNumber()).rejects.toThrow('full')
  expect(lock.isLocked).toBe(true)
  setFull(false)
  expect(await openByNumber()).toEqual({ kind: 'open' })
  expect(lock.isLocked).toBe(false)
})
