import { useState } from 'react'
import type { PackerRow } from '../../../shared/contract/contract.ts'
import { isPin } from '../../../shared/domain/scanning/pin.ts'
import { usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { PinField } from '../lead/pin-field.tsx'

/** Makes a packer a shift lead by a PIN, changes it, or takes it away. */
export function LeadPin({ packer }: { readonly packer: PackerRow }) {
  const { calls } = usePage()
  const { lead: words, words: common } = useTexts()
  const [pin, setPin] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  const { id: packerId, name, isLead } = packer

  async function save(next: string | null): Promise<void> {
    const answer = await calls.tell('lead.setPin', { packerId, pin: next })
    if (answer === null) return
    setSaid(answer === 'taken' ? words.taken : next === null ? '' : words.saved(name))
    setPin(answer === 'taken' ? '' : null)
  }

  const open = isLead ? words.change : words.make
  return (
    <>
      {pin === null ? (
        <Button aria-label={`${open}: ${name}`} onClick={() => setPin('')}>
          {open}
        </Button>
      ) : (
        <form
          className="settings-line"
          onSubmit={event => {
            event.preventDefault()
            if (isPin(pin)) void save(pin)
          }}
        >
          <PinField
            isBare
            label={`${words.newPin}: ${name}`}
            inputMode="numeric"
            placeholder={words.pin}
            value={pin}
            onText={text => setPin(text.replaceAll(/\D/g, ''))}
          />
          <Button type="submit" tone="go" disabled={!isPin(pin)}>
            {words.save}
          </Button>
          <Button onClick={() => setPin(null)}>{common.common.cancel}</Button>
        </form>
      )}
      {isLead && pin === null && (
        <Button aria-label={`${words.remove}: ${name}`} onClick={() => void save(null)}>
          {words.remove}
        </Button>
      )}
      <span className="tiny quiet" role="status">
        {said}
      </span>
    </>
  )
}
