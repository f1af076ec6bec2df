import type { PickupParcel } from '../../../shared/view/pickup-view.ts'
import type { FaceKind } from '../../../shared/domain/messages.ts'
import { say } from '../../i18n/say.ts'
import type { Phrase } from '../../i18n/phrase.ts'
import type { Texts } from '../../i18n/texts.ts'
import { useTexts, useView } from '../../page.ts'
import { FaceIcon } from '../../ui/face-icon.tsx'
import type { Buyer } from './counter.ts'

/** What is so and what to do, large; told to whoever can't see it as well. `parcels`: null until they are known. */
export function BuyerWords(props: { readonly buyer: Buyer; readonly parcels: readonly PickupParcel[] | null }) {
  const texts = useTexts()
  const digits = useView(view => view.settings.api.passcodeDigits)
  const [face, phrase] = buyerPhrase(texts, props.buyer, props.parcels ?? [], digits)
  return (
    <div className="handover-words" data-face={face} role="status">
      <FaceIcon face={face} />
      <div>
        <h1>{phrase.title}</h1>
        <p>{phrase.remedy}</p>
        {phrase.details !== undefined && <p className="quiet">{phrase.details}</p>}
      </div>
    </div>
  )
}

/** What is said of a buyer with these parcels; a passcode has from `least` to `most` digits. */
export function buyerPhrase(
  texts: Texts,
  { said, orderCode }: Pick<Buyer, 'said' | 'orderCode'>,
  parcels: readonly PickupParcel[],
  { least, most }: { readonly least: number; readonly most: number }
): readonly [FaceKind, Phrase] {
  const { handover: words, format } = texts
  const left = parcels.filter(({ state }) => state === 'ready').length
  const given = parcels.filter(({ outcome }) => outcome === 'receive').length
  const turnedDown = parcels.filter(({ outcome }) => outcome === 'reject').length
  switch (said?.kind) {
    case undefined:
      if (parcels.length > 0) return ['goOn', words.same(orderCode, left)]
      return orderCode === '' ? ['waiting', words.start] : ['goOn', words.next]
    case 'asking':
      return ['goOn', words.asking]
    case 'same':
      return ['done', parcels.length === 0 ? words.sameElsewhere(orderCode) : words.same(orderCode, left)]
    case 'told':
      // The marketplace has refused it meanwhile, or the list is not new yet.
      if (given + turnedDown === 0) return ['goOn', words.same(orderCode, left)]
      return ['done', words.told(given, turnedDown, left)]
    case 'noSuchOrder':
      return ['refused', words.noSuchOrder(orderCode)]
    case 'wrongPasscode':
      return ['refused', words.wrongPasscode]
    case 'malformed':
      return ['refused', words.malformed(least, most)]
    case 'notScanned':
      return ['refused', parcels.length > 0 ? words.notParcel : words.notScanned]
    case 'passcodeFirst':
      return ['refused', words.passcodeFirst]
    case 'whichParcel':
      return ['refused', words.whichParcel]
    case 'bothBusy':
      return ['refused', words.bothBusy]
    case 'otherParcel':
      return ['refused', words.otherParcel(format.orderId(said.orderId))]
    case 'alreadyTold':
      return ['refused', words.alreadyTold(format.orderId(said.orderId))]
    case 'notReady':
      return ['refused', words.notReady(format.orderId(said.orderId))]
    case 'notTaken':
      return ['refused', say(texts, said.why, 0)]
    case 'refused':
      return ['refused', words.refused(said.code)]
    case 'noAnswer':
      return ['refused', words.noAnswer]
  }
}
