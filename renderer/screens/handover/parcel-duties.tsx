import { isNearEnd } from '../../../shared/view/pickup-view.ts'
import type { PickupParcel } from '../../../shared/view/pickup-view.ts'
import { useTexts } from '../../page.ts'
import { Icon } from '../../ui/icon.tsx'

/** What the counter has to know and do: the price to take, the tyres to fit, the time that is left. */
export function ParcelDuties({ parcel, now }: { readonly parcel: PickupParcel; readonly now: number }) {
  const { handover: words, format } = useTexts()
  const { payMode, price, currencyCode, tireService, keptUntil } = parcel
  const money = format.money(price, currencyCode)
  return (
    <span className="handover-duties">
      {payMode === 'postpaid' && <b className="handover-duty">{words.toPay(money)}</b>}
      {payMode === 'prepaid' && <span>{words.paid(money)}</span>}
      {payMode !== 'postpaid' && payMode !== 'prepaid' && <b className="handover-duty">{words.payUnknown(money)}</b>}
      {tireService && <b className="handover-duty">{words.tires}</b>}
      {keptUntil !== null && isNearEnd(parcel, now) && (
        <b className="row-bad">
          <Icon name="clock" size={18} />
          {keptUntil > now ? words.keptFor(format.duration(keptUntil - now)) : words.keptOver}
        </b>
      )}
    </span>
  )
}
