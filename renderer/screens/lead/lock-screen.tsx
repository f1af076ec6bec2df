import { useEffect, useRef, useState } from 'react'
import { usePage, useTexts, useView } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PinField } from './pin-field.tsx'
import './lead.css'

/** Over everything while the station is locked: what opens it, and that what lies on the table is as it was. */
export function LockScreen() {
  const isLocked = useView(view => view.isLocked)
  return isLocked ? <Locked /> : null
}

function Locked() {
  const { lock, format, messages } = useTexts()
  const order = useView(view => view.order)
  const isRefused = useView(view => view.feedback.message.code === 'locked')
  const refusal = messages.locked({ code: 'locked' }, 0)
  const [isTyping, setTyping] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="lock"
      aria-labelledby="lock-title"
      // A badge opens it, no key.
      onCancel={event => event.preventDefault()}
    >
      <Icon name="person" size={72} />
      <h2 id="lock-title">{lock.title}</h2>
      <p className="lock-what">{lock.how}</p>
      {order !== null && <p>{lock.kept(format.orderId(order.id))}</p>}
      <p className="lock-refused" role="status" data-shown={isRefused}>
        {isRefused && `${refusal.title}. ${refusal.remedy}`}
      </p>
      {isTyping ? <TypeIn /> : <Button onClick={() => setTyping(true)}>{lock.noBadge}</Button>}
    </dialog>
  )
}

function TypeIn() {
  const { calls } = usePage()
  const { lock, lead } = useTexts()
  const hasLead = useView(view => view.hasLead)
  const [text, setText] = useState('')
  const [said, setSaid] = useState('')

  async function open(): Promise<void> {
    const answer = await calls.tell('lock.open', { pin: text })
    setText('')
    if (answer?.kind === 'wait') setSaid(lead.wait(Math.ceil(answer.ms / 1000)))
    if (answer?.kind === 'wrong') setSaid(hasLead ? lead.wrong : lock.wrongNumber)
  }

  return (
    <form
      onSubmit={event => {
        event.preventDefault()
        if (text !== '') void open()
      }}
    >
      <PinField
        label={hasLead ? lead.ask : lock.number}
        error={said}
        inputClass={hasLead ? 'lead-pin' : ''}
        isBig
        value={text}
        onText={typed => setText(typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, ''))}
      >
        <Button size="big" tone="go" type="submit" disabled={text === ''}>
          {lock.open}
        </Button>
      </PinField>
    </form>
  )
}
