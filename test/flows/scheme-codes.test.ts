import { expect, test } from 'vitest'
import { codeOf } from '../support/packer.ts'
import {
  claimRound,
  expectClean,
  lifeOf,
  SCHEME_EDITIONS,
  stateOf,
  statusesOf,
  writesNamed
} from '../support/scheme-rig.ts'
import { until } from '../support/until.ts'

/** So long the marketplace looks a code up here. */
const CHECK_MS = 600_000

const KEYED = [
  { key: 'sgtin', article: 'tshirt-basic-m-white', passes: 'sgtinIntroduced' },
  { key: 'imei', article: 'phone-nova-128', passes: 'imeiMaySell' },
  { key: 'uin', article: 'one-ring-7548', passes: 'filled' },
  { key: 'gtin', article: 'halva-sunflower-350', passes: 'filled' }
] as const
const SCHEMES = [
  { scheme: 'dbs', leaves: 'deliver' },
  { scheme: 'pickup', leaves: 'prepare' }
] as const
const cases = SCHEMES.flatMap(scheme => SCHEME_EDITIONS.map(edition => ({ ...scheme, edition })))

test.each(cases)(
  '$edition edition: $scheme orders with codes wait for the verdicts before $leaves, and go by themselves',
  async ({ scheme, leaves, edition }) => {
    const { rig, ids } = await claimRound(edition, scheme, ...KEYED.map(({ article }) => article))
    for (const [place, { key, passes }] of KEYED.entries()) {
      const afterMs = key === 'gtin' ? 0 : CHECK_MS
      rig.marketplace.control.planDecision(codeOf(rig.thing(ids[place] ?? 0), key), [{ decision: passes, afterMs }])
    }
    for (const id of ids) await rig.pack(rig.thing(id))
    if (scheme === 'dbs') await rig.scan('VRSTK-SUPPLY-DONE')
    await rig.drained()
    // Those that are looked up in a register wait; the older edition has no verdicts to wait for.
    if (edition === 'successor') {
      await until('what needs no check', () => statusesOf(rig, ids)[3] === leaves)
      expect(statusesOf(rig, ids.slice(0, 3))).toEqual(['confirm', 'confirm', 'confirm'])
      rig.passTime(CHECK_MS)
    }
    await until('all of them', () => statusesOf(rig, ids).every(status => status === leaves))
    await until('their lives', async () => (await Promise.all(ids.map(id => lifeOf(rig, id)))).every(isShipped))
    for (const [place, { key }] of KEYED.entries()) {
      const id = ids[place] ?? 0
      expect(stateOf(rig, id).meta[key]).toEqual([codeOf(rig.thing(id), key)])
    }
    expectClean(rig, ids)
    expect(writesNamed(rig, leaves).filter(({ status }) => status >= 400)).toEqual([])
  }
)

test.each(SCHEMES)(
  'a $scheme order whose code is refused goes to the problem shelf, and leaves with another code; the others have left',
  async ({ scheme, leaves }) => {
    const { rig, ids } = await claimRound('successor', scheme, ...KEYED.slice(0, 2).map(({ article }) => article))
    const [bad = 0, good = 0] = ids
    rig.marketplace.control.planDecision(codeOf(rig.thing(bad), 'sgtin'), [
      { decision: 'sgtinRetired', afterMs: CHECK_MS }
    ])
    for (const id of ids) await rig.pack(rig.thing(id))
    if (scheme === 'dbs') await rig.scan('VRSTK-SUPPLY-DONE')
    await rig.drained()
    rig.passTime(CHECK_MS)
    const { feedback } = await rig.when('the verdict', ({ feedback: { face } }) => face === 'refused')
    expect(feedback.message).toEqual({
      code: 'codeRefusedAtMarketplace',
      orderId: bad,
      key: 'sgtin',
      decision: 'sgtinRetired'
    })
    await until('the good one', () => statusesOf(rig, [good])[0] === leaves)
    expect(await lifeOf(rig, bad)).toBe('shelved')
    expect(statusesOf(rig, [bad])).toEqual(['confirm'])
    // Never asked for: no refusal of the marketplace, and none of its penalties.
    expect(writesNamed(rig, leaves).filter(({ status }) => status >= 400)).toEqual([])

    await rig.call('orders.unshelve', { orderId: bad })
    const another = { ...rig.thing(bad), markingCode: codeOf(rig.thing(bad), 'sgtin').replace(/91\w{4}/, '91EE11') }
    if (rig.view().batch === null) await rig.scan('VRSTK-NEW-SUPPLY')
    expect(await rig.pack(another)).toBe(bad)
    if (scheme === 'dbs') await rig.scan('VRSTK-SUPPLY-DONE')
    await rig.drained()
    rig.passTime(CHECK_MS)
    await until('the second try', () => statusesOf(rig, [bad])[0] === leaves)
    expect(rig.errors()).toEqual([])
  }
)

function isShipped(life: string): boolean {
  return life === 'shipped'
}
