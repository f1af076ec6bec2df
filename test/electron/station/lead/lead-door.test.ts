import { expect, onTestFinished, test } from 'vitest'
import { LeadDoor } from '../../../../electron/station/lead/lead-door.ts'
import { createStore } from '../../../../electron/store/store.ts'
import { quietLog } from '../../../support/quiet-log.ts'
import { createVirtualClock } from '../../../support/virtual-clock.ts'

const HOUR = 60 * 60_000

async function leadAt7() {
  const clock = createVirtualClock()
  const store = createStore({ path: ':memory:', log: quietLog })
  onTestFinished(() => store.close())
  let missed = 0
  const door = new LeadDoor({
    store,
    clock,
    secrets: { hash: async text => `hash of ${text}`, isOf: async (text, hash) => hash === `hash of ${text}` },
    packers: () => new Map([['7', { id: '7', name: 'Anna' }]]),
    onChange() {},
    onMiss: () => void (missed += 1)
  })
  await door.setPin('7', '2468')
  return { clock, door, missed: () => missed }
}

test('wrong PINs are written down and forgotten after an hour without one; what can’t be a PIN is no try', async () => {
  const { clock, door, missed } = await leadAt7()
  for (let tries = 0; tries < 6; tries += 1) expect(await door.whose('VRSTKP1')).toEqual({ kind: 'wrong' })
  expect(missed()).toBe(0)
  for (let tries = 0; tries < 4; tries += 1) expect(await door.whose('1111')).toEqual({ kind: 'wrong' })
  expect(missed()).toBe(4)
  await clock.advance(HOUR + 1)
  expect(await door.whose('1111')).toEqual({ kind: 'wrong' })
  expect(await door.whose('2468')).toMatchObject({ kind: 'lead' })

  for (let tries = 0; tries < 5; tries += 1) await door.whose('1111')
  expect(await door.whose('2468')).toMatchObject({ kind: 'wait' })
  expect(missed()).toBe(10)
})
