import type { LimitView } from '../../../shared/contract/contract.ts'
import { useAsk, useNow, useTexts } from '../../page.ts'

/** The marketplace's limits as gauges: how many requests of each group may leave at once, and who waits. */
export function LimitGauges() {
  const { queue } = useTexts()
  const groups = useAsk('queue.limits', undefined, useNow(1000)) ?? []
  if (groups.length === 0) return null
  return (
    <ul className="limit-gauges" aria-label={queue.gauges}>
      {groups.toSorted(fullestLast).map(group => (
        <Gauge key={group.group} limit={group} />
      ))}
    </ul>
  )
}

function Gauge({ limit }: { readonly limit: LimitView }) {
  const { queue } = useTexts()
  const { group, level, burst, urgent, background, sleepMs } = limit
  const name = queue.groups[group] ?? group
  const isWaited = urgent + background > 0
  return (
    <li data-waited={isWaited || sleepMs > 0}>
      <span className="tiny">{name}</span>
      <meter min={0} max={burst} value={level} aria-label={name} />
      <span className="tiny quiet">{queue.level(level, burst)}</span>
      {isWaited && <b className="tiny">{queue.waits(urgent, background)}</b>}
      {sleepMs > 0 && <b className="tiny">{queue.sleeps(Math.ceil(sleepMs / 1000))}</b>}
    </li>
  )
}

/** Where somebody waits comes first, then what is nearest to empty. */
function fullestLast(one: LimitView, other: LimitView): number {
  const waits = ({ urgent, background }: LimitView) => urgent + background
  return waits(other) - waits(one) || one.level / one.burst - other.level / other.burst
}
