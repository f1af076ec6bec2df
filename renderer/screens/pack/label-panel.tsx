import { routeOfKind } from '../../../shared/domain/routes.ts'
import { useAsk, useTexts, useView } from '../../page.ts'
import { SharpPicture } from '../../ui/sharp-picture.tsx'

/** The label as it will be printed. */
export function LabelPanel() {
  const orderId = useView(view => view.labelOf)
  const { words } = useTexts()
  return (
    <section className="panel label-panel" aria-label={words.label.title}>
      {orderId === null ? (
        <p className="label-none quiet">{words.label.none}</p>
      ) : (
        <Label key={orderId} orderId={orderId} />
      )}
    </section>
  )
}

function Label({ orderId }: { readonly orderId: number }) {
  const { words, format } = useTexts()
  // The sticker may come after the order: the step tells when to ask again.
  const sticker = useView(view => view.order?.sticker?.barcode ?? null)
  const printer = useView(view => JSON.stringify(routeOfKind(view.settings, 'sticker').printer))
  const png = useAsk('label.preview', { orderId }, `${sticker} ${printer}`)
  return png === null ? (
    <p className="label-none quiet">{words.label.wait}</p>
  ) : (
    <SharpPicture png={png} alt={`${words.label.alt} ${format.orderId(orderId)}`} />
  )
}
