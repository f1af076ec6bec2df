import { useState } from 'react'
import { isPlaceName } from '../../../shared/domain/scanning/commands.ts'
import { usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'

/** A label for a place of the shelf, with the code that puts a parcel there. */
export function PlaceLabels() {
  const { calls } = usePage()
  const { shelf: words, words: common } = useTexts()
  const [place, setPlace] = useState<string | null>(null)
  if (place === null) {
    return (
      <Button icon="printer" aria-expanded={false} onClick={() => setPlace('')}>
        {words.placeLabel}
      </Button>
    )
  }
  const name = place.trim().toUpperCase()
  return (
    <form
      className="side-acts"
      onSubmit={event => {
        event.preventDefault()
        if (!isPlaceName(name)) return
        void calls.print('labels.print', { kind: 'storePlace', place: name })
        setPlace('')
      }}
    >
      <Field
        isBare
        label={words.placeName}
        isCode
        autoFocus
        autoComplete="off"
        maxLength={12}
        placeholder="A-12"
        title={words.placeName}
        value={place}
        onChange={event => setPlace(event.target.value)}
      />
      <Button type="submit" icon="printer" tone="go" disabled={!isPlaceName(name)}>
        {common.printing.ask(1)}
      </Button>
      <Button icon="close" aria-label={common.common.close} onClick={() => setPlace(null)} />
    </form>
  )
}
