import { operations as table } from '../../../../electron/api/operations.ts'
import { caseOf, type Case, type CaseWorld } from './case-world.ts'

const uuid = '7a2c8810-1db2-4011-9682-5c7fa33afd83'

/** The archive, carriers over the border by road, waybills. */
export function fbsRoadCases({ shop, supply, confirmed, raw }: CaseWorld): readonly Case[] {
  const page = (limit: number, month = 1) => ({ query: { year: 2026, month, next: 0, limit } })
  const carrier = (length: number, trailer?: string) => ({
    carrierName: 'н'.repeat(length),
    carrierTaxNumber: '1'.repeat(Math.min(length, 50)),
    carrierCountryCode: '417',
    vehicleRegistrationNumber: 'A'.repeat(Math.min(length, 30)),
    ...(trailer !== undefined && { trailerRegistrationNumber: trailer })
  })
  const nowhere = { path: { supplyId: 'WB-GI-1' } }
  const ids = (count: number) => ({ body: { supplyIds: Array.from({ length: count }, () => 'WB-GI-1') } })
  const waybills = (...supplyIds: readonly string[]) => ({
    body: { data: supplyIds.map(supplyId => ({ supplyId, waybillUuid: uuid })) }
  })
  const unknown = (count: number) => Array.from({ length: count }, () => 'WB-GI-1')
  /** A supply that goes by road, its orders in it. */
  const onTheRoad = async () => {
    const orderId = await confirmed({ goesBySpot: true, requiredMeta: [] })
    const found = shop.marketplace.control.state().orders.find(({ id }) => id === orderId)
    return { path: { supplyId: found?.supplyId ?? '' } }
  }
  const checked = async () => {
    const own = await onTheRoad()
    await raw(table.setSpot, { ...own, body: carrier(1) })
    await shop.clock.advance(2500)
    return own
  }
  return [
    caseOf(table.orderArchive, {
      inside: [() => page(100), () => page(1000, 12)],
      outside: [page(99), page(1001), page(100, 0), page(100, 13)]
    }),
    caseOf(table.countries, { inside: [() => ({})] }),
    caseOf(table.setSpot, {
      inside: [
        async () => ({ ...(await onTheRoad()), body: carrier(1) }),
        async () => ({ ...(await onTheRoad()), body: carrier(1000, 'B'.repeat(30)) })
      ],
      outside: [
        { ...nowhere, body: carrier(0) },
        { ...nowhere, body: carrier(1001) },
        { ...nowhere, body: { ...carrier(1), carrierTaxNumber: '1'.repeat(51) } },
        { ...nowhere, body: { ...carrier(1), carrierCountryCode: '36' } },
        { ...nowhere, body: { ...carrier(1), vehicleRegistrationNumber: 'A'.repeat(31) } },
        { ...nowhere, body: carrier(1, '') },
        { ...nowhere, body: carrier(1, 'B'.repeat(31)) }
      ],
      refused: [
        [404, () => ({ ...nowhere, body: carrier(1) })],
        [409, async () => ({ path: { supplyId: await supply() }, body: carrier(1) })]
      ]
    }),
    caseOf(table.spotList, { inside: [() => ids(1), () => ids(100)], outside: [ids(0), ids(101)] }),
    caseOf(table.spotSticker, {
      inside: [checked],
      refused: [
        [404, () => nowhere],
        [409, onTheRoad]
      ]
    }),
    caseOf(table.setWaybills, {
      inside: [async () => waybills(await supply()), () => waybills(...unknown(100))],
      outside: [waybills(), waybills(...unknown(101))]
    })
  ]
}
