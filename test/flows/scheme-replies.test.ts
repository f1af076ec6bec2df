import { expect, test } from 'vitest'
import { codeOf } from '../support/packer.ts'
import {
  claimAll,
  expectClean,
  leaveRound,
  lifeOf,
  meetBuyer,
  newOrders,
  SCHEME_EDITIONS
} from '../support/scheme-rig.ts'
import { schemeRig, stateOf, statusesOf } from '../support/scheme-rig.ts'
import type { StationRig } from '../support/station-rig.ts'
import { until } from '../support/until.ts'
import { writesOf } from '../support/write-log.ts'

const FAULTS = ['dropReplyAfterCommit', 'dropBeforeCommit', 'refuseWrites'] as const
type Fault = (typeof FAULTS)[number]
const cases = SCHEME_EDITIONS.flatMap(edition => FAULTS.map(fault => ({ edition, fault })))
/** Its code is looked up in no register. */
const HALVA = 'halva-sunflower-350'
const MUG = 'mug-enamel-350'
const NOTEBOOK = 'notebook-a5-dots'

/** Does something whose first write at the marketplace meets the fault; it is done all the same, with nothing left to send. */
async function through(rig: StationRig, fault: Fault, act: () => Promise<unknown>): Promise<void> {
  const { control } = rig.marketplace
  control.setFaults({ [fault]: 1 })
  await act()
  await until(`${fault} is used up`, () => control.faults()[fault] === 0)
  await rig.call('queue.retry', { id: '' })
  await rig.drained()
}

/** What went wrong, by its path's last part, oldest first. */
function spoiled(rig: StationRig): readonly (string | undefined)[] {
  const lost = writesOf(rig.marketplace.control).filter(({ status }) => status === 0 || status >= 500)
  return lost.map(({ name }) => name.split('/').at(-1)?.replace(/\?.*/, ''))
}

test.concurrent.for(cases)(
  '$fault at each write of DBS leaves it done exactly once ($edition edition)',
  async ({ edition, fault }, { expect, onTestFinished }) => {
    const rig = await schemeRig(edition, { onTestFinished })
    const ids = await newOrders(rig, 'dbs', HALVA, MUG, NOTEBOOK)
    const [sold = 0, back = 0, called = 0] = ids
    await through(rig, fault, () => claimAll(rig, ids))
    expect(statusesOf(rig, ids)).toEqual(['confirm', 'confirm', 'confirm'])
    await through(rig, fault, () => rig.pack(rig.thing(sold)))
    expect(stateOf(rig, sold).meta['gtin']).toEqual([codeOf(rig.thing(sold), 'gtin')])
    await through(rig, fault, () => rig.call('orders.deleteCode', { orderId: sold, key: 'gtin' }))
    expect(stateOf(rig, sold).meta['gtin']).toBeUndefined()
    await rig.pack(rig.thing(sold))
    await rig.pack(rig.thing(back))
    await rig.drained()
    await through(rig, fault, () => rig.call('orders.cancel', { orderId: called }))
    await through(rig, fault, () => leaveRound(rig))
    await until('the courier', () => statusesOf(rig, [sold, back]).join() === 'deliver,deliver')
    await rig.drained()
    await through(rig, fault, () => meetBuyer(rig, sold, 'receive'))
    await through(rig, fault, () => meetBuyer(rig, back, 'reject'))
    expect(statusesOf(rig, ids)).toEqual(['receive', 'reject', 'cancel'])
    expect(await Promise.all(ids.map(id => lifeOf(rig, id)))).toEqual(['handed', 'returned', 'cancelled'])
    const set = edition === 'seed' ? ['gtin', 'meta'] : ['gtin', 'delete']
    expect(spoiled(rig)).toEqual(['confirm', ...set, 'cancel', 'deliver', 'receive', 'reject'])
    expectClean(rig, [sold, back])
  }
)

test.concurrent.for(cases)(
  '$fault at each write of pickup leaves it done exactly once ($edition edition)',
  async ({ edition, fault }, { expect, onTestFinished }) => {
    const rig = await schemeRig(edition, { onTestFinished })
    const ids = await newOrders(rig, 'pickup', MUG, MUG, MUG)
    const [sold = 0, back = 0, called = 0] = ids
    await through(rig, fault, () => claimAll(rig, ids))
    for (const id of ids) await through(rig, fault, () => rig.pack(rig.thing(id)))
    await until('the store', () => statusesOf(rig, ids).every(status => status === 'prepare'))
    for (const [orderId, outcome] of [
      [sold, 'receive'],
      [back, 'reject']
    ] as const) {
      const state = stateOf(rig, orderId)
      const passcode = 'passcode' in state ? state.passcode : ''
      expect(await rig.call('orders.identify', { orderId, passcode })).toMatchObject({ kind: 'same' })
      await through(rig, fault, () => rig.call('orders.handOver', { orderId, outcome, code: null }))
    }
    await through(rig, fault, () => rig.call('orders.cancel', { orderId: called }))
    expect(statusesOf(rig, ids)).toEqual(['receive', 'reject', 'cancel'])
    expect(await Promise.all(ids.map(id => lifeOf(rig, id)))).toEqual(['handed', 'returned', 'cancelled'])
    expect(spoiled(rig)).toEqual(['confirm', 'prepare', 'prepare', 'prepare', 'receive', 'reject', 'cancel'])
    expectClean(rig, ids)
  }
)

test.each(['dbs', 'pickup'] as const)(
  'a station that ends before the answer to its change of %s looks it up when it is back',
  async scheme => {
    const rig = await schemeRig('successor')
    const ids = await newOrders(rig, scheme, MUG, MUG)
    const { control } = rig.marketplace
    control.setFaults({ dropReplyAfterCommit: 1 })
    await claimAll(rig, ids)
    await until('the change', () => statusesOf(rig, ids).every(status => status === 'confirm'))
    await rig.stop()
    await rig.start()
    await rig.drained()
    for (const id of ids) await rig.pack(rig.thing(id))
    control.setFaults({ dropReplyAfterCommit: 1 })
    if (scheme === 'dbs') await rig.scan('VRSTK-SUPPLY-DONE')
    await until('they left', () => statusesOf(rig, ids).every(status => status !== 'confirm'))
    await rig.stop()
    await rig.start()
    await rig.drained()
    expect(await Promise.all(ids.map(id => lifeOf(rig, id)))).toEqual(['shipped', 'shipped'])
    expectClean(rig, ids)
  }
)
