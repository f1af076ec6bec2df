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
  const media = useView(view => view.settings.media)
  const png = useAsk('label.preview', { orderId }, `${sticker} ${media}`)
  return png === null ? (
    <p className="label-none quiet">{words.label.wait}</p>
  ) : (
    <SharpPicture png={png} alt={`${words.label.alt} ${format.orderId(orderId)}`} />
  )
}
