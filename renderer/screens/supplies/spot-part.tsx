import { useState } from 'react'
import { REPRINT_REASONS } from '../../../shared/domain/scanning/commands.ts'
import { isCarrierOpen } from '../../../shared/domain/orders/spot.ts'
import type { Spot } from '../../../shared/domain/orders/spot.ts'
import { lookUp } from '../../i18n/say.ts'
import type { Phrase } from '../../i18n/phrase.ts'
import type { SpotWords } from '../../i18n/en/spot-words.ts'
import { usePage, useTexts } from '../../page.ts'
import { Button } from '../../ui/button.tsx'
import { Why } from '../why.tsx'
import { CarrierForm } from './carrier-form.tsx'
import '../shipping/shipping.css'

/** A delivered supply's way by road from the EAEU into Russia: its carrier, the check, the sticker for the vehicle. */
export function SpotPart({ supplyId, spot }: { readonly supplyId: string; readonly spot: Spot }) {
  const { spot: words } = useTexts()
  const { carrier, state } = spot
  return (
    <section className="shipping-part" aria-label={words.title}>
      <h3>{words.title}</h3>
      <p role="status">
        <Why phrase={stateWords(words, spot)} isBad={isSpotStuck(spot)} />
      </p>
      {carrier !== null && !isCarrierOpen(spot) && (
        <p className="quiet">
          {[carrier.name, carrier.taxNumber, carrier.vehicle, carrier.trailer ?? ''].filter(Boolean).join(' · ')}
        </p>
      )}
      {isCarrierOpen(spot) && <CarrierForm supplyId={supplyId} spot={spot} />}
      {state.kind === 'completed' && <Sticker supplyId={supplyId} sticker={spot.sticker} />}
    </section>
  )
}

/** Whether it stands still until a person has done something. */
export function isSpotStuck({ state }: Spot): boolean {
  return state.kind === 'failed' || state.kind === 'refused'
}

function stateWords(words: SpotWords, { state }: Spot): Phrase {
  const phrase = words.states[state.kind]
  if (!('code' in state) || state.code === '') return phrase
  const why = lookUp(words.troubles, state.code)
  return { title: `${phrase.title}: ${why.title}`, remedy: why.remedy, details: state.code }
}

function Sticker({ supplyId, sticker }: { readonly supplyId: string; readonly sticker: Spot['sticker'] }) {
  const { calls } = usePage()
  const { spot: words, names } = useTexts()
  const [isAsking, setAsking] = useState(false)
  const print = (reason: (typeof REPRINT_REASONS)[number]) => {
    setAsking(false)
    void calls.act('spot.reprint', { supplyId, reason })
  }
  switch (sticker) {
    case 'wanted':
      return <p className="quiet">{words.printing}</p>
    case 'none':
      return (
        <Button icon="printer" onClick={() => print('notPrinted')}>
          {words.print}
        </Button>
      )
    case 'here':
      return (
        <div className="side-acts">
          <Button icon="reprint" aria-expanded={isAsking} onClick={() => setAsking(!isAsking)}>
            {words.reprint}
          </Button>
          {isAsking &&
            REPRINT_REASONS.map(reason => (
              <Button key={reason} onClick={() => print(reason)}>
                {names.reprintReasons[reason]}
              </Button>
            ))}
        </div>
      )
  }
}
