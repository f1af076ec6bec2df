import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startRig } from '../support/station-rig.ts'
import type { StationRig } from '../support/station-rig.ts'

/** The buyer of bulky goods has an address in the marketplace's lists; the station has no use for it. */
const BUYER = ['Арабкира', 'Челябинск', '44.519068']

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(folder, name))
    .filter(path => statSync(path).isFile())
}

/** Everything that a stranger with this PC in the hands, or a page, could read. */
function traces(
  rig: StationRig,
  seen: readonly string[]
): readonly { readonly where: string; readonly text: string }[] {
  const files = filesUnder(rig.dataDirectory).map(path => ({ where: path, text: readFileSync(path).toString('utf8') }))
  return [...files, { where: 'views and answers', text: seen.join('\n') }]
}

test('neither the token nor the buyer is found in files, logs, views or answers', async () => {
  const rig = await startRig()
  const { control, token } = rig.marketplace
  const seen: string[] = []
  await rig.when('listening', view => {
    seen.push(JSON.stringify(view))
    return true
  })
  const tell = async (name: string, input?: unknown) => {
    const answer = await rig.invoke(name, input)
    seen.push(JSON.stringify(answer))
    return answer
  }

  // A supply of bulky goods (the only ones with an address), packed; one with a comment of the buyer among them.
  const page = { offset: 0, limit: 200 }
  const { rows } = await rig.call('orders.list', { lives: null, supplyId: null, search: '', ...page })
  const bulky = rows.filter(({ cargoType }) => cargoType === 2).map(({ id }) => id)
  expect(bulky.length).toBeGreaterThan(0)
  await rig.call('orders.claim', { orderIds: bulky, supply: { kind: 'new', name: 'Bulky' } })
  await rig.stickered(bulky.length)
  for (const id of bulky) await rig.pack(rig.thing(id))
  for (const id of bulky) await tell('orders.get', { orderId: id })
  await rig.drained()

  // Every trouble that could make somebody write down too much.
  await tell('account.connect', { token: token.slice(0, -3), keep: 'always' })
  await tell('account.connect', { token, keep: token })
  await tell('scan.typed', { text: 'x', id: token.repeat(3) })
  await tell(token, token)
  await rig.network.cut()
  await tell('queue.retry', { id: token })
  await rig.call('orders.claim', { orderIds: rows.slice(0, 1).map(({ id }) => id), supply: { kind: 'new', name: 'x' } })
  await rig.when('the banner', ({ network }) => network.kind === 'offline')
  await rig.network.mend()
  control.setFaults({ unpaid: true })
  await rig.call('queue.retry', { id: '' })
  await rig.when('the block', ({ network }) => network.kind === 'blocked')
  control.setFaults({ unpaid: false })
  await rig.call('queue.retry', { id: '' })
  await rig.drained()
  for (const name of ['orders.list', 'queue.list', 'history.list', 'jobs.list']) {
    await tell(name, { lives: null, supplyId: null, search: '', pending: false, ...page })
  }
  seen.push(JSON.stringify(rig.view()))
  await rig.stop()

  const [head = '', claims = '', signature = ''] = token.split('.')
  expect(head.length).toBeGreaterThan(20)
  const found = traces(rig, seen)
  expect(found.some(({ where }) => where.endsWith('verstak.sqlite'))).toBe(true)
  expect(found.some(({ where }) => where.endsWith('verstak.log'))).toBe(true)
  expect(found.at(-1)?.text).toContain('shelf-loft-180')
  for (const secret of [claims, signature, ...BUYER]) {
    expect(
      found.filter(({ text }) => text.includes(secret)).map(({ where }) => where),
      secret
    ).toEqual([])
  }
  // The address did come: the test would notice if the marketplace stopped telling it.
  const list = await fetch(`${rig.marketplace.url}/api/v3/orders?limit=1000&next=0`, {
    headers: { Authorization: token }
  })
  expect(await list.text()).toContain(BUYER[0])
})

test('what a packer needs while the order is open: a code’s tail stands in the database and in no other file, a buyer’s comment in none', async () => {
  const rig = await startRig()
  const { control } = rig.marketplace
  const comments = control.state().orders.flatMap(({ comment }) => comment || [])
  const { rows } = await rig.call('orders.list', { lives: null, supplyId: null, search: '', offset: 0, limit: 200 })
  expect(rows.flatMap(({ comment }) => comment || []).toSorted()).toEqual(comments.toSorted())
  const orderIds = control.addOrders(3, { article: 'tshirt-basic-m-white' })
  const [first = 0, second = 0] = orderIds
  await rig.refresh('the orders', view => view.counts.fresh === 33)
  await rig.call('orders.claim', { orderIds: [...orderIds], supply: { kind: 'new', name: 'Shirts' } })
  await rig.stickered(3)
  await rig.pack(rig.thing(first))
  // A code that is in use already, one that is cut, and a write of which nobody knows what became of it.
  const tailOf = (code = '') => code.slice(-20)
  const codes = orderIds.map(id => rig.thing(id).markingCode ?? '')
  await rig.scan(rig.thing(second).barcode)
  await rig.scan(rig.thing(first).markingCode ?? '')
  await rig.scan(codes[2]?.slice(5) ?? '')
  control.setFaults({ dropReplyAfterCommit: 1 })
  await rig.scan(rig.thing(second).markingCode ?? '')
  await rig.drained()
  await rig.stop()
  const found = traces(rig, [])
  const [database, beside] = [true, false].map(isIt => found.filter(({ where }) => where.includes('.sqlite') === isIt))
  expect(beside?.some(({ where }) => where.endsWith('verstak.log'))).toBe(true)
  for (const kept of [...comments, ...codes.map(tailOf)]) {
    expect(beside?.filter(({ text }) => text.includes(kept)).map(({ where }) => where)).toEqual([])
  }
  // The search finds what is there.
  expect(comments.length).toBeGreaterThan(0)
  expect(database?.some(({ text }) => text.includes(tailOf(codes[0])))).toBe(true)
  for (const comment of comments) {
    expect(database?.filter(({ text }) => text.includes(comment)).map(({ where }) => where)).toEqual([])
  }
})
