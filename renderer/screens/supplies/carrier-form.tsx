import { useId, useState } from 'react'
import { CARRIER_MAX, carrierSchema, sameCarrier } from '../../../shared/domain/orders/spot.ts'
import type { Spot, SpotCarrier } from '../../../shared/domain/orders/spot.ts'
import { useAsk, usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { PickField } from '../devices/pick-field.tsx'

const TYPED = ['name', 'taxNumber', 'vehicle', 'trailer'] as const
const NOBODY: SpotCarrier = { name: '', taxNumber: '', countryCode: '', vehicle: '', trailer: null }

/** The five fields of a carrier; those named before are proposed, the newest as it was. */
export function CarrierForm({ supplyId, spot }: { readonly supplyId: string; readonly spot: Spot }) {
  const { calls } = usePage()
  const { spot: words } = useTexts()
  const book = useAsk('spot.book', undefined)
  const [typed, setTyped] = useState<SpotCarrier | null>(null)
  const hintId = useId()
  const before = book?.carriers ?? []
  const draft = typed ?? spot.carrier ?? before[0] ?? NOBODY
  const carrier = carrierSchema.safeParse({ ...draft, trailer: draft.trailer?.trim() || null })
  // What is on its way already need not be sent twice.
  const isOnItsWay = spot.state.kind === 'queued' && spot.carrier !== null && sameCarrier(spot.carrier, draft)
  const countries = book?.countries ?? []
  const choices = ['', ...countries.map(({ code }) => code)]
  return (
    <form
      className="shipping-part carrier-form"
      onSubmit={event => {
        event.preventDefault()
        if (carrier.success) void calls.act('spot.nameCarrier', { supplyId, carrier: carrier.data })
      }}
    >
      {before.length > 0 && (
        <PickField
          name={words.before}
          value={before.findIndex(one => sameCarrier(one, draft))}
          choices={[-1, ...before.keys()]}
          show={place => carrierName(before[place]) ?? words.another}
          onPick={place => setTyped(before[place] ?? NOBODY)}
        />
      )}
      {TYPED.map(field => (
        <Field
          key={field}
          label={field === 'trailer' ? `${words.fields[field]} (${words.optional})` : words.fields[field]}

          required={field !== 'trailer'}
          maxLength={CARRIER_MAX[field]}
          value={draft[field] ?? ''}
          onChange={event => setTyped({ ...draft, [field]: event.target.value })}
        />
      ))}
      <PickField
        name={words.fields.countryCode}
        value={draft.countryCode}
        choices={choices.includes(draft.countryCode) ? choices : [...choices, draft.countryCode]}
        show={code => countries.find(one => one.code === code)?.name ?? (code === '' ? words.chooseCountry : code)}
        onPick={countryCode => setTyped({ ...draft, countryCode })}
      />
      {countries.length === 0 && <p className="quiet">{words.noCountries}</p>}
      {!carrier.success && (
        <p className="quiet" id={hintId}>
          {words.notWhole}
        </p>
      )}
      <Button
        type="submit"
        tone="go"
        disabled={!carrier.success || isOnItsWay}
        {...(!carrier.success && { 'aria-describedby': hintId })}
      >
        {spot.carrier === null ? words.send : words.sendAgain}
      </Button>
    </form>
  )
}

function carrierName(carrier: SpotCarrier | undefined): string | undefined {
  return carrier && [carrier.name, carrier.vehicle].join(' · ')
}
