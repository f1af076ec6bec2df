import { mostBoxes } from '../../../shared/domain/orders/supplies.ts'
import type { SupplyView } from '../../../shared/view/view.ts'
import { useTexts } from '../../page.ts'
import { Icon } from '../../ui/icon.tsx'
import type { IconName } from '../../ui/icon-paths.ts'

type Mark = 'fine' | 'asks' | 'stops'
const ICONS: { readonly [mark in Mark]: IconName } = { fine: 'tick', asks: 'problems', stops: 'cross' }

/** All that is looked at before a supply is handed over, on one screen: what is fine, what will be asked, what stands in the way. */
export function ClosingList({ supply }: { readonly supply: SupplyView }) {
  const { supplyDesk: words } = useTexts()
  const { total, packed, shelved, dead, unjudged, shipping, needsShipping, boxes } = supply
  const left = total - packed - shelved
  const takesBoxes = shipping?.point.fulfilment === true
  const count = boxes.ids.length + boxes.queued
  const lines: readonly (readonly [Mark, string])[] = [
    packed > 0 ? ['fine', words.checks.packed(packed)] : ['stops', words.checks.nothing],
    ...(left > 0 ? [['asks', words.checks.left(left)] as const] : []),
    ...(shelved > 0 ? [['asks', words.checks.shelved(shelved)] as const] : []),
    dead > 0 ? ['asks', words.checks.dead(dead)] : ['fine', words.checks.noDead],
    unjudged > 0 ? ['asks', words.checks.unjudged(unjudged)] : ['fine', words.checks.judged],
    shipping !== null
      ? ['fine', words.checks.point(shipping.point.name)]
      : needsShipping
        ? ['asks', words.checks.noPoint]
        : ['fine', words.checks.pointFree],
    ...(takesBoxes || count > 0
      ? [[takesBoxes && count === 0 ? 'asks' : 'fine', words.checks.boxes(count, mostBoxes(total))] as const]
      : [])
  ]
  return (
    <ul className="closing-list" aria-label={words.checks.title}>
      {lines.map(([mark, text]) => (
        <li key={text} data-mark={mark}>
          <Icon name={ICONS[mark]} />
          <span>
            <span className="unseen">{words.checks.marks[mark]}: </span>
            {text}
          </span>
        </li>
      ))}
    </ul>
  )
}
