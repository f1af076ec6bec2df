import { useState } from 'react'
import { usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'

/** Where what no scanner reads is typed: an expiry date, a worn barcode. It goes the way of a scan. */
export function TypeCode() {
  const { calls, store } = usePage()
  const { words } = useTexts()
  const [text, setText] = useState('')
  const close = () => store.setState({ typing: false })
  return (
    <form
      className="card type-code"
      onSubmit={event => {
        event.preventDefault()
        const typed = text.trim()
        if (typed === '') return
        close()
        void calls.act('scan.typed', { id: crypto.randomUUID(), text: typed })
      }}
    >
      <h2>{words.typing.title}</h2>
      <p className="quiet">{words.typing.hint}</p>
      <div className="type-code-line">
        <Field
          isBare
          label={words.typing.field}
          isCode
          isBig
          autoFocus
          autoComplete="off"
          spellCheck={false}
          maxLength={400}
          value={text}
          onChange={event => setText(event.target.value)}
        />
        <Button type="submit" tone="go" size="big">
          {words.typing.send}
        </Button>
        <Button size="big" onClick={close}>
          {words.typing.close}
        </Button>
      </div>
    </form>
  )
}
