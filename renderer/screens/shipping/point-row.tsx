import type { ShippingPoint } from '../../../shared/domain/orders/shipping.ts'
import { useTexts } from '../../page.ts'

/** A point's name and address. */
export function PointRow({ point }: { readonly point: ShippingPoint }) {
  const { shipping: words } = useTexts()
  return (
    <>
      <b>{point.name}</b> <span className="quiet">{point.address}</span>
      {point.fulfilment && <span className="row-bad">{words.fulfilment}</span>}
    </>
  )
}
