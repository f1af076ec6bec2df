import { useState } from 'react'
import type { RefusedHandover } from '../../../shared/contract/scheme-methods.ts'
import { say } from '../../i18n/say.ts'
import { useAsk, usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { FaceIcon } from '../../ui/face-icon.tsx'
import { SchemeMark } from '../../ui/scheme-mark.tsx'
import { Field } from '../../ui/field.tsx'
import { Why } from '../why.tsx'

/** Ends that the marketplace did not take: why, what to do, and once more. */
export function RefusedHandovers() {
  const { handover: words } = useTexts()
  const refused = useAsk('handovers.refused', undefined) ?? []
  if (refused.length === 0) return null
  return (
    <section className="handover-refused" role="alert" aria-label={words.refusedTitle}>
      <h2>
        <FaceIcon face="refused" /> {words.refusedTitle}
      </h2>
      {refused.map(one => (
        <Refused key={one.orderId} refused={one} />
      ))}
    </section>
  )
}

function Refused({ refused }: { readonly refused: RefusedHandover }) {
  const { calls } = usePage()
  const texts = useTexts()
  const [code, setCode] = useState('')
  const { orderId, scheme, article, outcome } = refused
  const { handover: words, names } = texts
  const phrase = say(
    texts,
    { code: 'handoverRefused', orderId, outcome, vendorCode: refused.code, vendorMessage: refused.message },
    0
  )
  // A courier's parcel leaves with its buyer's code alone.
  const isReady = scheme === 'pickup' || code.trim() !== ''
  return (
    <form
      className="handover-parcel"
      onSubmit={event => {
        event.preventDefault()
        const said = scheme === 'pickup' ? null : code.trim()
        if (isReady) void calls.act('orders.handOver', { orderId, outcome, code: said })
      }}
    >
      <SchemeMark scheme={scheme}>{names.schemes[scheme]}</SchemeMark>
      <span>{article}</span>
      <Why phrase={phrase} isBad />
      {scheme === 'dbs' && (
        <Field
          isBare
          label={words.buyerCode}
          isCode
          autoComplete="off"
          maxLength={40}
          placeholder={words.buyerCode}
          value={code}
          onChange={event => setCode(event.target.value)}
        />
      )}
      <Button type="submit" disabled={!isReady}>
        {words.again}
      </Button>
    </form>
  )
}
