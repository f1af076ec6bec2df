import type { SupplyView } from '../../../shared/view/view.ts'
import { goTo, useAsk, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'

/** A supply's warehouse asks for a pass, and there is none: proposed until the supply has been taken in. */
export function PassWanted({ supply }: { readonly supply: SupplyView }) {
  const { passes: words } = useTexts()
  const wanted = useAsk('passes.wanted', { supplyId: supply.id }) ?? []
  if (!supply.isShippingOpen) return null
  return wanted.map(({ officeId, name }) => (
    <p key={officeId} className="side-comment pass-wanted">
      <span>{words.wanted(name)}</span>
      <Button icon="person" onClick={() => goTo({ screen: 'passes', orderId: officeId })}>
        {words.make}
      </Button>
    </p>
  ))
}
