import { useEffect, useRef, useState } from 'react'
import { isPin } from '../../../shared/domain/scanning/pin.ts'
import { useNow, usePage, usePart, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { PinField } from './pin-field.tsx'
import './lead.css'

/** Asks for a shift lead's PIN where the station wants one, and lets the act that was refused go on. */
export function LeadDialog() {
  const asked = usePart(state => state.leadAsked)
  return asked === null ? null : <PinDialog settle={asked.settle} />
}

function PinDialog({ settle }: { readonly settle: (isIn: boolean) => void }) {
  const { calls, store } = usePage()
  const { words, lead } = useTexts()
  const [pin, setPin] = useState('')
  const [said, setSaid] = useState('')
  const now = useNow(1_000)
  const [isTrying, setTrying] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])

  async function enter(): Promise<void> {
    setTrying(true)
    const answer = await calls.tell('lead.enter', { pin })
    setTrying(false)
    setPin('')
    field.current?.focus()
    if (answer === null) return
    if (answer.kind === 'wait') return setSaid(lead.wait(Math.ceil(answer.ms / 1000)))
    if (answer.kind === 'wrong') return setSaid(lead.wrong)
    store.setState({ lead: { name: answer.name, until: now + answer.forMs } })
    settle(true)
  }

  return (
    <dialog
      ref={dialog}
      className="dialog lead-dialog"
      data-tone="go"
      aria-labelledby="lead-ask"
      onCancel={() => settle(false)}
    >
      <form
        onSubmit={event => {
          event.preventDefault()
          if (isPin(pin) && !isTrying) void enter()
        }}
      >
        <h2 id="lead-ask">{lead.ask}</h2>
        <p>{lead.why}</p>
        <PinField
          label={lead.pin}
          error={said}
          ref={field}
          isBig
          inputMode="numeric"
          value={pin}
          onText={text => setPin(text.replaceAll(/\D/g, ''))}
        />
        <div className="dialog-acts">
          <Button size="big" onClick={() => settle(false)}>
            {words.common.cancel}
          </Button>
          <Button size="big" tone="go" type="submit" disabled={!isPin(pin) || isTrying}>
            {lead.enter}
          </Button>
        </div>
      </form>
    </dialog>
  )
}
