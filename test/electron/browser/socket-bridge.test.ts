import { expect, test } from 'vitest'
import { createSocketBridge } from '../../../electron/browser/page/socket-bridge.ts'
import type { SocketEvents } from '../../../electron/browser/page/socket-bridge.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

/** A bridge over connections that the test makes and breaks. */
function setUp() {
  const clock = createVirtualClock()
  const connections: { readonly events: SocketEvents; readonly sent: { id: number; name: string }[] }[] = []
  const heard: boolean[] = []
  const notices: string[] = []
  const bridge = createSocketBridge({
    open(events) {
      const sent: { id: number; name: string }[] = []
      connections.push({ events, sent })
      return text => sent.push(JSON.parse(text))
    },
    after: (ms, job) => {
      clock.after(ms, job)
    },
    onConnection: connected => heard.push(connected),
    onNotice: notice => notices.push(notice)
  })
  return { clock, connections, heard, notices, bridge }
}

type Parts = ReturnType<typeof setUp>

function last({ connections }: Parts) {
  const connection = connections.at(-1)
  if (!connection) throw new Error('no connection was made')
  return connection
}

function open(parts: Parts): void {
  last(parts).events.onOpen()
}

function receive(parts: Parts, message: unknown): void {
  last(parts).events.onMessage(JSON.stringify(message))
}

test('answers find their calls in whatever order they come', async () => {
  const parts = setUp()
  open(parts)
  const view = parts.bridge.invoke('view.get', undefined)
  const order = parts.bridge.invoke('orders.get', { orderId: 4 })
  expect(last(parts).sent).toEqual([
    { id: 1, name: 'view.get' },
    { id: 2, name: 'orders.get', input: { orderId: 4 } }
  ])
  receive(parts, { id: 2, result: { ok: true, value: null } })
  receive(parts, { id: 1, result: { ok: false, error: { kind: 'failed', message: 'so it is' } } })
  expect(await order).toEqual({ ok: true, value: null })
  expect(await view).toEqual({ ok: false, error: { kind: 'failed', message: 'so it is' } })
})

test('events reach their listeners until these stop', () => {
  const parts = setUp()
  open(parts)
  const revisions: number[] = []
  const stop = parts.bridge.on('lists', lists => revisions.push(lists.revision))
  receive(parts, { event: 'lists', payload: { revision: 1 } })
  stop()
  receive(parts, { event: 'lists', payload: { revision: 2 } })
  expect(revisions).toEqual([1])
})

test('a call made before the connection stands goes out once it does', async () => {
  const parts = setUp()
  const call = parts.bridge.invoke('scan.typed', { text: '4' })
  expect(last(parts).sent).toEqual([])
  open(parts)
  expect(last(parts).sent).toEqual([{ id: 1, name: 'scan.typed', input: { text: '4' } }])
  receive(parts, { id: 1, result: { ok: true } })
  expect(await call).toEqual({ ok: true })
})

test('a call that was sent is never sent again: its fate is unknown', async () => {
  const parts = setUp()
  open(parts)
  const call = parts.bridge.invoke('scan.typed', { text: '4' })
  last(parts).events.onClose()
  expect(await call).toMatchObject({ ok: false, error: { kind: 'failed' } })
  await parts.clock.advance(100)
  open(parts)
  expect(last(parts).sent).toEqual([])
})

test('a call made while the station is away fails after five seconds and is not sent later', async () => {
  const parts = setUp()
  let settled = false
  const call = parts.bridge.invoke('scan.typed', { text: '4' }).finally(() => (settled = true))
  await parts.clock.advance(4999)
  expect(settled).toBe(false)
  await parts.clock.advance(1)
  expect(await call).toMatchObject({ ok: false, error: { kind: 'failed' } })
  open(parts)
  expect(last(parts).sent).toEqual([])
})

test('it comes back by itself, with growing pauses up to two seconds', async () => {
  const parts = setUp()
  for (const pause of [100, 200, 400, 800, 1600, 2000, 2000]) {
    const made = parts.connections.length
    last(parts).events.onClose()
    await parts.clock.advance(pause - 1)
    expect(parts.connections.length).toBe(made)
    await parts.clock.advance(1)
    expect(parts.connections.length).toBe(made + 1)
  }
  open(parts)
  last(parts).events.onClose()
  const made = parts.connections.length
  await parts.clock.advance(100)
  expect(parts.connections.length).toBe(made + 1)
})

test('the page is told of every break and return', async () => {
  const parts = setUp()
  open(parts)
  last(parts).events.onClose()
  await parts.clock.advance(100)
  open(parts)
  expect(parts.heard).toEqual([true, false, true])
})

test('after a return, lists count as changed once, with the greeting', async () => {
  const parts = setUp()
  const revisions: number[] = []
  parts.bridge.on('lists', lists => revisions.push(lists.revision))
  open(parts)
  receive(parts, { event: 'view', payload: { revision: 1 } })
  expect(revisions).toEqual([])
  last(parts).events.onClose()
  await parts.clock.advance(100)
  open(parts)
  receive(parts, { event: 'view', payload: { revision: 9 } })
  receive(parts, { event: 'view', payload: { revision: 10 } })
  expect(revisions).toEqual([9])
})

test('a word of the host’s own is no event of the station', () => {
  const parts = setUp()
  open(parts)
  receive(parts, { notice: 'keyTwice' })
  expect(parts.notices).toEqual(['keyTwice'])
})
