import { expect, test } from 'vitest'
import { allOperations } from '../../../electron/api/operations.ts'
import { dbw } from '../../../electron/api/operations/dbw.ts'
import type { Operation } from '../../../electron/api/operations/operation.ts'
import { openCaseWorld, type Case, type CaseWorld } from './coverage/case-world.ts'
import { cardCases } from './coverage/card-cases.ts'
import { fbsOrderCases } from './coverage/fbs-order-cases.ts'
import { fbsPassCases } from './coverage/fbs-pass-cases.ts'
import { fbsRoadCases } from './coverage/fbs-road-cases.ts'
import { fbsSupplyCases } from './coverage/fbs-supply-cases.ts'
import { schemeMetaCases, schemeOrderCases } from './coverage/scheme-cases.ts'
import { statusCases } from './coverage/status-cases.ts'
import type { PinnedEdition } from './practice.ts'

/** Statuses that every method may answer, whatever it does. */
const ALWAYS = [401, 402, 429] as const

function casesOf(world: CaseWorld): readonly Case[] {
  const all = [
    ...fbsOrderCases(world),
    ...fbsSupplyCases(world),
    ...fbsPassCases(world),
    ...fbsRoadCases(world),
    ...schemeOrderCases(world),
    ...statusCases(world),
    ...schemeMetaCases(world, 'dbs'),
    ...schemeMetaCases(world, 'pickup'),
    ...cardCases()
  ]
  return all.filter(({ operation: { edition } }) => edition === 'both' || edition === world.edition)
}

test.each(['seed', 'successor'] as const)(
  'every operation of the %s edition, each documented status, each bound inside and outside',
  async edition => {
    const world = await openCaseWorld(edition, 'off')
    const cases = casesOf(world)
    const expected = allOperations.filter(one => isServed(one) && (one.edition === 'both' || one.edition === edition))
    expect(cases.map(({ operation }) => operation.name).toSorted()).toEqual(expected.map(({ name }) => name).toSorted())
    const limited = await methodsThatSay429(edition)
    const lines: string[] = []
    for (const one of cases) {
      const statuses = await tryOut(world, one)
      if (limited.has(one.operation.name)) statuses.add(429)
      const wanted = new Set([
        one.operation.success,
        ...ALWAYS,
        ...(one.outside.length > 0 ? [one.outsideStatus] : []),
        ...one.refused.map(([status]) => status)
      ])
      expect([one.operation.name, sorted(statuses)]).toEqual([one.operation.name, sorted(wanted)])
      const { name, method, path } = one.operation
      const bounds = `${one.inside.length} inside, ${one.outside.length} outside`
      lines.push(
        `${edition.padEnd(9)} ${method.padEnd(6)} ${path.padEnd(66)} ${name.padEnd(28)} ${bounds.padEnd(22)} ${sorted(statuses).join(' ')}`
      )
    }
    process.stdout.write(`${lines.join('\n')}\n`)
    await world.close()
  },
  60_000
)

/** The sandbox's levers and the fourth scheme, which practice does not have, are tried out in files of their own. */
function isServed({ name, host }: Operation): boolean {
  return host !== 'sandbox' && !Object.hasOwn(dbw, name)
}

async function tryOut(
  world: CaseWorld,
  { operation, inside, outside, outsideStatus, refused }: Case
): Promise<Set<number>> {
  const { control } = world.shop.marketplace
  const statuses = new Set<number>()
  const seen = (): number => {
    const status = control.requests().at(-1)?.status ?? 0
    statuses.add(status)
    return status
  }
  const name = (what: unknown) => [operation.name, what]
  for (const make of inside) {
    const reply = await world.call(operation, await make(), 'urgent')
    expect(name([reply.kind, seen()])).toEqual(name(['ok', operation.success]))
  }
  for (const [status, make] of refused) {
    const request = await make()
    await world.raw(operation, request)
    expect(name([status, operation.request.safeParse(request).success])).toEqual(name([seen(), true]))
  }
  for (const make of outside) {
    const request = await make()
    expect(name([request, operation.request.safeParse(request).success])).toEqual(name([request, false]))
    await world.raw(operation, request)
    expect(name([request, seen()])).toEqual(name([request, outsideStatus]))
  }
  const [first] = inside
  const request = first === undefined ? {} : await first()
  statuses.add(await world.raw(operation, request, 'not.a.token'))
  control.setFaults({ unpaid: true })
  statuses.add(await world.raw(operation, request))
  control.setFaults({ unpaid: false })
  return statuses
}

/** Asks every method without a pause until the marketplace has enough. */
async function methodsThatSay429(edition: PinnedEdition): Promise<ReadonlySet<string>> {
  const limited = new Set<string>()
  const world = await openCaseWorld(edition, 'real')
  for (const { operation, outside } of casesOf(world)) {
    // A body that is refused needs nothing prepared, and is counted all the same.
    const request = (await outside[0]?.()) ?? { path: { orderId: 1, supplyId: 'WB-GI-1', passId: 1 }, body: {} }
    for (let time = 0; time <= 500 && !limited.has(operation.name); time += 1) {
      if ((await world.raw(operation, request)) === 429) limited.add(operation.name)
    }
  }
  await world.close()
  return limited
}

function sorted(statuses: Iterable<number>): readonly number[] {
  return [...new Set(statuses)].toSorted((one, other) => one - other)
}
