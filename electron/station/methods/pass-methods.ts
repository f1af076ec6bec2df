import type { Parsed } from '../../../shared/contract/contract.ts'
import type { PassResult } from '../../../shared/contract/pass-methods.ts'
import { withDriver } from '../../../shared/domain/orders/passes.ts'
import type { PassKeeper } from '../marketplace/pass-keeper.ts'
import type { Station } from '../station.ts'

/** Makes or changes a pass, and remembers its driver. */
export async function savePass(
  station: Station,
  keeper: PassKeeper,
  { passId, ...fields }: Parsed<'passes.save'>
): Promise<PassResult> {
  const result = await keeper.save(passId, fields)
  if (result.kind !== 'ok') return result
  const { officeId: _, ...driver } = fields
  await station.changeSettings({ drivers: [...withDriver(station.core.bench.settings.drivers, driver)] })
  return result
}

/** The warehouses that a supply's orders are kept for. */
export function officesOfSupply({ core }: Station, supplyId: string): ReadonlySet<number> {
  return new Set([...core.bench.orders.ofSupply(supplyId)].flatMap(({ facts }) => facts.officeId ?? []))
}
