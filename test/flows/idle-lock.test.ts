import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { badgeBarcode } from '../../shared/domain/scanning/commands.ts'
import type { Clock } from '../../electron/station/ports/ports.ts'
import { createPtyCable } from '../support/pty.ts'
import { realClock } from '../support/real-clock.ts'
import { startRig } from '../support/station-rig.ts'

/* A station that nobody is at: it locks, keeps what lies on the table, and a badge opens it. */

const PIN = '73915264'
/** A buyer's words at the counter. */
const CODE = '48151623'

/** The machine's clock, whose minutes end at once when told to. */
function hastyClock(): Clock & { minutesPass(): void } {
  const waiting = new Set<() => void>()
  let passed = 0
  return {
    ...realClock,
    monotonic: () => realClock.monotonic() + passed,
    after(ms, job) {
      if (ms < 45_000 || ms > 60 * 60_000) return realClock.after(ms, job)
      const due = () => {
        waiting.delete(due)
        job()
      }
      waiting.add(due)
      return () => waiting.delete(due)
    },
    minutesPass() {
      passed += 5 * 60_000
      for (const job of waiting) job()
    }
  }
}

async function atTable() {
  const clock = hastyClock()
  const rig = await startRig({ orders: 2, clock })
  await rig.call('packers.save', { id: '7', name: 'Anna' })
  await rig.call('packers.save', { id: '8', name: 'Oleg' })
  await rig.scan(badgeBarcode('7'))
  const [order] = (await rig.call('orders.list', { lives: null, supplyId: null, search: '', offset: 0, limit: 10 }))
    .rows
  await rig.call('orders.claim', { orderIds: [order?.id ?? 0], supply: { kind: 'new', name: 'Evening' } })
  await rig.call('bench.takeOrder', { orderId: order?.id ?? 0 })
  await rig.call('settings.set', { lockMinutes: 5 })
  return { rig, clock, order }
}

const history = { offset: 0, limit: 30 }

test('after some minutes without anybody only a badge is taken; the order stays, and goes over to whoever came', async () => {
  const { rig, clock, order } = await atTable()
  const before = rig.view().order
  expect(before?.id).toBe(order?.id)
  expect(rig.view().isLocked).toBe(false)
  clock.minutesPass()
  await rig.when('the lock', view => view.isLocked)

  await rig.scan('4006381333931')
  expect(rig.view()).toMatchObject({ isLocked: true, feedback: { face: 'refused', message: { code: 'locked' } } })
  expect(rig.view().order).toEqual(before)
  for (const [name, input] of [
    ['bench.command', { command: 'undo' }],
    ['settings.set', { lockMinutes: 0 }],
    ['orders.cancel', { orderId: order?.id }],
    ['orders.buyer', { orderId: order?.id }]
  ] as const) {
    expect(await rig.invoke(name, input), name).toMatchObject({ ok: false, error: { kind: 'locked' } })
  }
  await rig.scan(badgeBarcode('99'))
  expect(rig.view().isLocked).toBe(true)

  await rig.scan(badgeBarcode('8'))
  expect(rig.view()).toMatchObject({
    isLocked: false,
    packer: { name: 'Oleg' },
    feedback: { face: 'goOn', note: { code: 'takenOver', name: 'Oleg', before: 'Anna' } }
  })
  expect(rig.view().order).toEqual(before)
  const kinds = (await rig.call('history.list', history)).map(({ kind, packer }) => `${kind} ${packer}`)
  expect(kinds).toContain('locked Anna')
  expect(kinds).toContain('scan Oleg')
})

test('a lead’s PIN opens it too, and what was asked is asked again; a packer’s number does not where there is a lead', async () => {
  const { rig, clock } = await atTable()
  await rig.call('lead.setPin', { packerId: '7', pin: PIN })
  const asked = rig.view().feedback.message
  clock.minutesPass()
  await rig.when('the lock', view => view.isLocked)
  await rig.scan('4006381333931')
  expect(await rig.call('lock.open', { pin: '8' })).toEqual({ kind: 'wrong' })
  expect(await rig.call('lock.open', { pin: PIN })).toEqual({ kind: 'open' })
  expect(rig.view()).toMatchObject({ isLocked: false, feedback: { message: asked } })
})

test('a lock ends the turn of a lead: who opens the table with a badge may no more than before', async () => {
  const { rig } = await atTable()
  await rig.call('lead.setPin', { packerId: '7', pin: PIN })
  expect(await rig.bridge.invoke('lead.enter', { pin: PIN })).toMatchObject({ value: { kind: 'in' } })
  expect(await rig.bridge.invoke('settings.set', { scanBack: false })).toMatchObject({ ok: true })
  await rig.call('lock.now')
  await rig.scan(badgeBarcode('8'))
  expect(rig.view().isLocked).toBe(false)
  expect(await rig.bridge.invoke('settings.set', { scanBack: true })).toMatchObject({ error: { kind: 'needsLead' } })
})

test('with no lead a packer’s number opens it, and signs that packer in', async () => {
  const { rig, clock } = await atTable()
  clock.minutesPass()
  await rig.when('the lock', view => view.isLocked)
  expect(await rig.call('lock.open', { pin: '9' })).toEqual({ kind: 'wrong' })
  expect(await rig.call('lock.open', { pin: '8' })).toEqual({ kind: 'open' })
  expect(rig.view()).toMatchObject({ isLocked: false, packer: { name: 'Oleg' } })
})

test('signs of a person keep it open; a new start asks who is there', async () => {
  const { rig, clock } = await atTable()
  for (let times = 0; times < 3; times += 1) {
    await rig.call('lock.alive')
    expect(rig.view().isLocked).toBe(false)
  }
  await rig.stop()
  await rig.start()
  expect(rig.view().isLocked).toBe(true)
  clock.minutesPass()
  await rig.scan(badgeBarcode('7'))
  expect(rig.view().isLocked).toBe(false)
})

test('a new start locks a table too at which nobody had signed in', async () => {
  const rig = await startRig({ orders: 1, settings: { signIn: false, lockMinutes: 5 } })
  await rig.stop()
  await rig.start()
  // Nobody could open it.
  expect(rig.view().isLocked).toBe(false)
  await rig.call('packers.save', { id: '7', name: 'Anna' })
  await rig.call('lead.setPin', { packerId: '7', pin: PIN })
  expect(rig.view().packer).toBeNull()
  await rig.stop()
  await rig.start()
  expect(rig.view().isLocked).toBe(true)
  expect(await rig.call('lock.open', { pin: PIN })).toEqual({ kind: 'open' })
  expect(rig.view().isLocked).toBe(false)
})

test('what a desk’s scanner reads at a locked station goes to no page and stands in no file', async () => {
  const { rig, clock } = await atTable()
  const cable = await createPtyCable()
  onTestFinished(() => cable.close())
  await rig.call('settings.set', { scanners: [{ kind: 'serial', name: 'left', path: cable.path }] })
  await rig.when('the scanner', ({ scanners }) => scanners[0]?.state === 'ready')
  await rig.bridge.invoke('desk.open', { desk: 'handover' })
  const heard: unknown[] = []
  onTestFinished(rig.bridge.on('deskScan', scan => heard.push(scan)))
  clock.minutesPass()
  await rig.when('the lock', view => view.isLocked)
  await cable.send(new TextEncoder().encode(`${CODE}\r`))
  await rig.when('the refusal', view => view.feedback.message.code === 'locked')
  expect(heard).toEqual([])
  await cable.send(new TextEncoder().encode(`${badgeBarcode('7')}\r`))
  await rig.when('the open table', view => !view.isLocked)
  await rig.stop()
  expect(filesUnder(rig.dataDirectory).filter(path => readFileSync(path).includes(CODE))).toEqual([])
})

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder).flatMap(name => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesUnder(path) : [path]
  })
}
