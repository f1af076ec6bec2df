import type { ErasedBuyers } from '../../../shared/contract/buyer-methods.ts'
import type { WhoseBuyers } from '../../../shared/domain/orders/buyer-counts.ts'
import type { Station } from '../station.ts'
import { packerName } from './list-rows.ts'

/** A person wants what is kept of buyers gone from this PC; what was erased, and where, is in the history. */
export async function eraseBuyers(station: Station, of: WhoseBuyers): Promise<ErasedBuyers> {
  const { core } = station
  const report = { at: station.now(), packer: packerName(core.bench, core.bench.packerId) }
  const counts = core.eraseBuyers(of)
  const copies = await station.eraseCopies()
  station.act({ kind: 'copiesErased', copies })
  return { ...counts, ...report, copies }
}
