import { routeOfKind } from '../../../shared/domain/printing/routes.ts'
import { useAnswer, useTexts, useView } from '../../page.ts'
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
  const answer = useAnswer('label.preview', { orderId }, `${sticker} ${printer}`)
  const png = answer?.value ?? null
  return png === null ? (
    <p className="label-none quiet">{answer === null ? words.label.wait : words.label.notYet}</p>
  ) : (
    <SharpPicture png={png} alt={`${words.label.alt} ${format.orderId(orderId)}`} />
  )
}
