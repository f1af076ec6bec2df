import { useState } from 'react'
import { useTexts } from '../page.ts'
import { Button } from '../ui/button.tsx'
import { Confirm } from '../ui/confirm.tsx'

/** A button that prints several labels at a press: asked about first, with their count. */
export function PrintMany(props: { readonly title: string; readonly labels: number; readonly onPrint: () => void }) {
  const { words } = useTexts()
  const [isAsked, setAsked] = useState(false)
  const { title, labels, onPrint } = props
  return (
    <>
      <Button icon="printer" onClick={() => setAsked(true)}>
        {title}
      </Button>
      {isAsked && (
        <Confirm
          title={`${title}?`}
          tone="go"
          act={words.printing.ask(labels)}
          back={words.common.cancel}
          onBack={() => setAsked(false)}
          onAct={() => {
            setAsked(false)
            onPrint()
          }}
        />
      )}
    </>
  )
}
