import { useState } from 'react'
import { usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'

/** Labels for the boxes of a supply, numbered from one. */
export function BoxLabels({ supplyId }: { readonly supplyId: string }) {
  const { calls } = usePage()
  const { words } = useTexts()
  const [boxes, setBoxes] = useState<number | null>(null)
  if (boxes === null) {
    return (
      <Button icon="supplies" aria-expanded={false} onClick={() => setBoxes(1)}>
        {words.supplies.boxes}
      </Button>
    )
  }
  return (
    <form
      className="side-acts"
      onSubmit={event => {
        event.preventDefault()
        setBoxes(null)
        void calls.print('labels.print', { kind: 'boxes', supplyId, boxes })
      }}
    >
      <Field
        label={words.supplies.boxCount}
        type="number"
        min={1}
        max={100}
        value={boxes}
        onChange={event => setBoxes(Math.min(100, Math.max(1, Math.trunc(event.target.valueAsNumber || 1))))}
      />
      <Button type="submit" icon="printer" tone="go">
        {words.printing.ask(boxes)}
      </Button>
      <Button onClick={() => setBoxes(null)}>{words.common.cancel}</Button>
    </form>
  )
}
