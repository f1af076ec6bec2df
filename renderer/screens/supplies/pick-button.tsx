import { goTo, usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'

/** Leads to the pick list of a batch. */
export function PickButton({ batchId }: { readonly batchId: string }) {
  const { store } = usePage()
  const { picking: words } = useTexts()
  return (
    <Button
      icon="orders"
      onClick={() => {
        store.setState({ pickScope: { kind: 'batch', batchId } })
        goTo({ screen: 'picking', orderId: null })
      }}
    >
      {words.title}
    </Button>
  )
}
