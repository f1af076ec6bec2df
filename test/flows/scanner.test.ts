import { expect, onTestFinished, test } from 'vitest'
import { createPtyCable } from '../support/pty.ts'
import { startRig } from '../support/station-rig.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

test('a scanner that is unplugged is missed within a second, and reads again when it is back', async () => {
  const cable = await createPtyCable()
  onTestFinished(() => cable.close())
  const rig = await startRig({
    orders: 0,
    settings: { scanners: [{ kind: 'serial', name: 'left hand', path: cable.path }] }
  })
  await rig.when('the scanner', ({ scanners }) => scanners[0]?.state === 'ready')
  await cable.unplug()
  const lost = await rig.when('the loss', ({ scanners }) => scanners[0]?.state === 'fault', 1500)
  expect(lost.scanners[0]).toEqual({ name: 'left hand', state: 'fault', fault: 'lost' })
  await cable.plug()
  await rig.when('the scanner again', ({ scanners }) => scanners[0]?.state === 'ready')
  await cable.send(bytes('4006381333931\r'))
  const { feedback, notes } = await rig.when('the scan', view => view.notes.length > 0)
  expect(feedback.message).toEqual({ code: 'noSupply' })
  expect(notes[0]?.text).toBe('4006381333931')
})

test('settings put another scanner to use and the former one out of it', async () => {
  const [one, other] = [await createPtyCable(), await createPtyCable()]
  onTestFinished(() => Promise.all([one.close(), other.close()]).then(() => undefined))
  const rig = await startRig({
    orders: 0,
    settings: { scanners: [{ kind: 'serial', name: 'left hand', path: one.path }] }
  })
  await rig.when('the first', ({ scanners }) => scanners[0]?.state === 'ready')
  await rig.call('settings.set', {
    scanners: [{ kind: 'serial', name: 'right hand', path: other.path, baudRate: 115_200 }]
  })
  await rig.when('the second', ({ scanners }) => scanners[0]?.name === 'right hand' && scanners[0].state === 'ready')
  await one.send(bytes('1111111111116\r'))
  await other.send(bytes('2222222222222\r'))
  await rig.when('the scan', view => view.notes.length > 0)
  expect(rig.view().notes.map(({ text }) => text)).toEqual(['2222222222222'])
  await rig.call('settings.set', { scanners: [] })
  expect(rig.view().scanners).toEqual([])
})

test('a label read twice by a trembling hand counts once, and again after a moment', async () => {
  const rig = await startRig({ orders: 0, settings: { repeatMs: 300 } })
  await rig.scan('4006381333931')
  await rig.scan('4006381333931')
  expect(rig.view().notes).toHaveLength(1)
  await rig.scan('2222222222222')
  await rig.scan('4006381333931')
  expect(rig.view().notes).toHaveLength(3)
})

test('letters typed under CapsLock bring a warning to the stage, digits none', async () => {
  const rig = await startRig({ orders: 0 })
  const typed = (...codes: readonly string[]) =>
    codes.map(code => ({ code, key: '', shift: false, ctrl: false, alt: false, capsLock: true }))
  await rig.call('scan.keys', { id: 'delivery-1', keys: typed('KeyA', 'KeyB', 'Digit1') })
  expect(rig.view()).toMatchObject({ notes: [{ text: 'ab1' }], feedback: { note: { code: 'capsLock' } } })
  await rig.call('scan.keys', { id: 'delivery-2', keys: typed('Digit4', 'Digit6', 'Digit0') })
  expect(rig.view().feedback).not.toHaveProperty('note')
})

test('the same delivery counts once, however often the page sends it', async () => {
  const rig = await startRig({ orders: 0 })
  await rig.call('scan.typed', { id: 'delivery-1', text: '4006381333931' })
  await rig.call('scan.typed', { id: 'delivery-1', text: '4006381333931' })
  expect(rig.view().notes).toHaveLength(1)
  const keys = [...'2222222222222'].map(digit => ({
    code: `Digit${digit}`,
    key: digit,
    shift: false,
    ctrl: false,
    alt: false,
    capsLock: false
  }))
  await rig.call('scan.keys', { id: 'delivery-2', keys })
  await rig.call('scan.keys', { id: 'delivery-2', keys })
  expect(rig.view().notes.map(({ text }) => text)).toEqual(['2222222222222', '4006381333931'])
})
